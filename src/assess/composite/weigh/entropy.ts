import { present } from '../../../base/index.js';
import type { Values } from '../types.js';
import { type Differing, inProportion, pick, requireSign, unfit } from './in-proportion.js';
import { type RatioRoom, ratioRoom, sumOfRatioLogarithms } from './ratio-logarithms.js';
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
    const room = ratioRoom(columns[0]?.length ?? 0);
    return turned.map((column, i) =>
      divergence(column, column === kept.columns[i] ? (kept.sums[i] as number) : sumOf(column), room),
    );
  });
}

/**
 * With r = x ÷ mean the divergence is the mean of r ln r − r + 1, divided by ln m.
 *
 * @param room for at least as many ratios as the column has values
 */
function divergence(column: Values, sum: number, room: RatioRoom): number {
  if (Number.isNaN(sum)) {
    const known = present(column);
    return divergence(known, sumOf(known), room);
  }
  const scale = column.length / sum;
  const { ratios } = room;
  for (let row = 0; row < column.length; row++) ratios[row] = (column[row] as number) * scale;
  return sumOfRatioLogarithms(room, column.length) / (column.length * Math.log(column.length));
}

function sumOf(column: Values): number {
  let sum = 0;
  for (let row = 0; row < column.length; row++) sum += column[row] as number;
  return sum;
}

function turnCosts(kept: Differing, directions: readonly Direction[] | undefined): Values[] {
  if (!directions)
    throw unfit(
      'entropy',
      { en: 'costs as reciprocals', zh: '成本取倒数' },
      { en: 'no directions', zh: '没有给出方向' },
      { en: 'a direction for every column', zh: '每列的方向' },
    );
  return kept.columns.map((column, i) => {
    if (directions[kept.at[i] as number] !== -1) return column;
    requireSign('entropy', pick(kept, [i]), 'positive');
    return column.map((value) => 1 / value);
  });
}
