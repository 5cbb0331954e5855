import type { LinkagesAnswer } from '../../api/contract.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';

type Sector = LinkagesAnswer['sectors'][number];
type Known = Sector & { readonly influence: number; readonly sensitivity: number };

const [width, height, left, below, above] = [640, 440, 46, 40, 14];

interface ScatterProps {
  readonly sectors: readonly Sector[];
  /** Sector that is taken out; empty for none. */
  readonly chosen: string;
  readonly nameOf: (sector: Sector) => string;
}

/** Sectors by influence and sensitivity: key ones are filled squares, others circles, the chosen one has a ring and its name. */
export function QuadrantScatter({ sectors, chosen, nameOf }: ScatterProps) {
  const { language, w } = useSpeak();
  const known = sectors.filter((one): one is Known => one.influence !== null && one.sensitivity !== null);
  const scaleOf = (values: readonly number[], from: number, to: number) => {
    const [least, most] = [Math.min(1, ...values), Math.max(1, ...values)];
    const room = (most - least) * 0.06 || 0.1;
    return (value: number) => from + ((value - least + room) / (most - least + 2 * room)) * (to - from);
  };
  const x = scaleOf(
    known.map(({ influence }) => influence),
    left,
    width - 10,
  );
  const y = scaleOf(
    known.map(({ sensitivity }) => sensitivity),
    height - below,
    above,
  );
  // Names of all would lie over one another; every point says its own.
  const mostPulled = new Set(
    known
      .toSorted((a, b) => b.sensitivity - a.sensitivity)
      .slice(0, 3)
      .map(({ sector }) => sector),
  );
  const corners = [
    ['linkagesKey', width - 12, above + 14, 'end'],
    ['linkagesPulled', left + 8, above + 14, 'start'],
    ['linkagesPulls', width - 12, height - below - 8, 'end'],
    ['linkagesWeak', left + 8, height - below - 8, 'start'],
  ] as const;
  return (
    <figure className="linkages-scatter" data-scatter>
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={w('linkagesPicture')}>
        <path className="axis" d={`M${left} ${above}V${height - below}H${width - 10}`} />
        <path className="mean" d={`M${x(1)} ${above}V${height - below}M${left} ${y(1)}H${width - 10}`} />
        <text x={x(1)} y={height - below + 16} textAnchor="middle">
          1
        </text>
        <text x={left - 8} y={y(1) + 4} textAnchor="end">
          1
        </text>
        <text x={(left + width) / 2} y={height - 6} textAnchor="middle">
          {w('linkagesInfluence')}
        </text>
        <text transform={`translate(14 ${height / 2}) rotate(-90)`} textAnchor="middle">
          {w('linkagesSensitivity')}
        </text>
        {corners.map(([word, cx, cy, anchor]) => (
          <text key={word} className="corner" x={cx} y={cy} textAnchor={anchor}>
            {w(word)}
          </text>
        ))}
        {known.map((one) => {
          const [cx, cy] = [x(one.influence), y(one.sensitivity)];
          const figures = [one.influence, one.sensitivity].map((value) => formatNumber(value, 2, language));
          const words = `${nameOf(one)}: ${w('linkagesInfluence')} ${figures[0]}, ${w('linkagesSensitivity')} ${figures[1]}`;
          const isChosen = one.sector === chosen;
          const named = isChosen || mostPulled.has(one.sector);
          return (
            <g key={one.sector} data-sector={one.sector} tabIndex={0} role="img" aria-label={words}>
              <title>{words}</title>
              {isChosen && <circle className="ring" cx={cx} cy={cy} r="10" />}
              {one.key === true ? (
                <rect className="key" x={cx - 5} y={cy - 5} width="10" height="10" />
              ) : (
                <circle className="other" cx={cx} cy={cy} r="5" />
              )}
              {named && (
                <text
                  className="point"
                  x={cx + (cx > width / 2 ? -13 : 13)}
                  y={cy + 4}
                  textAnchor={cx > width / 2 ? 'end' : 'start'}
                >
                  {nameOf(one)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
