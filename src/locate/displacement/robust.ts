import { medianOf } from './median.js';

/** Huber's constant: 95% of the efficiency of least squares where errors are normal. */
const huber = 1.345;
/** The median absolute deviation of normal errors is this share of their standard deviation. */
const normalShare = 0.6745;
const mostRounds = 30;
/** Weights that move by less than this share of themselves have settled. */
const settled = 1e-6;

/**
 * Solves again and again with weights that fall with the residual, until they settle (iteratively reweighted least squares
 * with Huber's weights; scale is the median absolute residual, with the share of free pairs taken into account).
 *
 * @param weights of the first solution; 0 is missing
 * @param residual of a pair in the present solution
 * @param solve solves with new weights and returns the number of parts
 * @returns the number of parts, or null where no pair is redundant or all fit: the first solution stands
 */
export function reweight(
  weights: Float64Array,
  residual: (pair: number) => number,
  rank: number,
  solve: (weights: Float64Array) => number,
): number | null {
  const there = weights.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0);
  const free = there - rank;
  if (free < 1) return null;
  const sizes = new Float64Array(there);
  let before = weights;
  let parts: number | null = null;
  for (let round = 0; round < mostRounds; round++) {
    let next = 0;
    for (let pair = 0; pair < weights.length; pair++)
      if ((weights[pair] as number) > 0)
        sizes[next++] = Math.abs(residual(pair)) * Math.sqrt(weights[pair] as number);
    const scale = (medianOf(sizes) / normalShare) * Math.sqrt(there / free);
    if (scale < 1e-9) return parts;
    const now = weights.map((weight, pair) => {
      const size = Math.abs(residual(pair)) * Math.sqrt(weight);
      return size > huber * scale ? (weight * huber * scale) / size : weight;
    });
    parts = solve(now);
    if (now.every((weight, pair) => Math.abs(weight - (before[pair] as number)) <= settled * weight)) break;
    before = now;
  }
  return parts;
}
