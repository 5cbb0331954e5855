import { type SuccessorCriterion, successorCriteria } from '../../plan/index.js';
import { classLooks } from '../charts/colours.js';
import { Swatch } from '../charts/legend.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';

const looks = classLooks(successorCriteria);
const colourOf = (name: SuccessorCriterion) => looks.get(name)?.colour ?? 'var(--accent)';

/** Parts of a score, stacked from the middle: what speaks for an activity to the right, what speaks against it to the left. */
export function ScoreBar({
  name,
  parts,
}: {
  readonly name: string;
  readonly parts: Readonly<Record<SuccessorCriterion, number>>;
}) {
  const { language, w } = useSpeak();
  const known = successorCriteria.filter((one) => !Number.isNaN(parts[one]) && parts[one] !== 0);
  const told = known.map((one) => `${w(`successors_${one}`)} ${formatNumber(parts[one], 2, language)}`);
  const start = new Map<SuccessorCriterion, number>();
  let [left, right] = [0, 0];
  for (const one of known) {
    const part = parts[one];
    if (part < 0) left += part;
    start.set(one, part < 0 ? left : right);
    if (part > 0) right += part;
  }
  return (
    <svg
      className="score-parts"
      viewBox="-100 0 200 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={w('successorsBar', { name, parts: told.join(', ') })}
    >
      {known.map((one) => (
        <rect
          key={one}
          x={100 * (start.get(one) ?? 0)}
          y="1"
          width={100 * Math.abs(parts[one])}
          height="8"
          fill={colourOf(one)}
        />
      ))}
      <line x1="0" x2="0" y1="0" y2="10" className="score-zero" />
    </svg>
  );
}

/** What the colours mean. */
export function ScoreLegend() {
  const { w } = useSpeak();
  return (
    <ul className="legend-classes parts-legend">
      {successorCriteria.map((one) => (
        <li key={one}>
          <Swatch look={{ shape: 'square', colour: colourOf(one) }} /> {w(`successors_${one}`)}
        </li>
      ))}
    </ul>
  );
}
