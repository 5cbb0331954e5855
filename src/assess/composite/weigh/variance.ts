import type { Values } from '../types.js';
import { inProportion } from './in-proportion.js';
import { variance } from './spread.js';
import type { Weighed, WeighOptions } from './types.js';

/**
 * Statistical variance weights (Rao and Patel 2010): in proportion to the variance of the min–max scores of each column,
 * so that units do not matter; the direction does not either.
 *
 * Missing cells: a column counts with the values it has. Constant columns weigh 0.
 *
 * @throws AfterlodeError INDEX_WEIGHTS_DATA as `inProportion`
 */
export function varianceWeights(columns: readonly Values[], options: WeighOptions = {}): Weighed {
  return inProportion('variance', columns, options, (kept) =>
    kept.columns.map(
      (column, i) => variance(column) / ((kept.highs[i] as number) - (kept.lows[i] as number)) ** 2,
    ),
  );
}
