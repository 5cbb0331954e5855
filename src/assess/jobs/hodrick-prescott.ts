/**
 * Trend of a series by the Hodrick–Prescott filter: minimises Σ (y − t)² + λ Σ (second differences of t)², by solving
 * (I + λ K′K) t = y. Large λ gives a straight line; 100 and 6.25 are both in use for yearly data.
 *
 * Source: Hodrick and Prescott 1997; 6.25 Ravn and Uhlig 2002 (M).
 *
 * @param values one per year, without gaps
 * @param lambda 0 or more
 * @returns the trend; the values themselves where there are fewer than three
 */
export function hodrickPrescott(values: ArrayLike<number>, lambda: number): Float64Array {
  const size = values.length;
  if (size < 3) return Float64Array.from(values);
  // Five bands of a symmetric matrix; below: diagonal and the two above it.
  const bands = [0, 1, 2].map(() => new Float64Array(size));
  const [diagonal, first, second] = bands as [Float64Array, Float64Array, Float64Array];
  diagonal.fill(1);
  for (let at = 0; at + 2 < size; at++) {
    const weights = [1, -2, 1];
    for (let row = 0; row < 3; row++) {
      for (let column = row; column < 3; column++) {
        const band = bands[column - row] as Float64Array;
        const added = lambda * (weights[row] as number) * (weights[column] as number);
        band[at + row] = (band[at + row] as number) + added;
      }
    }
  }
  return solve(diagonal, first, second, Float64Array.from(values));
}

/** Elimination without pivots: the matrix is positive definite. */
function solve(
  diagonal: Float64Array,
  first: Float64Array,
  second: Float64Array,
  right: Float64Array,
): Float64Array {
  const size = right.length;
  for (let at = 0; at < size; at++) {
    const pivot = diagonal[at] as number;
    const [one, two] = [first[at] as number, second[at] as number];
    if (at + 1 < size) {
      const factor = one / pivot;
      diagonal[at + 1] = (diagonal[at + 1] as number) - factor * one;
      first[at + 1] = (first[at + 1] as number) - factor * two;
      right[at + 1] = (right[at + 1] as number) - factor * (right[at] as number);
    }
    if (at + 2 < size) {
      const factor = two / pivot;
      diagonal[at + 2] = (diagonal[at + 2] as number) - factor * two;
      right[at + 2] = (right[at + 2] as number) - factor * (right[at] as number);
    }
  }
  for (let at = size - 1; at >= 0; at--) {
    const known =
      (at + 1 < size ? (first[at] as number) * (right[at + 1] as number) : 0) +
      (at + 2 < size ? (second[at] as number) * (right[at + 2] as number) : 0);
    right[at] = ((right[at] as number) - known) / (diagonal[at] as number);
  }
  return right;
}
