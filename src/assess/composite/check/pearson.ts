import type { Values } from '../types.js';

/**
 * Product-moment correlation over the rows in which both have a value: Σ(x − mean)(y − mean) ÷ √(Σ(x − mean)² Σ(y − mean)²).
 *
 * @returns −1 to 1; `NaN` with fewer than two such rows or where one of the two is constant in them
 * @remarks Source: standard textbook (M).
 */
export function pearson(a: Values, b: Values): number {
  const rows = a.length;
  let count = 0;
  let sumA = 0;
  let sumB = 0;
  let [leastA, mostA] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [leastB, mostB] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < rows; row++) {
    const x = a[row] as number;
    const y = b[row] as number;
    // Only a missing value differs from itself; faster here than a call.
    if (x !== x || y !== y) continue;
    count += 1;
    sumA += x;
    sumB += y;
    if (x < leastA) leastA = x;
    if (x > mostA) mostA = x;
    if (y < leastB) leastB = y;
    if (y > mostB) mostB = y;
  }
  // The mean of equal values need not be exact, so that their squares need not be 0: the range tells.
  if (!(mostA > leastA) || !(mostB > leastB)) return Number.NaN;
  const [rangeA, rangeB] = [mostA - leastA, mostB - leastB];
  const [meanA, meanB] = [sumA / count, sumB / count];
  let product = 0;
  let squareA = 0;
  let squareB = 0;
  for (let row = 0; row < rows; row++) {
    const x = ((a[row] as number) - meanA) / rangeA;
    const y = ((b[row] as number) - meanB) / rangeB;
    if (x !== x || y !== y) continue;
    product += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return Math.max(-1, Math.min(1, product / Math.sqrt(squareA * squareB)));
}
