import type { Values } from '../types.js';
import { inProportion } from './in-proportion.js';
import { variance } from './spread.js';
import type { Weighed, WeighOptions } from './types.js';

/**
 * Weights in proportion to the sample standard deviation of each column as it stands: columns of different units are to
 * be normalised before, or the largest numbers win.
 *
 * Missing cells: a column counts with the values it has. Constant columns weigh 0.
 *
 * @throws AfterlodeError INDEX_WEIGHTS_DATA as `inProportion`
 */
export function standardDeviationWeights(columns: readonly Values[], options: WeighOptions = {}): Weighed {
  return inProportion('std', columns, options, (kept) =>
    kept.columns.map((column) => Math.sqrt(variance(column))),
  );
}
