import { useState } from 'react';
import type { UploadAnswer } from '../../api/contract.js';
import { pathOf } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { FileField } from '../parts/file-field.js';
import { UploadPreview } from './upload-preview.js';
import { useChange } from './use-change.js';

interface WorkbookPanelProps {
  readonly path: string;
  readonly revision: number;
  readonly maySave: boolean;
}

/** The workbook of a return: to be downloaded, and uploaded again with a look at what it would change. */
export function WorkbookPanel({ path, revision, maySave }: WorkbookPanelProps) {
  const { language, w } = useSpeak();
  const { busy, error, send } = useChange();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<UploadAnswer | null>(null);
  const upload = async (options: { readonly dryRun?: 'true'; readonly partial?: 'true' }) => {
    if (file === null) return;
    const to = pathOf(`${path}/workbook`, options);
    setPreview(await send<UploadAnswer>({ path: to, body: file, seen: revision }));
  };
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setPreview(null);
  };
  return (
    <section aria-labelledby="return-workbook" data-section="workbook">
      <h2 id="return-workbook">{w('returnWorkbook')}</h2>
      <p className="quiet small">{w('returnWorkbookText')}</p>
      <p>
        <a className="download" href={pathOf(`${path}/workbook`, { lang: language })} download>
          {w('returnDownload')}
        </a>
      </p>
      {maySave && (
        <div className="round-fields">
          <FileField label={w('returnFile')} accept=".xlsx" onFile={choose} />
          <button
            type="button"
            className="plain"
            disabled={busy || file === null}
            onClick={() => void upload({ dryRun: 'true' })}
          >
            {w('returnPreview')}
          </button>
        </div>
      )}
      <div aria-live="polite" aria-busy={busy}>
        {error !== null && <ErrorNote error={error} />}
        {preview !== null && (
          <UploadPreview
            preview={preview}
            busy={busy}
            onSave={(partial) => void upload(partial ? { partial: 'true' } : {})}
          />
        )}
      </div>
    </section>
  );
}
