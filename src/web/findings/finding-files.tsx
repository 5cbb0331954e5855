import { type SubmitEvent, useId, useState } from 'react';
import type { LedgerRow } from '../../api/contract.js';
import { pathOf } from '../api.js';
import { useSpeak } from '../language.js';
import { FileField } from '../parts/file-field.js';
import { TextField } from '../parts/text-field.js';
import { minuteOf } from './assignee.js';
import type { FindingSteps } from './use-finding.js';

type AttachedFile = LedgerRow['files'][number];

/** Photos and documents of a finding, small, each opening in full; and room to add one, from the camera of a phone too. */
export function FindingFiles({ row, steps }: { readonly row: LedgerRow; readonly steps: FindingSteps }) {
  const { w } = useSpeak();
  const title = useId();
  if (row.files.length === 0 && !row.can.record) return null;
  return (
    <section aria-labelledby={title}>
      <h4 id={title}>{w('findingFiles')}</h4>
      {row.files.length > 0 && (
        <ul className="file-list">
          {row.files.map((file) => (
            <li key={file.id} data-file={file.id}>
              <FileLink finding={row.id} file={file} />
            </li>
          ))}
        </ul>
      )}
      {row.can.record && <UploadForm steps={steps} />}
    </section>
  );
}

function FileLink({ finding, file }: { readonly finding: string; readonly file: AttachedFile }) {
  const { w } = useSpeak();
  const address = pathOf('/api/ledger/files', { finding, file: file.id });
  const words = file.caption === '' ? file.name : file.caption;
  const isPicture = file.mediaType !== 'application/pdf';
  return (
    <>
      <a href={address} target="_blank" rel="noopener">
        {isPicture ? (
          <img src={address} alt={words} width={132} height={99} loading="lazy" />
        ) : (
          <span className="file-document">{w('documentFile')} PDF</span>
        )}
        <span className="file-words">{words}</span>
      </a>
      <span className="quiet small">{w('byWhom', { who: file.by, at: minuteOf(file.at) })}</span>
    </>
  );
}

function UploadForm({ steps }: { readonly steps: FindingSteps }) {
  const { w } = useSpeak();
  const [file, setFile] = useState<File | null>(null);
  const [caption, setCaption] = useState('');
  // A file field shows what was chosen before; a new one is empty.
  const [round, setRound] = useState(0);
  const send = async () => {
    if (file === null || !(await steps.upload(file, caption.trim()))) return;
    setFile(null);
    setCaption('');
    setRound(round + 1);
  };
  return (
    <form
      className="file-form"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <FileField
        key={`file ${round}`}
        label={w('addFile')}
        accept="image/jpeg,image/png,application/pdf"
        hint={w('addFileHint')}
        onFile={setFile}
      />
      <CameraField key={`camera ${round}`} onFile={setFile} />
      <TextField label={w('fileCaption')} value={caption} onChange={setCaption} />
      <button type="submit" className="plain" disabled={steps.busy || file === null}>
        {w('sendFile')}
      </button>
    </form>
  );
}

/** On a phone this opens the camera at once; elsewhere it is one more way to choose a picture, and not shown. */
function CameraField({ onFile }: { readonly onFile: (file: File | null) => void }) {
  const { w } = useSpeak();
  const id = useId();
  return (
    <div className="field camera-field">
      <label htmlFor={id}>{w('takePhoto')}</label>
      <input
        id={id}
        type="file"
        accept="image/jpeg"
        capture="environment"
        onChange={(event) => onFile(event.target.files?.[0] ?? null)}
      />
    </div>
  );
}
