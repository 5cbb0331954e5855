import { correlationMatrix } from '../check/index.js';
import type { Values } from '../types.js';
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
    const conflict = conflicts(correlationMatrix(scores, correlation), kept);
    return scores.map((column, i) => Math.sqrt(variance(column)) * (conflict[i] as number));
  });
}

/** Sum over the other columns of 1 − r. */
function conflicts(correlations: Float64Array, kept: Differing): number[] {
  const count = kept.at.length;
  return kept.names.map((name, row) => {
    let sum = 0;
    let pairs = 0;
    for (let column = 0; column < count; column++) {
      const gap = 1 - (correlations[row * count + column] as number);
      if (column === row || Number.isNaN(gap)) continue;
      sum += gap < alike ? 0 : gap;
      pairs += 1;
    }
    if (pairs > 0) return (sum * (count - 1)) / pairs;
    const expected = {
      en: 'at least 2 rows with values that differ, in common with another column',
      zh: '至少 2 行与另一列共有且有差异的数值',
    };
    throw unfit(
      'critic',
      name,
      { en: 'no correlation with any other column', zh: '与其他各列都没有相关系数' },
      expected,
    );
  });
}
