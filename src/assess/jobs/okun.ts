import { hodrickPrescott } from './hodrick-prescott.js';

/** Straight line of unemployment on output; `NaN` is missing. */
export interface Okun {
  readonly form: 'difference' | 'gap';
  /** Constant a: points by which unemployment rises without growth; 0 in the gap form. */
  readonly constant: number;
  /** Coefficient b, above 0 where Okun's relation holds. */
  readonly coefficient: number;
  /** Growth at which unemployment stands still, a ÷ b; difference form only. */
  readonly breakEven: number;
  readonly rSquared: number;
  /** Pairs of a year that went in. */
  readonly count: number;
  /** Null: estimated. Else why not. */
  readonly refused: null | 'too few years' | 'gaps' | 'unemployment or output does not move';
}

/**
 * Okun's relation in differences: Δu = a − b g by least squares, over years with both; growth at which unemployment
 * stands still g* = a ÷ b. A year after a gap has no difference and is left out.
 *
 * Registered unemployment in China barely moves: use the surveyed rate, or employment in its place (M, D).
 *
 * Source: Okun 1962 (M).
 *
 * @param unemployment rate by year, a share; `NaN` is missing
 * @param growth of output in the same years, a share
 * @param yearsMinimum fewest pairs for an estimate
 */
export function okunDifference(
  unemployment: ArrayLike<number>,
  growth: ArrayLike<number>,
  yearsMinimum: number,
): Okun {
  const change = Array.from(unemployment, (rate, at) =>
    at === 0 ? Number.NaN : rate - (unemployment[at - 1] as number),
  );
  const pairs = change
    .map((value, at) => [growth[at] as number, value] as const)
    .filter(([x, y]) => !Number.isNaN(x) && !Number.isNaN(y));
  const nothing = unestimated('difference', pairs.length, 'too few years');
  if (pairs.length < yearsMinimum) return nothing;
  const line = leastSquares(pairs);
  if (!line) return { ...nothing, refused: 'unemployment or output does not move' };
  const coefficient = -line.slope;
  return {
    form: 'difference',
    constant: line.constant,
    coefficient,
    breakEven: coefficient === 0 ? Number.NaN : line.constant / coefficient,
    rSquared: line.rSquared,
    count: pairs.length,
    refused: null,
  };
}

/**
 * Okun's relation in gaps: u − u* = −b (y − y*) through 0, with y = ln output and both trends by the Hodrick–Prescott
 * filter. Needs every year of the span.
 *
 * Source: Okun 1962 (M).
 *
 * @param output by year in prices of one year, above 0
 * @param lambda smoothness of the trends
 */
export function okunGap(
  unemployment: ArrayLike<number>,
  output: ArrayLike<number>,
  lambda: number,
  yearsMinimum: number,
): Okun {
  const count = unemployment.length;
  if (count < yearsMinimum) return unestimated('gap', count, 'too few years');
  const logs = Array.from(output, (value) => (value > 0 ? Math.log(value) : Number.NaN));
  const rates = Array.from(unemployment);
  if ([...logs, ...rates].some((value) => Number.isNaN(value))) return unestimated('gap', count, 'gaps');
  const trendOfOutput = hodrickPrescott(logs, lambda);
  const trendOfRates = hodrickPrescott(rates, lambda);
  let [products, squares, all] = [0, 0, 0];
  for (let at = 0; at < count; at++) {
    const gap = (logs[at] as number) - (trendOfOutput[at] as number);
    const off = (rates[at] as number) - (trendOfRates[at] as number);
    products += gap * off;
    squares += gap * gap;
    all += off * off;
  }
  // What rounding leaves of a series that lies on its trend is no gap.
  const still = (sum: number, values: readonly number[]) =>
    sum <= 1e-20 * values.reduce((total, value) => total + value * value, 0);
  if (still(squares, logs) || still(all, rates)) {
    return unestimated('gap', count, 'unemployment or output does not move');
  }
  return {
    form: 'gap',
    constant: 0,
    coefficient: -products / squares,
    breakEven: Number.NaN,
    rSquared: (products * products) / (squares * all),
    count,
    refused: null,
  };
}

function unestimated(form: Okun['form'], count: number, refused: NonNullable<Okun['refused']>): Okun {
  const nothing = {
    constant: Number.NaN,
    coefficient: Number.NaN,
    breakEven: Number.NaN,
    rSquared: Number.NaN,
  };
  return { form, ...nothing, count, refused };
}

function leastSquares(pairs: readonly (readonly [number, number])[]) {
  const count = pairs.length;
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / count;
  let [products, squaresX, squaresY] = [0, 0, 0];
  for (const [x, y] of pairs) {
    products += (x - meanX) * (y - meanY);
    squaresX += (x - meanX) ** 2;
    squaresY += (y - meanY) ** 2;
  }
  const flat = (squares: number, mean: number) => squares <= 1e-24 * count * mean * mean;
  if (squaresX === 0 || squaresY === 0 || flat(squaresX, meanX) || flat(squaresY, meanY)) return null;
  const slope = products / squaresX;
  return {
    slope,
    constant: meanY - slope * meanX,
    rSquared: (products * products) / (squaresX * squaresY),
  };
}
