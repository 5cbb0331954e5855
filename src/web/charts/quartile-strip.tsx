interface QuartileStripProps {
  readonly value: number | null;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  /** Second value on the same line, for example the pooled one. */
  readonly dot?: number | null;
  /** Ends of the line; without them they follow from what is shown. */
  readonly range?: readonly [number, number];
  readonly width?: number;
}

/** Ends that leave half the distance between the quartiles on either side of all that is shown. */
export function stripRange(values: readonly number[], q1: number, q3: number): readonly [number, number] {
  const all = [...values, q1, q3];
  const least = Math.min(...all);
  const most = Math.max(...all);
  const room = (q3 - q1) / 2 || Math.abs(most - least) / 2 || Math.abs(most) / 2 || 1;
  return [least - room, most + room];
}

/** Bar between the quartiles of the peers, a line at their median, the unit's own value as a lozenge. */
export function QuartileStrip({ value, q1, median, q3, dot, range, width = 132 }: QuartileStripProps) {
  const present = [value, dot].filter((one): one is number => typeof one === 'number');
  const [low, high] = range ?? stripRange(present, q1, q3);
  const at = (one: number) => 5 + ((one - low) / (high - low)) * (width - 10);
  return (
    <svg className="strip" width={width} height="16" viewBox={`0 0 ${width} 16`} aria-hidden="true">
      <line className="axis" x1="0" x2={width} y1="8" y2="8" />
      <rect className="span" x={at(q1)} width={Math.max(1, at(q3) - at(q1))} y="4.5" height="7" />
      <line className="median" x1={at(median)} x2={at(median)} y1="3" y2="13" />
      {value !== null && <path className="own" d={`M${at(value)},2.5l5,5.5l-5,5.5l-5,-5.5z`} />}
      {typeof dot === 'number' && <circle className="own" cx={at(dot)} cy="8" r="4" />}
    </svg>
  );
}
