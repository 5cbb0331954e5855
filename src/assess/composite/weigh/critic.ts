import type { Values } from '../types.js';
import { pearson, spearman } from './correlate.js';
import { type Differing, inProportion, unfit } from './in-proportion.js';
import { unitScores, variance } from './spread.js';
import type { Direction, Weighed, WeighOptions } from './types.js';

export interface CriticOptions extends WeighOptions {
  /** Pearson by default, as published. */
  readonly correlation?: 'pearson' | 'spearman';
  /** Costs are turned before correlations are taken: true by default, as published. */
  readonly reverse?: boolean;
}

/** Below this 1 − r is rounding: two columns say the same. */
const alike = 1e-12;

/**
 * CRITIC weights (Diakoulaki and others 1995): on min–max scores, costs turned, C = standard deviation · Σ (1 − r) over
 * the other columns, weights in proportion to C. A column weighs much if it differs between units and says something that
 * the others do not.
 *
 * Missing cells: deviations from the values a column has, correlations from the rows that both columns have; a pair
 * without correlation is passed over, and the sum is that of the known pairs, brought to the full number of pairs.
 * Constant columns weigh 0.
 *
 * @throws AfterlodeError INDEX_WEIGHTS_DATA for a column without correlation with any other, for columns that all
 *   correlate with 1, and as `inProportion`
 */
export function criticWeights(
  columns: readonly Values[],
  directions: readonly Direction[],
  options: CriticOptions = {},
): Weighed {
  const { correlation = 'pearson', reverse = true } = options;
  return inProportion('critic', columns, options, (kept) => {
    const scores = kept.columns.map((column, i) =>
      unitScores(column, reverse ? (directions[kept.at[i] as number] ?? 1) : 1),
    );
    const conflict = conflicts(scores, correlation === 'pearson' ? pearson : spearman, kept);
    return scores.map((column, i) => Math.sqrt(variance(column)) * (conflict[i] as number));
  });
}

function conflicts(
  scores: readonly Values[],
  correlate: (a: Values, b: Values) => number,
  kept: Differing,
): Float64Array {
  const sums = new Float64Array(scores.length);
  const known = new Float64Array(scores.length);
  for (let i = 0; i < scores.length; i++) {
    for (let j = 0; j < i; j++) {
      const gap = 1 - correlate(scores[i] as Values, scores[j] as Values);
      if (Number.isNaN(gap)) continue;
      const counted = gap < alike ? 0 : gap;
      for (const one of [i, j]) {
        sums[one] = (sums[one] as number) + counted;
        known[one] = (known[one] as number) + 1;
      }
    }
  }
  return sums.map((sum, i) => {
    const pairs = known[i] as number;
    if (pairs === 0) {
      const expected = 'at least 2 rows with values that differ, in common with another column';
      throw unfit('critic', kept.names[i] as string, 'no correlation with any other column', expected);
    }
    return (sum * (scores.length - 1)) / pairs;
  });
}
