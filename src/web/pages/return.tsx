import type { ReturnAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { IssueList } from '../parts/issue-list.js';
import { Link } from '../parts/link.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { AttachedFiles } from '../rounds/attached-files.js';
import { ReturnForm } from '../rounds/return-form.js';
import { ReturnHistory } from '../rounds/return-history.js';
import { ReturnSteps } from '../rounds/return-steps.js';
import { WorkbookPanel } from '../rounds/workbook-panel.js';

/** The return of a city: its steps, its workbook, its figures with their checks, its files and its history. */
export function Return({ round, city }: { readonly round: string; readonly city: string }) {
  const { w, t } = useSpeak();
  const path = `/api/rounds/${encodeURIComponent(round)}/returns/${encodeURIComponent(city)}`;
  const { answer, error, retry } = useAnswer<ReturnAnswer>(path);
  const title = answer === null ? city : w('returnTitle', { city: t(answer.name), round: t(answer.label) });
  useTitle(title);
  return (
    <div className="reading wide-reading rounds">
      <p className="small">
        <Link to={`/rounds/${round}`}>{w('returnBack')}</Link>
      </p>
      <h1>{title}</h1>
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer === null && error === null && <Skeleton height={600} />}
      {answer !== null && <ReturnBody path={path} answer={answer} />}
    </div>
  );
}

function ReturnBody({ path, answer }: { readonly path: string; readonly answer: ReturnAnswer }) {
  const { w } = useSpeak();
  const { state, question, appeal } = answer.view;
  const open = answer.issues.filter(({ severity, explained }) => severity === 'error' || !explained);
  const maySave = answer.steps.includes('save');
  return (
    <>
      <p data-state={state}>
        <b>{w(`returnState_${state}`)}</b>
      </p>
      {[['returnQuestion', question] as const, ['returnAppeal', appeal] as const].map(
        ([word, said]) =>
          said !== null && (
            <div key={word} className="note warning" role="note" data-said={word}>
              <strong>{w(word)}</strong>
              <p>{said.why}</p>
              <p className="quiet">{[said.by, said.at.slice(0, 16).replace('T', ' ')].join(' · ')}</p>
            </div>
          ),
      )}
      <ReturnSteps path={path} answer={answer} />
      {maySave && open.length > 0 && (
        <details open={open.length < 6} data-section="open">
          <summary>{w('returnOpen', { n: open.length })}</summary>
          <IssueList issues={open} />
        </details>
      )}
      <WorkbookPanel path={path} revision={answer.view.revision} maySave={maySave} />
      <ReturnForm path={path} answer={answer} maySave={maySave} />
      <AttachedFiles path={path} answer={answer} mayAttach={answer.steps.includes('evidence')} />
      <ReturnHistory answer={answer} />
    </>
  );
}
