import { type SubmitEvent, useState } from 'react';
import type { VacantProject } from '../../api/contract.js';
import { type CallError, call, callErrorOf, pathOf } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { FileField } from '../parts/file-field.js';
import { TextField } from '../parts/text-field.js';
import { navigate, withLanguage } from '../router.js';

/** Sends an image, and opens the project that it became. */
export function ProjectForm() {
  const { w } = useSpeak();
  const [file, setFile] = useState<File | null>(null);
  const [label, setLabel] = useState('');
  const [bands, setBands] = useState('');
  const [classes, setClasses] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const send = async (image: File) => {
    setBusy(true);
    setError(null);
    try {
      const headers = {
        'x-file-name': encodeURIComponent(image.name),
        'content-type': 'application/octet-stream',
      };
      const words = { label, bands, classes: classes ?? w('idleUsualClasses') };
      const path = pathOf('/api/vacant-land/projects', words);
      const { id } = await call<VacantProject>(path, { method: 'POST', headers, body: image });
      navigate(withLanguage(`/vacant-land/${id}`));
    } catch (cause) {
      setError(callErrorOf(cause));
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="idle-upload" data-section="upload">
      <h2 id="idle-upload">{w('idleUpload')}</h2>
      <p className="quiet small">{w('idleUploadText')}</p>
      <form
        className="zonal-form"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          if (file !== null) void send(file);
        }}
      >
        <div className="zonal-files">
          <FileField label={w('idleFile')} accept=".tif,.tiff" onFile={setFile} />
          <TextField label={w('idleLabel')} value={label} onChange={setLabel} />
          <TextField label={w('idleBands')} value={bands} onChange={setBands} />
          <TextField
            label={w('idleClassNames')}
            value={classes ?? w('idleUsualClasses')}
            onChange={setClasses}
          />
        </div>
        <button type="submit" className="plain" disabled={file === null || busy}>
          {w('idleBegin')}
        </button>
      </form>
      <div aria-live="polite" aria-busy={busy}>
        {busy && <p className="quiet">{w('idleSending')}</p>}
        {error !== null && <ErrorNote error={error} />}
      </div>
    </section>
  );
}
