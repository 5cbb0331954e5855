import type { RenewalAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';

const [size, edge] = [320, 26];

/** Parcels by difficulty and potential, the mean of both in the middle. Parcels without one of them stand in the table alone. */
export function QuadrantScatter({ rows }: { readonly rows: RenewalAnswer['parcels'] }) {
  const { w } = useSpeak();
  const known = rows.flatMap(({ parcel, potential, difficulty }) =>
    potential === null || difficulty === null ? [] : [{ parcel, potential, difficulty }],
  );
  if (known.length === 0) return null;
  const sizes = known.flatMap(({ potential, difficulty }) => [Math.abs(potential), Math.abs(difficulty)]);
  const middle = size / 2;
  const away = (value: number) => ((middle - edge) * value) / (1.15 * Math.max(0.5, ...sizes));
  return (
    <figure className="renewal-picture" data-picture="quadrant">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={w('renewalQuadrant')}>
        <line className="renewal-grid" x1={edge} x2={size - edge} y1={middle} y2={middle} />
        <line className="renewal-grid" x1={middle} x2={middle} y1={edge} y2={size - edge} />
        <text x={size - edge} y={size - 8} textAnchor="end">
          {w('renewalDifficulty')} →
        </text>
        <text x={edge} y={16}>
          ↑ {w('renewalPotential')}
        </text>
        {known.map(({ parcel, potential, difficulty }) => (
          <g key={parcel} transform={`translate(${middle + away(difficulty)} ${middle - away(potential)})`}>
            <circle r="4" className="renewal-lived" />
            <text x="7" y="4">
              {parcel}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="quiet small">{w('renewalQuadrant')}</figcaption>
    </figure>
  );
}
