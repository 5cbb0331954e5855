import type { RoundRow, SessionAnswer, SnapshotRow } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { RoundForm } from '../rounds/round-form.js';

/** Rounds of the yearly reporting, and a form for a new one where the reader may define one. */
export function Rounds() {
  const { w } = useSpeak();
  const { answer: session } = useAnswer<SessionAnswer>('/api/session');
  const isReader = session?.may.includes('round.read') === true;
  const { answer, error, retry } = useAnswer<readonly RoundRow[]>(isReader ? '/api/rounds' : null);
  useTitle(w('roundsTitle'));
  return (
    <div className="reading wide-reading rounds">
      <h1>{w('roundsTitle')}</h1>
      <p>{w('roundsText')}</p>
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {session === null && <Skeleton height={120} />}
      {answer !== null && <RoundTable rows={answer} />}
      <PublishedRounds />
      {session?.may.includes('round.define') === true && <RoundForm />}
    </div>
  );
}

/** What everybody may read, signed in or not. */
function PublishedRounds() {
  const { w, t } = useSpeak();
  const { answer, error, retry } = useAnswer<readonly SnapshotRow[]>('/api/snapshots');
  return (
    <section aria-labelledby="rounds-published">
      <h2 id="rounds-published">{w('roundsPublished')}</h2>
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer?.length === 0 && <p className="quiet">{w('roundsNonePublished')}</p>}
      <ul className="round-files">
        {answer?.map(({ hash, label, period, at }) => (
          <li key={hash}>
            <Link to={`/snapshots/${hash}`}>{t(label)}</Link> · {period} · {at.slice(0, 10)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RoundTable({ rows }: { readonly rows: readonly RoundRow[] }) {
  const { w, t } = useSpeak();
  if (rows.length === 0) return <p className="quiet">{w('roundsNone')}</p>;
  return (
    <div className="sideways">
      <table>
        <thead>
          <tr>
            <th scope="col">{w('roundName')}</th>
            <th scope="col">{w('roundState')}</th>
            <th scope="col">{w('roundPeriod')}</th>
            <th scope="col" className="amount">
              {w('roundUnits')}
            </th>
            <th scope="col">{w('roundDeadlines')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, state, period, units, deadlines, snapshot }) => (
            <tr key={id} data-round={id}>
              <th scope="row">
                <Link to={`/rounds/${id}`}>{t(label)}</Link>
              </th>
              <td>
                {snapshot === null ? (
                  w(`roundState_${state}`)
                ) : (
                  <Link to={`/snapshots/${snapshot}`}>{w(`roundState_${state}`)}</Link>
                )}
              </td>
              <td>{period}</td>
              <td className="amount">{units.length}</td>
              <td>{[deadlines.report, deadlines.province, deadlines.nation].join(' / ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
