import type { Values } from '../types.js';
import { completeRows } from './complete-rows.js';
import { requireSign, shared } from './in-proportion.js';
import type { Direction, Weighed, WeighOptions } from './types.js';

/**
 * MEREC, weights by the effect of leaving a criterion out (Keshavarz-Ghorabaee and others 2021): n = smallest ÷ x for
 * benefits and x ÷ largest for costs; a row performs S = ln(1 + mean |ln n|); weights are in proportion to the sum over
 * rows of |S without the criterion − S|, where the mean keeps its divisor.
 *
 * Missing cells: rows with all values only. Constant columns weigh 0 but count in the divisor, as published.
 *
 * @param columns values above 0
 * @throws AfterlodeError INDEX_WEIGHTS_DATA for a value of 0 or below, and as `completeRows`
 */
export function merecWeights(
  columns: readonly Values[],
  directions: readonly Direction[],
  options: WeighOptions = {},
): Weighed {
  const criteria = columns.filter((column) => column.some((value) => !Number.isNaN(value))).length;
  const { kept, issues } = completeRows('merec', columns, options);
  if (kept.at.length === 1) return { weights: shared('merec', columns.length, kept, [1]), issues };
  requireSign('merec', kept, 'positive');
  // |ln n|: how far each value is from the smallest benefit or the largest cost.
  const logs = kept.columns.map((column, i) => {
    const end = (directions[kept.at[i] as number] === -1 ? kept.highs[i] : kept.lows[i]) as number;
    return column.map((value) => Math.abs(Math.log(value / end)));
  });
  return { weights: shared('merec', columns.length, kept, effects(logs, criteria)), issues };
}

/** Sum over rows of ln(1 + s) − ln(1 + s − t), in one logarithm, as small effects would cancel in two. */
function effects(logs: readonly Values[], criteria: number): number[] {
  const sums = new Float64Array(logs[0]?.length ?? 0);
  for (const column of logs) {
    for (let row = 0; row < sums.length; row++) sums[row] = (sums[row] as number) + (column[row] as number);
  }
  return logs.map((column) => {
    let effect = 0;
    for (let row = 0; row < sums.length; row++) {
      effect -= Math.log1p(-(column[row] as number) / (criteria + (sums[row] as number)));
    }
    return effect;
  });
}
