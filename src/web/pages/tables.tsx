import { useEffect } from 'react';
import type { ImportsAnswer, IssuesAnswer, TablesAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { IssueList } from '../parts/issue-list.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { ImportForm } from './import-form.js';
import { TableCard } from './table-card.js';

/** The tables behind all figures, and what users have imported. */
export function Tables() {
  const { w } = useSpeak();
  const tables = useAnswer<TablesAnswer>('/api/tables');
  useTitle(w('dataTitle'));
  const read = tables.answer !== null;
  useEffect(() => {
    // the browser looks for the mark of the address before the tables are there
    if (read) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [read]);
  return (
    <div className="reading wide-reading">
      <h1>{w('dataTitle')}</h1>
      <p>{w('dataText')}</p>
      {tables.error !== null && <ErrorNote error={tables.error} retry={tables.retry} />}
      {tables.answer === null && tables.error === null && <Skeleton height={600} />}
      {tables.answer?.map((table) => (
        <TableCard key={table.id} table={table} />
      ))}
      <Doubts />
      <ImportForm />
      <Imports />
    </div>
  );
}

function Doubts() {
  const { w } = useSpeak();
  const { answer, error, retry } = useAnswer<IssuesAnswer>('/api/issues');
  if (error !== null) return <ErrorNote error={error} retry={retry} />;
  if (answer === null || answer.length === 0) return null;
  return (
    <section aria-labelledby="doubts-title">
      <h2 id="doubts-title">{w('issues')}</h2>
      <IssueList issues={answer} />
    </section>
  );
}

function Imports() {
  const { language, w } = useSpeak();
  const { answer, error, retry } = useAnswer<ImportsAnswer>('/api/imports');
  return (
    <section aria-labelledby="imports-title">
      <h2 id="imports-title">{w('imports')}</h2>
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer?.length === 0 && <p className="quiet">{w('noImports')}</p>}
      {answer !== null && answer.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{w('file')}</th>
              <th scope="col">{w('layout')}</th>
              <th scope="col" className="amount">
                {w('read')}
              </th>
              <th scope="col" className="amount">
                {w('accepted')}
              </th>
              <th scope="col" className="amount">
                {w('revised')}
              </th>
              <th scope="col" className="amount">
                {w('rejected')}
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.file}</th>
                <td>{one.layout}</td>
                {[one.read, one.accepted, one.revised, one.rejected].map((count, i) => (
                  // four fixed columns
                  <td key={`${i} ${count}`} className="amount">
                    {formatNumber(count, 0, language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
