import type { RoundAnswer } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { RoundSteps } from '../rounds/round-steps.js';
import { UnitTable } from '../rounds/unit-table.js';

/** One round: how far provinces and cities are, who is late, and what may be done with it. */
export function Round({ id }: { readonly id: string }) {
  const { w, t } = useSpeak();
  const { answer, error, retry } = useAnswer<RoundAnswer>(`/api/rounds/${encodeURIComponent(id)}`);
  const title = answer === null ? id : t(answer.label);
  useTitle(title);
  return (
    <div className="reading wide-reading rounds">
      <p className="small">
        <Link to="/rounds">{w('roundBack')}</Link>
      </p>
      <h1>{title}</h1>
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer === null && error === null && <Skeleton height={400} />}
      {answer !== null && <RoundBody round={answer} />}
    </div>
  );
}

function RoundBody({ round }: { readonly round: RoundAnswer }) {
  const { w } = useSpeak();
  const { report, province, nation } = round.deadlines;
  return (
    <>
      <p data-state={round.state}>
        <b>{w(`roundState_${round.state}`)}</b> · {w('roundPeriod')} {round.period} · {w('roundDeadlines')}{' '}
        {[report, province, nation].join(' / ')}
      </p>
      {round.snapshot !== null && (
        <p>
          <Link to={`/snapshots/${round.snapshot}`}>{w('roundToSnapshot')}</Link>
        </p>
      )}
      <RoundSteps round={round} />
      <Provinces round={round} />
      <UnitTable round={round} />
      <section aria-labelledby="round-history">
        <h2 id="round-history">{w('roundHistory')}</h2>
        <ol className="decision-list">
          {round.history.map(({ number, kind, at, by, why }) => (
            <li key={number}>
              <b>{kind === 'define' ? w('roundDefine') : w(`roundStep_${kind as 'open'}`)}</b>
              <p className="quiet">
                {[at.slice(0, 16).replace('T', ' '), by, why].filter(Boolean).join(' · ')}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

const done = new Set(['accepted_by_nation', 'locked']);

function Provinces({ round }: { readonly round: RoundAnswer }) {
  const { w, t } = useSpeak();
  const provinces = [...new Set(round.unitStates.map(({ province }) => t(province)))];
  return (
    <section aria-labelledby="round-provinces">
      <h2 id="round-provinces">{w('roundProgress')}</h2>
      <dl className="round-provinces">
        {provinces.map((province) => {
          const units = round.unitStates.filter((one) => t(one.province) === province);
          const count = units.filter(({ state }) => done.has(state)).length;
          return (
            <div key={province}>
              <dt>{province}</dt>
              <dd>
                <progress value={count} max={units.length} aria-label={`${province} ${w('roundDone')}`} />{' '}
                {w('roundChecked', { done: count, all: units.length })}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
