import type { EvaluationRow } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { useCityInView } from '../parts/in-view.js';
import { Select } from '../parts/select.js';
import { navigate, useAddress, withQuery } from '../router.js';

const [width, names, line, below] = [620, 190, 20, 26];

type Ranked = EvaluationRow & { readonly rank: number };

/** Ranks of one class with their intervals; the class stands in the address, at first that of the city in view or the largest. */
export function IntervalPlot({ rows }: { readonly rows: readonly EvaluationRow[] }) {
  const { w, t } = useSpeak();
  const asked = useAddress().query.get('class');
  const inView = useCityInView();
  const ranked = rows.filter((row): row is Ranked => row.rank !== null && row.rankClass !== null);
  const classes = new Map<string, Ranked[]>();
  for (const row of ranked) {
    const key = row.rankClass?.en ?? '';
    classes.set(key, [...(classes.get(key) ?? []), row]);
  }
  const own = ranked.find(({ city }) => city === inView)?.rankClass?.en;
  const largest = [...classes].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
  const chosen = [asked, own, largest].find((one) => one != null && classes.has(one));
  const shown = (classes.get(chosen ?? '') ?? []).toSorted((a, b) => a.rank - b.rank);
  const called = shown[0]?.rankClass;
  if (called == null) return null;
  const choices = [...classes].map(([value, [first]]) => ({
    value,
    label: first?.rankClass == null ? value : t(first.rankClass),
  }));
  return (
    <figure
      className="evaluation-plot"
      data-plot="intervals"
      aria-label={w('intervalPlot', { class: t(called) })}
    >
      <Select
        label={w('classWord')}
        value={chosen ?? ''}
        choices={choices.toSorted((a, b) => a.label.localeCompare(b.label))}
        onChange={(value) => navigate(withQuery({ class: value }), true)}
      />
      <Lines rows={shown} label={w('intervalPlot', { class: t(called) })} />
      <figcaption className="quiet small">{w('intervalPlotNote')}</figcaption>
    </figure>
  );
}

function Lines({ rows, label }: { readonly rows: readonly Ranked[]; readonly label: string }) {
  const { w, t } = useSpeak();
  const last = Math.max(2, ...rows.map(({ ranked }) => ranked));
  const height = rows.length * line + below;
  const x = (rank: number) => names + ((rank - 1) / (last - 1)) * (width - names - 12);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {[1, Math.round((1 + last) / 2), last].map((tick) => (
        <g key={tick}>
          <line className="tick" x1={x(tick)} x2={x(tick)} y1="0" y2={height - below} />
          <text x={x(tick)} y={height - 8} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      {rows.map(({ city, name, rank, rankInterval }, at) => {
        const [low, high] = rankInterval ?? [rank, rank];
        const called = name === null ? city : t(name);
        const y = at * line + line / 2;
        return (
          <g key={city} data-interval={city}>
            <title>{w('intervalRow', { name: called, rank, low, high })}</title>
            <text x={names - 10} y={y + 4} textAnchor="end">
              {called}
            </text>
            <line className="range" x1={x(low)} x2={x(high)} y1={y} y2={y} />
            <circle cx={x(rank)} cy={y} r="4" />
          </g>
        );
      })}
    </svg>
  );
}
