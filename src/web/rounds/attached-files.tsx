import { useState } from 'react';
import type { ReturnAnswer } from '../../api/contract.js';
import { pathOf } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { FileField } from '../parts/file-field.js';
import { Select } from '../parts/select.js';
import { useChange } from './use-change.js';

interface AttachedFilesProps {
  readonly path: string;
  readonly answer: ReturnAnswer;
  readonly mayAttach: boolean;
}

/** Files that prove figures, with their checksums, and a field for another one. */
export function AttachedFiles({ path, answer, mayAttach }: AttachedFilesProps) {
  const { w, t } = useSpeak();
  const lines = answer.forms.flatMap(({ sections }) => sections.flatMap((section) => section.lines));
  const labels = new Map<string, string>(lines.map(({ indicator, label }) => [indicator, t(label)]));
  return (
    <section aria-labelledby="return-files" data-section="files">
      <h2 id="return-files">{w('returnFiles')}</h2>
      {answer.files.length === 0 && <p className="quiet">{w('returnNoFiles')}</p>}
      <ul className="round-files">
        {answer.files.map(({ sha256, indicator, name, by, at, size }) => (
          <li key={`${sha256} ${indicator}`} data-file={sha256}>
            <a href={`${path}/evidence/${sha256}`} download>
              {name}
            </a>{' '}
            · {labels.get(indicator) ?? w('returnWhole')} · {Math.ceil(size / 1024)} KiB · {by}{' '}
            {at.slice(0, 10)}
            <br />
            <small className="quiet">SHA-256 {sha256}</small>
          </li>
        ))}
      </ul>
      {mayAttach && <AttachForm path={path} labels={labels} />}
    </section>
  );
}

function AttachForm({
  path,
  labels,
}: {
  readonly path: string;
  readonly labels: ReadonlyMap<string, string>;
}) {
  const { w } = useSpeak();
  const { busy, error, send } = useChange();
  const [file, setFile] = useState<File | null>(null);
  const [indicator, setIndicator] = useState('');
  const attach = async (chosen: File) => {
    await send({ path: pathOf(`${path}/evidence`, { indicator }), body: chosen });
  };
  const choices = [...labels].map(([value, label]) => ({ value, label }));
  return (
    <div className="round-fields">
      <FileField
        label={w('returnAttachFile')}
        accept=".pdf,.jpg,.jpeg,.png,.xlsx,.docx,.csv,.txt"
        onFile={setFile}
      />
      <Select
        label={w('returnAttachTo')}
        value={indicator}
        choices={[{ value: '', label: w('returnWhole') }, ...choices]}
        onChange={setIndicator}
      />
      <button
        type="button"
        className="plain"
        disabled={busy || file === null}
        onClick={() => file !== null && void attach(file)}
      >
        {w('returnAttach')}
      </button>
      {error !== null && <ErrorNote error={error} />}
    </div>
  );
}
