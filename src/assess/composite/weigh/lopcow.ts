import type { Values } from '../types.js';
import { inProportion } from './in-proportion.js';
import { unitScores, variance } from './spread.js';
import type { Direction, Weighed, WeighOptions } from './types.js';

/**
 * LOPCOW, logarithmic percentage change-driven objective weights (Ecer and Pamucar 2022): on min–max scores turned by
 * direction, in proportion to |ln(root mean square ÷ sample standard deviation)|. Columns whose scores crowd at the good
 * end weigh most.
 *
 * Missing cells: a column counts with the values it has. Constant columns weigh 0.
 *
 * @throws AfterlodeError INDEX_WEIGHTS_DATA as `inProportion`
 */
export function lopcowWeights(
  columns: readonly Values[],
  directions: readonly Direction[],
  options: WeighOptions = {},
): Weighed {
  return inProportion('lopcow', columns, options, (kept) =>
    kept.columns.map((column, i) => percentage(unitScores(column, directions[kept.at[i] as number] ?? 1))),
  );
}

function percentage(scores: Values): number {
  let squares = 0;
  let count = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as number;
    if (Number.isNaN(score)) continue;
    squares += score * score;
    count += 1;
  }
  return Math.abs(Math.log(Math.sqrt(squares / count / variance(scores))));
}
