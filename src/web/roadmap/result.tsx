import type { RoadmapAnswer, RoadmapRow } from '../../api/contract.js';
import { SaveButton } from '../exports/save-button.js';
import { formatNumber, formatShare } from '../format.js';
import { useSpeak } from '../language.js';
import { FigureTable } from '../parts/figure-table.js';
import { IssueList } from '../parts/issue-list.js';
import { PathChart } from './path-chart.js';
import { pathCsv } from './path-csv.js';

type Range = { readonly low: number | null; readonly mid: number; readonly high: number | null };

/** A year or amount with its interval; an end that is missing lies beyond the horizon or is not known. */
function between({ low, mid, high }: Range, say: (value: number) => string): string {
  if (low === null && high === null) return say(mid);
  const end = (value: number | null) => (value === null ? '…' : say(value));
  return `${say(mid)} (${end(low)}–${end(high)})`;
}

/** Peaks, paths, regressions and jobs of an answer, with what to doubt. */
export function RoadmapResult({ answer }: { readonly answer: RoadmapAnswer }) {
  const { language, w, t } = useSpeak();
  const { rows, models, horizon, confidence } = answer;
  const nameOf = ({ scenario, label }: RoadmapRow) => (label === null ? scenario : t(label));
  const year = (value: number) => String(value);
  const amount = (value: number) => formatNumber(value, 2, language);
  const most = Math.max(...rows.flatMap(({ path }) => path.map(({ high, mid }) => high ?? mid)));
  const issues = [...answer.issues, ...rows.flatMap(({ warnings }) => warnings)];
  const once = [...new Map(issues.map((one) => [JSON.stringify([one.code, one.message]), one])).values()];
  return (
    <>
      <FigureTable
        name="roadmap"
        rows={rows}
        keyOf={(row) => `${row.place} ${row.scenario}`}
        heads={[(row) => row.place, nameOf]}
        titles={[w('place'), w('roadmapScenario')]}
        columns={[
          [
            w('roadmapPeak'),
            ({ peakYear }) =>
              peakYear === null ? w('roadmapNoPeak', { year: horizon }) : between(peakYear, year),
          ],
          [w('roadmapShare'), ({ peakShare }) => formatShare(peakShare, language)],
          [
            w('roadmapNeutral'),
            ({ neutralYear }) => (neutralYear === null ? '—' : between(neutralYear, year)),
          ],
          [w('roadmapEnd'), ({ path }) => between(path.at(-1) as Range, amount)],
        ]}
      />
      <section data-section="paths">
        <h2>{w('roadmapPaths')}</h2>
        <div className="roadmap-charts">
          {rows.map((row) => (
            <PathChart
              key={`${row.place} ${row.scenario}`}
              row={row}
              name={`${row.place}, ${nameOf(row)}`}
              most={most}
            />
          ))}
        </div>
        <SaveButton name="path.csv" text={() => pathCsv(rows)}>
          {w('roadmapCsv')}
        </SaveButton>
        <p className="quiet small">{w('roadmapBand', { confidence: formatShare(confidence, language) })}</p>
      </section>
      {models.map((model) => (
        <Regression key={model.place} model={model} />
      ))}
      <JobsTable rows={rows} nameOf={nameOf} />
      {once.length > 0 && (
        <section data-section="doubts">
          <h2>{w('roadmapDoubts')}</h2>
          <IssueList issues={once} />
        </section>
      )}
    </>
  );
}

function Regression({ model }: { readonly model: RoadmapAnswer['models'][number] }) {
  const { language, w } = useSpeak();
  const { outOfSample: out } = model;
  const figure = (value: number | null, digits = 2) => formatNumber(value, digits, language);
  return (
    <section data-section="model">
      <h2>{w('roadmapModel', { place: model.place })}</h2>
      <p className="quiet">
        {w('roadmapModelText', {
          k: figure(model.ridge, 4),
          r2: figure(model.r2, 3),
          error: formatShare(out?.error, language, 1),
          unchanged: formatShare(out?.unchanged, language, 1),
        })}
      </p>
      <FigureTable
        name="terms"
        rows={model.terms}
        keyOf={({ term }) => term}
        heads={[({ term }) => term]}
        titles={[w('roadmapTerm')]}
        columns={[
          [w('roadmapCoefficient'), ({ coefficient }) => figure(coefficient)],
          [w('roadmapInterval'), ({ low, high }) => `[${figure(low)}, ${figure(high)}]`],
          [w('roadmapVif'), ({ inflation }) => figure(inflation, 1)],
        ]}
      />
    </section>
  );
}

function JobsTable({
  rows,
  nameOf,
}: {
  readonly rows: readonly RoadmapRow[];
  readonly nameOf: (row: RoadmapRow) => string;
}) {
  const { language, w } = useSpeak();
  const known = rows.flatMap((row) =>
    row.jobs === null ? [] : [{ row, jobs: row.jobs, last: row.jobs.years.at(-1) }],
  );
  if (known.length === 0) return null;
  const persons = (value: number | null | undefined) => formatNumber(value, 0, language);
  return (
    <section data-section="jobs">
      <h2>{w('roadmapJobsTitle')}</h2>
      <FigureTable
        name="jobs"
        rows={known}
        keyOf={({ row }) => `${row.place} ${row.scenario}`}
        heads={[({ row }) => row.place, ({ row }) => nameOf(row)]}
        titles={[w('place'), w('roadmapScenario')]}
        columns={[
          [w('roadmapLost'), ({ jobs }) => persons(jobs.replacement.lost)],
          [w('roadmapGained'), ({ jobs }) => persons(jobs.replacement.gained)],
          [w('roadmapRatio'), ({ jobs }) => formatNumber(jobs.replacement.ratio, 2, language)],
          [w('roadmapReached'), ({ jobs }) => (jobs.replacedFrom === null ? '—' : String(jobs.replacedFrom))],
          [w('roadmapWaiting'), ({ last }) => persons(last?.waiting)],
          [w('roadmapForce'), ({ last }) => persons(last?.labourForce)],
          [w('roadmapEmployed'), ({ last }) => persons(last?.employed)],
          [w('roadmapUnemployed'), ({ last }) => persons(last?.unemployed)],
          [w('roadmapUnfilled'), ({ last }) => persons(last?.unfilled)],
        ]}
      />
    </section>
  );
}
