import type { RoadmapRow } from '../../api/contract.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';

const [width, height, left, below] = [320, 180, 44, 22];

/** Emissions of one scenario by year with their interval; `most` is common to all, so that charts can be compared. */
export function PathChart({
  row,
  name,
  most,
}: {
  readonly row: RoadmapRow;
  readonly name: string;
  readonly most: number;
}) {
  const { language, w } = useSpeak();
  const { path, peakYear } = row;
  const [from, to] = [path[0]?.year ?? 0, path.at(-1)?.year ?? 0];
  const x = (year: number) => left + ((year - from) / (to - from)) * (width - left - 8);
  const y = (value: number) => 8 + (1 - value / most) * (height - below - 8);
  const line = (points: readonly (readonly [number, number])[]) =>
    points.map(([year, value]) => `${x(year).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const band = path.flatMap(({ year, low, high }) =>
    low === null || high === null ? [] : [{ year, low, high }],
  );
  const top = path.find(({ year }) => year === peakYear?.mid);
  const ticks = [0, most / 2, most];
  return (
    <figure className="roadmap-chart" data-path={row.scenario}>
      <figcaption>{name}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={w('roadmapPath', { scenario: name, from, to })}
      >
        {ticks.map((value) => (
          <g key={value}>
            <line x1={left} x2={width - 8} y1={y(value)} y2={y(value)} className="roadmap-grid" />
            <text x={left - 6} y={y(value) + 4} textAnchor="end">
              {formatNumber(value, 1, language)}
            </text>
          </g>
        ))}
        {[from, to].map((year) => (
          <text key={year} x={x(year)} y={height - 6} textAnchor={year === from ? 'start' : 'end'}>
            {year}
          </text>
        ))}
        <polygon
          className="roadmap-band"
          points={line([
            ...band.map(({ year, high }) => [year, high] as const),
            ...band.toReversed().map(({ year, low }) => [year, low] as const),
          ])}
        />
        <polyline className="roadmap-line" points={line(path.map(({ year, mid }) => [year, mid]))} />
        {top !== undefined && <circle className="roadmap-top" cx={x(top.year)} cy={y(top.mid)} r="4" />}
      </svg>
    </figure>
  );
}
