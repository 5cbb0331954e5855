import type { EvaluationRow } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { evaluationCsv } from '../evaluation/evaluation-csv.js';
import { IntervalPlot } from '../evaluation/interval-plot.js';
import { Movers } from '../evaluation/movers.js';
import { QuadrantPlot } from '../evaluation/quadrant-plot.js';
import { SaveButton } from '../exports/save-button.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { classIds, useClasses, useMeta } from '../parts/classes.js';
import { ErrorNote } from '../parts/error-note.js';
import { FlagMark } from '../parts/flag-mark.js';
import { InView, useCityInView } from '../parts/in-view.js';
import { IntervalBar } from '../parts/interval-bar.js';
import { Link } from '../parts/link.js';
import { RowNumber } from '../parts/number.js';
import { Select } from '../parts/select.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { navigate, useAddress, withQuery } from '../router.js';
import { Reports } from './city-reports.js';

/** The two latest censuses: the years that every listed city has. */
const years = { from: '2010', to: '2020' };

/** All listed cities between two censuses: level, change, gap, verdict and the rank among their like. */
export function Evaluation() {
  const { w } = useSpeak();
  const { answer, error, retry } = useAnswer<readonly EvaluationRow[]>(pathOf('/api/evaluate', years));
  const title = w('evaluationTitle', years);
  useTitle(title);
  return (
    <div className="reading wide-reading">
      <h1>{title}</h1>
      <p>{w('evaluationText')}</p>
      <Reports path="/api/evaluate/report" kinds={[{ kind: 'nation', name: w('allReport'), asked: years }]} />
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer === null && error === null && <Skeleton height={800} />}
      {answer !== null && (
        <>
          <OneInView all={answer} />
          <Evaluations all={answer} />
        </>
      )}
    </div>
  );
}

/** The city that somebody came from, before all others. */
function OneInView({ all }: { readonly all: readonly EvaluationRow[] }) {
  const city = useCityInView();
  const own = all.filter((one) => one.city === city);
  return (
    <>
      <InView />
      {own.length > 0 && <EvaluationTable rows={own} />}
    </>
  );
}

function Evaluations({ all }: { readonly all: readonly EvaluationRow[] }) {
  const { w } = useSpeak();
  const meta = useMeta();
  const label = useClasses();
  const { query } = useAddress();
  const choose = (scheme: string) => [
    { value: '', label: w('all') },
    ...classIds(meta, scheme).map((value) => ({ value, label: label(scheme, value) })),
  ];
  const [type, quadrant] = [query.get('type') ?? '', query.get('quadrant') ?? ''];
  const shown = all
    .filter((one) => (type === '' || one.type === type) && (quadrant === '' || one.quadrant === quadrant))
    .toSorted(
      (a, b) =>
        Number(a.rankClass === null) - Number(b.rankClass === null) ||
        (a.rankClass?.en ?? '').localeCompare(b.rankClass?.en ?? '') ||
        (a.rank ?? Infinity) - (b.rank ?? Infinity),
    );
  return (
    <>
      <div className="assessment-controls">
        <Select
          label={w('officialType')}
          value={type}
          choices={choose('official_type')}
          onChange={(value) => navigate(withQuery({ type: value }), true)}
        />
        <Select
          label={w('quadrant')}
          value={quadrant}
          choices={choose('evaluation_quadrant')}
          onChange={(value) => navigate(withQuery({ quadrant: value }), true)}
        />
        <span className="quiet">{w('nCities', { n: shown.length })}</span>
        <SaveButton name="evaluation.csv" text={() => evaluationCsv(shown, meta?.catalog.hash ?? '')}>
          {w('evaluationCsv')}
        </SaveButton>
      </div>
      <div className="evaluation-plots">
        <QuadrantPlot rows={shown} />
        <IntervalPlot rows={shown} />
      </div>
      <Movers rows={shown} />
      <EvaluationTable rows={shown} />
    </>
  );
}

const columns = ['levelWord', 'changeWord', 'gapChange', 'quadrant', 'rankInClass', 'dataQuality'] as const;

function EvaluationTable({ rows }: { readonly rows: readonly EvaluationRow[] }) {
  const { w } = useSpeak();
  return (
    <div className="sideways">
      <table className="evaluations">
        <thead>
          <tr>
            <th scope="col">{w('searchCity')}</th>
            {columns.map((word) => (
              <th key={word} scope="col">
                {w(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <EvaluationLine key={row.city} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EvaluationLine({ row }: { readonly row: EvaluationRow }) {
  const { language, w, t } = useSpeak();
  const label = useClasses();
  const signed = (value: number | null) =>
    `${value !== null && value > 0 ? '+' : ''}${formatNumber(value, 1, language)}`;
  const why = (path: string, text: string) => (
    <RowNumber row={row} path={path}>
      {text}
    </RowNumber>
  );
  const interval = row.rankInterval?.join('–');
  const isInView = useCityInView() === row.city;
  return (
    <tr data-evaluated={row.city} aria-current={isInView || undefined}>
      <th scope="row">
        <Link to={`/city/${row.city}`}>{row.name === null ? row.city : t(row.name)}</Link>
      </th>
      <td>
        {why('level', formatNumber(row.level, 1, language))} <FlagMark flags={row.flags} />
      </td>
      <td>{why('change', signed(row.change))}</td>
      <td>
        {why('gapChange', signed(row.gapChange))}
        {row.region !== null && <span className="note-line quiet">{t(row.region.label)}</span>}
      </td>
      <td data-quadrant={row.quadrant ?? ''}>
        {row.quadrant === null ? w('noData') : label('evaluation_quadrant', row.quadrant)}{' '}
        <FlagMark flags={row.flags.filter(({ disguise }) => disguise)} />
      </td>
      <td data-rank={row.rank ?? ''}>
        {row.rank === null ? w('notRanked') : why('rank', `${row.rank} / ${row.ranked}`)}
        {interval !== undefined && ` (${interval})`}
        {row.rank !== null && <IntervalBar rank={row.rank} interval={row.rankInterval} of={row.ranked} />}
        {row.rankClass !== null && <span className="note-line quiet">{t(row.rankClass)}</span>}
      </td>
      <td className="keep">{why('quality/usable', label('evaluation_quality', row.quality.grade))}</td>
    </tr>
  );
}
