import { AfterlodeError, quantile, seededRandom } from '../../../base/index.js';
import { estimate, type SobolOutputs, type Terms, termsOf } from './sensitivity-terms.js';

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
      found: { en: `${list.length} outputs`, zh: `${list.length} 个输出` },
      expected: { en: `${a.length}, as of A`, zh: `与 A 相同的 ${a.length} 个` },
    });
  }
  const terms = termsOf({ a, b, mixed }, Math.min(samples, a.length));
  const isCentred = estimator === 'centred';
  const draws = bootstrap > 0 ? resample(terms, isCentred, bootstrap, seed) : null;
  return {
    ...estimate(terms, null, isCentred),
    firstInterval: draws && intervalOf(draws.first, bootstrap, terms.factors),
    totalInterval: draws && intervalOf(draws.total, bootstrap, terms.factors),
    failed: terms.failed,
  };
}

/** Estimates of samples drawn with replacement: `[factor * draws + draw]`. */
function resample(terms: Terms, isCentred: boolean, draws: number, seed: number) {
  const size = terms.factors;
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
    const found = estimate(terms, times, isCentred);
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
