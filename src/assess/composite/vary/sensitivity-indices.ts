import { AfterlodeError, quantile, seededRandom } from '../../../base/index.js';

/** Outputs of a Sobol design: samples A and B, and for each factor A with the column of that factor from B. */
export interface SobolOutputs {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** By factor. */
  readonly mixed: readonly ArrayLike<number>[];
}

export interface IndicesOptions {
  /**
   * `centred`: first order after Saltelli 2010 with the mean of the outputs taken off, total after Jansen. `uncentred`:
   * the same without taking the mean off, as COINr has it; a constant added to the output changes its first order.
   */
  readonly estimator?: 'centred' | 'uncentred';
  /** Draws for the intervals; 0: no intervals. */
  readonly bootstrap?: number;
  readonly seed?: number;
  /** Only the first so many samples are used. */
  readonly samples?: number;
}

/** How much of the variance of an output goes back to each factor. */
export interface SensitivityIndices {
  /** Of the outputs of A and B; divisor n − 1. 0: the output never moves, and no index can be given. */
  readonly variance: number;
  /** By factor, as are all lists here: share of the variance that goes when the factor is known, 0–1. */
  readonly first: Float64Array;
  /** Share that stays when all other factors are known, 0–1. */
  readonly total: Float64Array;
  /** 5 % and 95 % points of the bootstrap draws; `null` without draws. */
  readonly firstInterval: Interval | null;
  readonly totalInterval: Interval | null;
  /** Samples that could be used for the first order. */
  readonly used: Int32Array;
  /** Outputs of A, B and the mixed samples that are not finite: failed replications. */
  readonly failed: number;
}
export interface Interval {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * Sobol indices of an output from a design of N (d + 2) evaluations. With V the variance of all values of A and B and m
 * their mean: first order = mean of (B − m)(AB − A) ÷ V, total = mean of (A − AB)² ÷ 2 V. An output that is not finite
 * takes its pairs out of the means and is counted. Indices are `NaN` where the output never moves.
 *
 * Sources: A. Saltelli and others, Computer Physics Communications 181 (2010), 259–270, table 2 (b) and (f).
 *
 * @throws AfterlodeError INDEX_VARY for lists of unequal length
 */
export function sensitivityIndices(
  { a, b, mixed }: SobolOutputs,
  { estimator = 'centred', bootstrap = 0, seed = 1, samples = a.length }: IndicesOptions = {},
): SensitivityIndices {
  for (const list of [b, ...mixed]) {
    if (list.length === a.length) continue;
    throw new AfterlodeError('INDEX_VARY', 'sensitivityIndices', {
      found: `${list.length} outputs`,
      expected: `${a.length}, as of A`,
    });
  }
  const terms = termsOf({ a, b, mixed }, Math.min(samples, a.length));
  const shift = estimator === 'centred' ? null : terms.centre;
  const size = mixed.length;
  const found = estimate(totals(terms, null), size, shift);
  const draws = bootstrap > 0 ? resample(terms, size, shift, bootstrap, seed) : null;
  return {
    variance: found.variance,
    first: found.first,
    total: found.total,
    firstInterval: draws && intervalOf(draws.first, bootstrap, size),
    totalInterval: draws && intervalOf(draws.total, bootstrap, size),
    used: Int32Array.from(mixed, (_, factor) => found.sums[head + factor * perFactor] as number),
    failed: terms.failed,
  };
}

/** Sums a sample gives to an output as a whole: count, sum and sum of squares of A and B; then for each factor: */
const head = 3;
/** pairs for the first order, B · (AB − A), AB − A, pairs for the total, (A − AB)². */
const perFactor = 5;

interface Terms {
  /** `[sample * width + term]`; a term that cannot be had is 0. */
  readonly values: Float64Array;
  readonly width: number;
  readonly samples: number;
  /** What was taken off all values, so that squares keep their digits. */
  readonly centre: number;
  readonly failed: number;
}

function termsOf({ a, b, mixed }: SobolOutputs, samples: number): Terms {
  const width = head + perFactor * mixed.length;
  const values = new Float64Array(samples * width);
  const centre = centreOf(a, b, samples);
  let failed = 0;
  for (let k = 0; k < samples; k++) {
    const at = k * width;
    const one = (a[k] as number) - centre;
    const two = (b[k] as number) - centre;
    for (const value of [one, two]) {
      if (!Number.isFinite(value)) failed += 1;
      else add3(values, at, 1, value, value * value);
    }
    for (let factor = 0; factor < mixed.length; factor++) {
      const changed = (mixed[factor]?.[k] as number) - centre;
      if (!Number.isFinite(changed)) failed += 1;
      const step = changed - one;
      if (!Number.isFinite(step)) continue;
      const from = at + head + factor * perFactor;
      if (Number.isFinite(two)) add3(values, from, 1, two * step, step);
      values[from + 3] = 1;
      values[from + 4] = step * step;
    }
  }
  return { values, width, samples, centre, failed };
}

function add3(into: Float64Array, at: number, first: number, second: number, third: number): void {
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

/** Sums of the terms, each sample as often as `times` says. */
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

/** @param shift what the first order adds back to B; `null`: it takes off the mean of the outputs */
function estimate(sums: Float64Array, size: number, shift: number | null) {
  const [count, sum, squares] = sums as unknown as readonly [number, number, number];
  const mean = sum / count;
  const spread = (squares - mean * sum) / (count - 1);
  // What is left of equal outputs after rounding is no variance.
  const variance = spread > 1e-24 * (squares / count + (shift ?? 0) ** 2) ? spread : 0;
  const first = new Float64Array(size).fill(Number.NaN);
  const total = new Float64Array(size).fill(Number.NaN);
  if (variance === 0) return { variance, first, total, sums };
  for (let factor = 0; factor < size; factor++) {
    const at = head + factor * perFactor;
    const [pairs, products, steps, pairsTotal, stepSquares] = sums.subarray(
      at,
      at + perFactor,
    ) as unknown as [number, number, number, number, number];
    first[factor] = (products + (shift ?? -mean) * steps) / pairs / variance;
    total[factor] = stepSquares / pairsTotal / 2 / variance;
  }
  return { variance, first, total, sums };
}

/** Estimates of samples drawn with replacement: `[factor * draws + draw]`. */
function resample(terms: Terms, size: number, shift: number | null, draws: number, seed: number) {
  const random = seededRandom(seed);
  const times = new Uint16Array(terms.samples);
  const first = new Float64Array(size * draws);
  const total = new Float64Array(size * draws);
  for (let draw = 0; draw < draws; draw++) {
    times.fill(0);
    for (let k = 0; k < terms.samples; k++) {
      const taken = Math.floor(random() * terms.samples);
      times[taken] = (times[taken] as number) + 1;
    }
    const found = estimate(totals(terms, times), size, shift);
    for (let factor = 0; factor < size; factor++) {
      first[factor * draws + draw] = found.first[factor] as number;
      total[factor * draws + draw] = found.total[factor] as number;
    }
  }
  return { first, total };
}

function intervalOf(draws: Float64Array, count: number, size: number): Interval {
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  for (let factor = 0; factor < size; factor++) {
    const sorted = draws
      .slice(factor * count, (factor + 1) * count)
      .filter((value) => !Number.isNaN(value))
      .sort();
    low[factor] = quantile(sorted, 0.05);
    high[factor] = quantile(sorted, 0.95);
  }
  return { low, high };
}
