/** Outputs of a Sobol design: samples A and B, and for each factor A with the column of that factor from B. */
export interface SobolOutputs {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** By factor. */
  readonly mixed: readonly ArrayLike<number>[];
}

/** What each sample adds to the sums that indices are made of, so that a draw of samples costs only sums. */
export interface Terms {
  /** `[sample * width + term]`; a term that cannot be had is 0. */
  readonly values: Float64Array;
  readonly width: number;
  readonly samples: number;
  readonly factors: number;
  /** Mean of A and B, taken off all values, so that squares keep their digits. */
  readonly centre: number;
  /** Outputs that are not finite. */
  readonly failed: number;
}

/** Indices by factor, and what they were made of. */
export interface Estimate {
  readonly variance: number;
  readonly first: Float64Array;
  readonly total: Float64Array;
  /** Samples that could be used for the first order. */
  readonly used: Int32Array;
}

/** First terms: how many of A and B there are, their sum and sum of squares. Then for each factor: */
const head = 3;
/** pairs for the first order, B · (AB − A), AB − A; pairs for the total, (A − AB)². */
const perFactor = 5;

/** @param samples only the first so many are used */
export function termsOf({ a, b, mixed }: SobolOutputs, samples: number): Terms {
  const factors = mixed.length;
  const width = head + perFactor * factors;
  const values = new Float64Array(samples * width);
  const centre = centreOf(a, b, samples);
  let failed = 0;
  for (let k = 0; k < samples; k++) {
    const at = k * width;
    const one = (a[k] as number) - centre;
    const two = (b[k] as number) - centre;
    for (const value of [one, two]) {
      if (Number.isFinite(value)) addThree(values, at, 1, value, value * value);
      else failed += 1;
    }
    for (let factor = 0; factor < factors; factor++) {
      const changed = (mixed[factor]?.[k] as number) - centre;
      if (!Number.isFinite(changed)) failed += 1;
      const step = changed - one;
      if (!Number.isFinite(step)) continue;
      const from = at + head + factor * perFactor;
      if (Number.isFinite(two)) addThree(values, from, 1, two * step, step);
      values[from + 3] = 1;
      values[from + 4] = step * step;
    }
  }
  return { values, width, samples, factors, centre, failed };
}

/**
 * Indices from samples, each taken as often as `times` says.
 *
 * @param isCentred whether the mean of A and B is taken off B in the first order
 */
export function estimate(terms: Terms, times: Uint16Array | null, isCentred: boolean): Estimate {
  const { factors, centre } = terms;
  const sums = totals(terms, times);
  const term = (place: number) => sums[place] as number;
  const mean = term(1) / term(0);
  const spread = (term(2) - mean * term(1)) / (term(0) - 1);
  // What rounding leaves of equal outputs is no variance.
  const variance = spread > 1e-24 * centre * centre ? spread : 0;
  const first = new Float64Array(factors).fill(Number.NaN);
  const total = new Float64Array(factors).fill(Number.NaN);
  const used = new Int32Array(factors);
  for (let factor = 0; factor < factors; factor++) {
    const at = head + factor * perFactor;
    used[factor] = term(at);
    if (variance === 0) continue;
    // The products are of B less the centre: the rest of the mean is still to be taken off, or the centre put back.
    const products = term(at + 1) + (isCentred ? -mean : centre) * term(at + 2);
    first[factor] = products / term(at) / variance;
    total[factor] = term(at + 4) / term(at + 3) / 2 / variance;
  }
  return { variance, first, total, used };
}

function totals({ values, width, samples }: Terms, times: Uint16Array | null): Float64Array {
  const sums = new Float64Array(width);
  for (let k = 0, at = 0; k < samples; k++, at += width) {
    const weight = times ? (times[k] as number) : 1;
    if (weight === 0) continue;
    for (let term = 0; term < width; term++) {
      sums[term] = (sums[term] as number) + weight * (values[at + term] as number);
    }
  }
  return sums;
}

function addThree(into: Float64Array, at: number, first: number, second: number, third: number): void {
  into[at] = (into[at] as number) + first;
  into[at + 1] = (into[at + 1] as number) + second;
  into[at + 2] = (into[at + 2] as number) + third;
}

function centreOf(a: ArrayLike<number>, b: ArrayLike<number>, samples: number): number {
  let sum = 0;
  let count = 0;
  for (let k = 0; k < samples; k++) {
    for (const value of [a[k] as number, b[k] as number]) {
      if (!Number.isFinite(value)) continue;
      sum += value;
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}
