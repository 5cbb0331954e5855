/** What one walk over a column tells; missing values take no part in the ends, but make the sums missing. */
export interface Span {
  /** Smallest value; endless where there is none. */
  readonly low: number;
  /** Largest value; endless where there is none. */
  readonly high: number;
  /** Σx; `NaN` where a value is missing. */
  readonly sum: number;
  /** Σx²; `NaN` where a value is missing. */
  readonly squares: number;
}

/** Spans of columns. Checks, weights and methods all ask for them, and speed hangs on walking a column once. */
export function spansOf(columns: readonly Float64Array[]): readonly Span[] {
  return columns.map(spanOf);
}

/** Two of everything side by side, so that no step of the walk waits for the one before. */
function spanOf(column: Float64Array): Span {
  let [sum, otherSum] = [0, 0];
  let [squares, otherSquares] = [0, 0];
  let [low, otherLow] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [high, otherHigh] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const even = column.length - (column.length % 2);
  for (let i = 0; i < even; i += 2) {
    const value = column[i] as number;
    const other = column[i + 1] as number;
    sum += value;
    otherSum += other;
    squares += value * value;
    otherSquares += other * other;
    if (value < low) low = value;
    if (value > high) high = value;
    if (other < otherLow) otherLow = other;
    if (other > otherHigh) otherHigh = other;
  }
  if (even < column.length) {
    const last = column[even] as number;
    sum += last;
    squares += last * last;
    if (last < low) low = last;
    if (last > high) high = last;
  }
  return {
    low: Math.min(low, otherLow),
    high: Math.max(high, otherHigh),
    sum: sum + otherSum,
    squares: squares + otherSquares,
  };
}
