import type { Values } from '../types.js';

/**
 * Skewness, corrected for bias as in spreadsheets: n ÷ ((n − 1)(n − 2)) · Σ((x − mean) ÷ s)³ with s of divisor n − 1.
 *
 * @param values missing ones are left out; no unit
 * @returns above 0 for a long tail of large values; `NaN` with fewer than 3 values or where all are equal
 * @remarks Source: Joanes and Gill 1998, form G1 (M).
 */
export function skewness(values: Values): number {
  const { count, range, mean } = centre(values);
  if (count < 3 || !(range > 0)) return Number.NaN;
  let second = 0;
  let third = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value !== value) continue;
    const distance = (value - mean) / range;
    const square = distance * distance;
    second += square;
    third += square * distance;
  }
  const deviation = Math.sqrt(second / (count - 1));
  return ((count / ((count - 1) * (count - 2))) * third) / (deviation * deviation * deviation);
}

/**
 * Excess kurtosis, corrected for bias as in spreadsheets:
 * n(n + 1) ÷ ((n − 1)(n − 2)(n − 3)) · Σ((x − mean) ÷ s)⁴ − 3(n − 1)² ÷ ((n − 2)(n − 3)).
 *
 * @param values missing ones are left out; no unit
 * @returns 0 for a normal distribution, above for heavy tails; `NaN` with fewer than 4 values or where all are equal
 * @remarks Source: Joanes and Gill 1998, form G2 (M).
 */
export function kurtosis(values: Values): number {
  const { count: n, range, mean } = centre(values);
  if (n < 4 || !(range > 0)) return Number.NaN;
  let second = 0;
  let fourth = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value !== value) continue;
    const distance = (value - mean) / range;
    const square = distance * distance;
    second += square;
    fourth += square * square;
  }
  const variance = second / (n - 1);
  const outer = (n - 2) * (n - 3);
  return (((n * (n + 1)) / ((n - 1) * outer)) * fourth) / (variance * variance) - (3 * (n - 1) ** 2) / outer;
}

/** Distances are taken in ranges of the column, so that neither very large nor very small values overflow. */
function centre(values: Values): { count: number; range: number; mean: number } {
  let count = 0;
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    // Only a missing value differs from itself; faster here than a call.
    if (value !== value) continue;
    count += 1;
    sum += value;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { count, range: most - least, mean: sum / count };
}
