import { type SubmitEvent, useId, useState } from 'react';
import type { ImportAnswer } from '../../api/contract.js';
import { type CallError, call, callErrorOf, forgetAnswers, pathOf } from '../api.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { IssueList } from '../parts/issue-list.js';
import { Select } from '../parts/select.js';
import { useCatalog } from '../parts/units.js';
import type { WordKey } from '../words.js';

/** Reads a file through a layout: first a trial that saves nothing, then the import itself. */
export function ImportForm() {
  const { w, t } = useSpeak();
  const layouts = useCatalog().answer?.layouts ?? [];
  const [layout, setLayout] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<ImportAnswer | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const input = useId();

  const send = async (dryRun: boolean) => {
    if (file === null) return;
    setBusy(true);
    setError(null);
    setResult(null);
    try {
      const path = pathOf('/api/imports', { layout, dryRun: dryRun ? 'true' : null });
      const headers = {
        'x-file-name': encodeURIComponent(file.name),
        'content-type': 'application/octet-stream',
      };
      setResult(await call<ImportAnswer>(path, { method: 'POST', headers, body: file }));
      if (!dryRun) forgetAnswers();
    } catch (cause) {
      setError(callErrorOf(cause));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section aria-labelledby="import-title">
      <h2 id="import-title">{w('importFile')}</h2>
      <form
        className="import-form"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void send(true);
        }}
      >
        <div className="field">
          <label htmlFor={input}>{w('chooseFile')}</label>
          <input
            id={input}
            type="file"
            accept=".csv,.gz,.xlsx,.parquet"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              setResult(null);
            }}
          />
        </div>
        <Select
          label={w('layout')}
          value={layout}
          choices={[
            { value: '', label: w('layoutByHeadings') },
            ...layouts.map((one) => ({ value: one.id, label: `${t(one.label)} (${one.id})` })),
          ]}
          onChange={setLayout}
        />
        <button type="submit" className="plain" disabled={file === null || busy}>
          {w('dryRun')}
        </button>
        <button
          type="button"
          className="plain"
          disabled={file === null || busy}
          onClick={() => void send(false)}
        >
          {w('importNow')}
        </button>
      </form>
      <div aria-live="polite">
        {busy && <p className="quiet">{w('importing')}</p>}
        {error !== null && <ErrorNote error={error} />}
        {result !== null && <ImportResult result={result} />}
      </div>
    </section>
  );
}

const counts: readonly (readonly [WordKey, (result: ImportAnswer) => number])[] = [
  ['read', (result) => result.read],
  ['accepted', (result) => result.accepted],
  ['unchanged', (result) => result.unchanged],
  ['revised', (result) => result.revised],
  ['rejected', (result) => result.rejected],
  ['doubtful', (result) => result.doubtful],
];

function ImportResult({ result }: { readonly result: ImportAnswer }) {
  const { language, w } = useSpeak();
  return (
    <div className="note">
      <p>{w(result.dryRun ? 'dryRunDone' : 'importDone')}</p>
      <dl className="counts">
        {counts.map(([word, of]) => (
          <div key={word}>
            <dt>{w(word)}</dt>
            <dd>{formatNumber(of(result), 0, language)}</dd>
          </div>
        ))}
      </dl>
      {result.rejectsId !== null && (
        <p>
          <a href={`/api/imports/${result.rejectsId}/rejects`} download>
            {w('rejectsDownload')}
          </a>
        </p>
      )}
      <IssueList issues={result.issues} />
    </div>
  );
}
