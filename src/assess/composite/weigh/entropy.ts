import type { Values } from '../types.js';
import { type Differing, inProportion, requireSign, unfit } from './in-proportion.js';
import type { Direction, Weighed, WeighOptions } from './types.js';

export interface EntropyOptions extends WeighOptions {
  /** `raw`: costs as they stand (default). `reciprocal`: columns of direction -1 as 1 ÷ x. */
  readonly costs?: 'raw' | 'reciprocal';
  /** Needed for `reciprocal` only. */
  readonly directions?: readonly Direction[];
}

/**
 * Entropy weights: p = x ÷ Σx in a column of m values, divergence d = 1 + Σ p ln p ÷ ln m with 0 ln 0 = 0, weights in
 * proportion to d. The more unequal a column, the more it weighs: this is not importance.
 *
 * Missing cells: a column counts with the values it has, m among them. Constant columns weigh 0.
 *
 * @param columns values from 0, of any unit
 * @throws AfterlodeError INDEX_WEIGHTS_DATA for a negative value, a 0 under a reciprocal, and as `inProportion`
 */
export function entropyWeights(columns: readonly Values[], options: EntropyOptions = {}): Weighed {
  return inProportion('entropy', columns, options, (kept) => {
    requireSign('entropy', kept, 'not negative');
    const turned = options.costs === 'reciprocal' ? turnCosts(kept, options.directions) : kept.columns;
    return turned.map(divergence);
  });
}

/**
 * With r = x ÷ mean the divergence is the mean of r ln r − (r − 1), divided by ln m: no term is negative, so that
 * nothing cancels where a column is nearly equal.
 */
function divergence(column: Values): number {
  let sum = 0;
  let count = 0;
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  const scale = count / sum;
  let total = 0;
  for (let row = 0; row < column.length; row++) {
    const ratio = (column[row] as number) * scale;
    if (ratio > 0) total += ratio * Math.log(ratio) - ratio + 1;
    else if (ratio === 0) total += 1;
  }
  return total / (count * Math.log(count));
}

function turnCosts(kept: Differing, directions: readonly Direction[] | undefined): Values[] {
  if (!directions)
    throw unfit('entropy', 'costs as reciprocals', 'no directions', 'a direction for every column');
  return kept.columns.map((column, i) => {
    if (directions[kept.at[i] as number] !== -1) return column;
    requireSign('entropy', { columns: [column], names: [kept.names[i] as string], at: [0] }, 'positive');
    return column.map((value) => 1 / value);
  });
}
