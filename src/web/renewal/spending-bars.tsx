import type { RenewalAnswer } from '../../api/contract.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';

const [width, height, foot] = [360, 150, 34];

/** What each year spends in the frame of its budget. */
export function SpendingBars({ rows }: { readonly rows: RenewalAnswer['spending'] }) {
  const { language, w } = useSpeak();
  const most = Math.max(1, ...rows.map(({ budget }) => budget));
  const cell = width / rows.length;
  const bar = (at: number, amount: number) => {
    const tall = ((height - foot - 6) * amount) / most;
    return { x: cell * (at + 0.2), width: cell * 0.6, y: height - foot - tall, height: tall };
  };
  return (
    <figure className="renewal-picture" data-picture="spending">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={w('renewalSpendingPicture')}>
        {rows.map(({ year, spent, budget }, at) => (
          <g key={year}>
            <rect className="renewal-lived" {...bar(at, spent)} />
            <rect className="renewal-frame" {...bar(at, budget)} />
            <text x={cell * (at + 0.5)} y={height - foot + 14} textAnchor="middle">
              {year}
            </text>
            <text x={cell * (at + 0.5)} y={height - foot + 28} textAnchor="middle">
              {formatNumber(spent, 0, language)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="quiet small">{w('renewalSpendingPicture')}</figcaption>
    </figure>
  );
}
