/**
 * The weights nearest to the given ones (sum of squares) that lie within bounds and sum to 1: all are moved by the same
 * amount and cut at the bounds.
 *
 * @param bounds lowest and highest weight; `count · lowest ≤ 1 ≤ count · highest`
 */
export function withinBounds(weights: Float64Array, bounds: readonly [number, number]): Float64Array {
  const [low, high] = bounds;
  const cut = (shift: number) => weights.map((weight) => Math.max(low, Math.min(high, weight - shift)));
  const sumAt = (shift: number) => cut(shift).reduce((sum, one) => sum + one, 0);
  let below = Math.min(...weights) - high;
  let above = Math.max(...weights) - low;
  for (let halving = 0; halving < 200; halving++) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) break;
    if (sumAt(middle) >= 1) below = middle;
    else above = middle;
  }
  const hair = 1e-15;
  return cut(below).map((one) => (one - low < hair ? low : high - one < hair ? high : one));
}
