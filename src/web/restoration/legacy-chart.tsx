import type { LegacyPaceAnswer } from '../../api/contract.js';
import { formatShare } from '../format.js';
import { useSpeak } from '../language.js';

const [width, height, left, below] = [320, 180, 44, 22];

interface LegacyChartProps {
  readonly pace: LegacyPaceAnswer;
  readonly name: string;
  /** Highest share shown, common to all paces, so that their pictures can be compared. */
  readonly most: number;
}

/** The treatment rate of one pace by year with its interval; dashed what it would be without new subsidence below the line. */
export function LegacyChart({ pace: { scenario, path }, name, most }: LegacyChartProps) {
  const { language, w } = useSpeak();
  const [from, to] = [path[0]?.year ?? 0, path.at(-1)?.year ?? 1];
  const x = (year: number) => left + ((year - from) / Math.max(1, to - from)) * (width - left - 8);
  const y = (share: number) => 8 + (1 - share / most) * (height - below - 8);
  const line = (of: (one: (typeof path)[number]) => number | null, years = path) =>
    years
      .flatMap((one) => {
        const share = of(one);
        return share === null ? [] : [`${x(one.year).toFixed(1)},${y(share).toFixed(1)}`];
      })
      .join(' ');
  return (
    <figure className="roadmap-chart" data-pace={scenario}>
      <figcaption>{name}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={w('restoreChart', {
          pace: name,
          from,
          to,
          first: formatShare(path[0]?.rate, language, 1),
          last: formatShare(path.at(-1)?.rate, language, 1),
        })}
      >
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={left} x2={width - 8} y1={y(share)} y2={y(share)} className="roadmap-grid" />
            <text x={left - 6} y={y(share) + 4} textAnchor="end">
              {formatShare(share, language)}
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
          points={`${line(({ rateLow }) => rateLow)} ${line(({ rateHigh }) => rateHigh, path.toReversed())}`}
        />
        <polyline className="restore-start" points={line(({ rateOfStart }) => rateOfStart)} />
        <polyline className="roadmap-line" points={line(({ rate }) => rate)} />
      </svg>
    </figure>
  );
}
