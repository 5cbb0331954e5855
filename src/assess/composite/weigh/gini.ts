import { present } from '../../../base/index.js';
import type { Values } from '../types.js';
import { inProportion, requireSign } from './in-proportion.js';
import type { Weighed, WeighOptions } from './types.js';

/**
 * Weights in proportion to the Gini coefficient of each column: mean absolute difference of all pairs (a value with
 * itself included) ÷ (2 · mean), from 0 to 1.
 *
 * Missing cells: a column counts with the values it has. Constant columns weigh 0.
 *
 * @param columns values from 0
 * @throws AfterlodeError INDEX_WEIGHTS_DATA for a negative value, and as `inProportion`
 */
export function giniWeights(columns: readonly Values[], options: WeighOptions = {}): Weighed {
  return inProportion('gini', columns, options, (kept) => {
    requireSign('gini', kept, 'not negative');
    return kept.columns.map(gini);
  });
}

/** Sorted values turn the sum over all pairs into one over places. */
function gini(column: Values): number {
  const sorted = present(column);
  const count = sorted.length;
  let sum = 0;
  let weighted = 0;
  for (let i = 0; i < count; i++) {
    sum += sorted[i] as number;
    weighted += (2 * i + 1 - count) * (sorted[i] as number);
  }
  return weighted / (count * sum);
}
