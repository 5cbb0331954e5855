import type { SubsidenceBuildingsAnswer, SubsidenceRunAnswer } from '../../api/contract.js';
import { formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { IssueList } from '../parts/issue-list.js';
import { Link } from '../parts/link.js';
import { MethodLinks } from '../parts/method-links.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { BuildingTable } from '../subsidence/building-table.js';
import { middleIn, type ToCells } from '../subsidence/cells.js';
import { groundMethods } from '../subsidence/methods.js';
import { PointMap } from '../subsidence/point-map.js';
import { PointSeries } from '../subsidence/point-series.js';
import { RunMap } from '../subsidence/run-map.js';
import { useRun, useView, useWay, type View } from '../subsidence/use-run.js';
import { ZoneTable } from '../subsidence/zone-table.js';

/** One run: what to mind, the map with its dates, the series of a cell, zones and buildings. */
export function SubsidenceRun({ id }: { readonly id: string }) {
  const { w } = useSpeak();
  const { run, buildings } = useRun(id);
  const { answer, error, retry } = run;
  const title = answer === null ? null : answer.example ? w('groundExampleLabel') : answer.run.label;
  useTitle(title ?? w('groundTitle'));
  return (
    <div className="reading wide-reading ground">
      <p className="small">
        <Link to="/subsidence">{w('groundBack')}</Link>
      </p>
      <h1>{title ?? w('groundTitle')}</h1>
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer === null && error === null && <Skeleton height={800} />}
      {answer !== null && <Run id={id} run={answer} buildings={buildings.answer} />}
      {buildings.error !== null && error === null && (
        <ErrorNote error={buildings.error} retry={buildings.retry} />
      )}
      <MethodLinks pages={groundMethods} />
    </div>
  );
}

interface RunProps {
  readonly id: string;
  readonly run: SubsidenceRunAnswer;
  readonly buildings: SubsidenceBuildingsAnswer | null;
}

function Run({ id, run, buildings }: RunProps) {
  const { w } = useSpeak();
  const { answer } = run;
  const { view, change } = useView(answer.dates);
  const toCells = useWay(run.grid);
  const facts = {
    stack: run.run.stack,
    n: answer.dates.length,
    from: run.run.from,
    to: run.run.to,
    tied: answer.tied,
    pixels: answer.pixels,
  };
  return (
    <>
      <p className="quiet">{w('groundFacts', facts)}</p>
      <Warnings run={run} />
      {run.grid !== null && toCells === null && <Skeleton height={520} />}
      {run.grid !== null && toCells !== null && (
        <>
          <RunMap
            id={id}
            run={run}
            toCells={toCells}
            view={view}
            onView={change}
            buildings={buildings?.rows ?? []}
          />
          <PointSeries run={id} picked={view.picked} none="groundSeriesNone" />
        </>
      )}
      {run.grid === null && (
        <>
          <PointMap run={id} picked={view.point} onPick={(point) => change({ point })} />
          <PointSeries run={id} picked={view.point} none="groundPointNone" />
        </>
      )}
      {run.grid !== null && <Lists {...{ id, run, buildings, toCells, change }} />}
    </>
  );
}

interface ListsProps extends RunProps {
  readonly toCells: ToCells | null;
  readonly change: (changes: Partial<View>) => void;
}

function Lists({ id, run, buildings, toCells, change }: ListsProps) {
  const { w } = useSpeak();
  const show = ([column, row]: readonly [number, number]) => {
    change({ picked: { column: Math.floor(column), row: Math.floor(row) } });
    document.querySelector('[data-section="series"]')?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <section data-section="zones">
        <h2>{w('groundZoneTable')}</h2>
        <ZoneTable
          run={run}
          onZone={({ zone, lon, lat }) => {
            const shape = run.zones.features.find((one) => one.id === zone)?.geometry;
            if (toCells === null || shape === undefined) return;
            show(lon === null || lat === null ? middleIn(shape, toCells) : toCells(lon, lat));
          }}
        />
      </section>
      {buildings !== null && (
        <section data-section="buildings">
          <h2>{w('groundBuildingTable')}</h2>
          <BuildingTable
            run={id}
            answer={buildings}
            onBuilding={({ geometry }) => geometry && toCells && show(middleIn(geometry, toCells))}
          />
        </section>
      )}
    </>
  );
}

/** What misleads, before anything is shown. */
function Warnings({ run }: { readonly run: SubsidenceRunAnswer }) {
  const { language, w } = useSpeak();
  const { answer, example, grid } = run;
  const untied = answer.pixels === 0 ? 0 : 1 - answer.tied / answer.pixels;
  return (
    <>
      {example && (
        <div className="note warning" role="note" data-made>
          <strong>{w('groundExample')}</strong>
          <p>{w('groundExampleText')}</p>
        </div>
      )}
      <div className="ground-warnings" data-section="warnings">
        {!answer.reference.stable && answer.tied > 0 && (
          <p className="note warning" data-warning="reference">
            {w('groundReferenceMoves')}
          </p>
        )}
        {untied > 0 && (
          <p data-warning="untied">
            {w('groundUntiedShare', { percent: formatShare(untied, language, untied < 0.1 ? 1 : 0) })}
          </p>
        )}
        {grid === null && <p data-warning="points">{w('groundPointsOnly')}</p>}
        {grid !== null && grid.crs === null && <p data-warning="place">{w('groundNoPlace')}</p>}
        {answer.issues.length > 0 && <IssueList issues={answer.issues} />}
      </div>
    </>
  );
}
