import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import type { CellRow } from './rows.js';

const [width, height] = [560, 340];
const edge = { left: 46, right: 14, top: 12, bottom: 40 };
/** Dots that get a name: those that are most complex and near. */
const namedMost = 8;

interface Extent {
  readonly least: number;
  readonly most: number;
}

/** From least to most with a little room at both ends. */
function extentOf(values: readonly number[]): Extent {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = most > least ? 0.08 * (most - least) : 0.1;
  return { least: least - room, most: most + room };
}

/** Round marks within an extent, six or fewer. */
function ticksOf({ least, most }: Extent): readonly number[] {
  const rough = (most - least) / 5;
  const ten = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * ten).find((one) => one >= rough) ?? 10 * ten;
  const first = Math.ceil(least / step);
  return Array.from({ length: Math.floor(most / step) - first + 1 }, (_, at) => (first + at) * step);
}

/** Density against complexity of what a place lacks; dots are numbered as in the table below. */
export function Scatter({ place, rows }: { readonly place: string; readonly rows: readonly CellRow[] }) {
  const { language, w } = useSpeak();
  const known = rows.flatMap((row) =>
    row.density === null || row.pci === null ? [] : [{ row, density: row.density, pci: row.pci }],
  );
  if (known.length === 0) return <p className="quiet">{w('complexityAll')}</p>;
  const across = extentOf(known.map(({ density }) => density));
  const up = extentOf(known.map(({ pci }) => pci));
  const gains = known.map(({ row }) => row.gain ?? 0);
  const [low, high] = [Math.min(...gains), Math.max(...gains)];
  const x = (value: number) =>
    edge.left + ((value - across.least) / (across.most - across.least)) * (width - edge.left - edge.right);
  const y = (value: number) =>
    height - edge.bottom - ((value - up.least) / (up.most - up.least)) * (height - edge.top - edge.bottom);
  const radius = (gain: number | null) => 4 + (high > low ? (6 * ((gain ?? low) - low)) / (high - low) : 2);
  return (
    <svg
      className="plane scatter"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={w('complexityScatter', { place })}
    >
      {ticksOf(across).map((tick) => (
        <g key={tick}>
          <line className="tick" x1={x(tick)} x2={x(tick)} y1={edge.top} y2={height - edge.bottom} />
          <text x={x(tick)} y={height - edge.bottom + 15} textAnchor="middle">
            {formatNumber(tick, 2, language)}
          </text>
        </g>
      ))}
      {ticksOf(up).map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? 'zero' : 'tick'}
            x1={edge.left}
            x2={width - edge.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text x={edge.left - 6} y={y(tick) + 4} textAnchor="end">
            {formatNumber(tick, 1, language)}
          </text>
        </g>
      ))}
      <text x={width - edge.right} y={height - 6} textAnchor="end">
        {w('complexityDensity')}
      </text>
      <text x={-edge.top} y={12} textAnchor="end" transform="rotate(-90)">
        {w('complexityPci')}
      </text>
      {known.map(({ row, density, pci }, at) => (
        <g key={row.activity} data-dot={row.activity}>
          <circle className="scatter-dot" cx={x(density)} cy={y(pci)} r={radius(row.gain)}>
            <title>{row.called}</title>
          </circle>
          {at < namedMost && (
            <text x={x(density)} y={y(pci) - radius(row.gain) - 3} textAnchor="middle">
              {rows.indexOf(row) + 1}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
