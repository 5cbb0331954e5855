import type { KeptRun } from '../../api/contract.js';
import { useAnswer } from '../api.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { MethodLinks } from '../parts/method-links.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { groundMethods } from '../subsidence/methods.js';
import { StackForm } from '../subsidence/stack-form.js';

/** Kept runs of sinking ground, the worked example, and a form for a stack. */
export function Subsidence() {
  const { w } = useSpeak();
  const { answer, error, retry } = useAnswer<readonly KeptRun[]>('/api/subsidence');
  useTitle(w('groundTitle'));
  return (
    <div className="reading wide-reading ground">
      <h1>{w('groundTitle')}</h1>
      <p>{w('groundText')}</p>
      <section className="note" data-section="example">
        <h2>{w('groundExample')}</h2>
        <p>{w('groundExampleText')}</p>
        <Link to="/subsidence/example">{w('groundOpenExample')}</Link>
      </section>
      <section data-section="runs">
        <h2>{w('groundRuns')}</h2>
        {error !== null && <ErrorNote error={error} retry={retry} />}
        {answer === null && error === null && <Skeleton height={80} />}
        {answer !== null && <RunList runs={answer} />}
      </section>
      <StackForm />
      <MethodLinks pages={groundMethods} />
    </div>
  );
}

function RunList({ runs }: { readonly runs: readonly KeptRun[] }) {
  const { language, w } = useSpeak();
  const label = useClasses();
  if (runs.length === 0) return <p className="quiet">{w('groundNoRuns')}</p>;
  return (
    <div className="sideways">
      <table className="ground-runs">
        <thead>
          <tr>
            <th scope="col">{w('groundRun')}</th>
            <th scope="col">{w('groundDates')}</th>
            <th scope="col" className="amount">
              {w('groundZones')}
            </th>
            <th scope="col">{w('groundHazard')}</th>
            <th scope="col" className="amount">
              {w('groundDepthMm')}
            </th>
            <th scope="col" className="amount">
              {w('groundBuildings')}
            </th>
            <th scope="col">{w('groundKeptAt')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id} data-run={run.id}>
              <th scope="row">
                <Link to={`/subsidence/${run.id}`}>{run.label}</Link>
              </th>
              <td>
                {run.from} – {run.to}
              </td>
              <td className="amount">{run.zones}</td>
              <td>{run.hazard === null ? '–' : label('subsidence_grade', run.hazard)}</td>
              <td className="amount">{formatNumber(run.depthMm, 0, language)}</td>
              <td className="amount">{formatNumber(run.buildings, 0, language)}</td>
              <td>{run.at.slice(0, 10)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
