import { type SubmitEvent, useId, useState } from 'react';
import type { SubsidenceAnswer } from '../../api/contract.js';
import { type CallError, call, callErrorOf, forgetAnswers, pathOf } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { TextField } from '../parts/text-field.js';
import { navigate, withLanguage } from '../router.js';
import type { WordKey } from '../words.js';

/** Options of the form by their names in the API. */
const fields = [
  ['label', 'groundLabel'],
  ['wavelength', 'groundWavelength'],
  ['reference', 'groundReference'],
  ['incidence', 'groundIncidence'],
  ['minimumObservations', 'groundLeastPairs'],
  ['findings', 'groundCity'],
] as const satisfies readonly (readonly [string, WordKey])[];

type Options = Partial<Record<(typeof fields)[number][0], string>>;

/** Sends a stack as a ZIP, and opens the run that it became. */
export function StackForm() {
  const { w } = useSpeak();
  const input = useId();
  const [file, setFile] = useState<File | null>(null);
  const [options, setOptions] = useState<Options>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const send = async () => {
    if (file === null) return;
    setBusy(true);
    setError(null);
    try {
      const headers = {
        'x-file-name': encodeURIComponent(file.name),
        'content-type': 'application/octet-stream',
      };
      const path = pathOf('/api/subsidence', options);
      const { kept } = await call<SubsidenceAnswer>(path, { method: 'POST', headers, body: file });
      forgetAnswers();
      if (kept !== null) navigate(withLanguage(`/subsidence/${kept.id}`));
    } catch (cause) {
      setError(callErrorOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="stack-title" data-section="upload">
      <h2 id="stack-title">{w('groundUpload')}</h2>
      <p className="quiet small">{w('groundUploadText')}</p>
      <form
        className="zonal-form"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className="zonal-files">
          <div className="field">
            <label htmlFor={input}>{w('groundFile')}</label>
            <input
              id={input}
              type="file"
              accept=".zip"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          </div>
          {fields.map(([name, word]) => (
            <TextField
              key={name}
              label={w(word)}
              value={options[name] ?? ''}
              onChange={(value) => setOptions({ ...options, [name]: value })}
            />
          ))}
        </div>
        <button type="submit" className="plain" disabled={file === null || busy}>
          {w('groundMeasure')}
        </button>
      </form>
      <div aria-live="polite" aria-busy={busy}>
        {busy && <p className="quiet">{w('groundMeasuring')}</p>}
        {error !== null && <ErrorNote error={error} />}
      </div>
    </section>
  );
}
