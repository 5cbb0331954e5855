/** Rank with its interval on the line from the first to the last; the text beside it says the same. */
export function IntervalBar(props: {
  readonly rank: number;
  readonly interval: readonly [number, number] | null;
  readonly of: number;
  readonly width?: number;
}) {
  const { rank, interval, of, width = 64 } = props;
  const at = (value: number) => (of <= 1 ? 0 : ((value - 1) / (of - 1)) * (width - 4)) + 2;
  return (
    <svg className="interval" width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
      <line x1="0" x2={width} y1="6" y2="6" className="axis" />
      {interval !== null && (
        <rect
          x={at(interval[0]) - 1}
          width={Math.max(2, at(interval[1]) - at(interval[0]) + 2)}
          y="4"
          height="4"
          className="span"
        />
      )}
      <line x1={at(rank)} x2={at(rank)} y1="1" y2="11" className="tick" />
    </svg>
  );
}
