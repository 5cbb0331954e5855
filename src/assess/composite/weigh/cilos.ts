import type { Values } from '../types.js';
import { completeRows } from './complete-rows.js';
import { pick, requireSign, shared, unfit } from './in-proportion.js';
import { ends } from './spread.js';
import { stationaryShares } from './stationary-shares.js';
import type { Direction, Weighed, WeighOptions } from './types.js';

export interface CilosOptions extends WeighOptions {
  /** Costs are turned into smallest ÷ x first: true by default, as published. */
  readonly reverse?: boolean;
  /** Where several rows share the best value of a criterion: their mean (default, does not depend on the order) or the first row. */
  readonly ties?: 'mean' | 'first';
}

/**
 * CILOS weights, criterion impact loss (Mirkin 1974; Zavadskas and Podvezko 2016). The loss of criterion j where
 * criterion i is at its best is (best of j − value of j in that row) ÷ best of j. Weights q balance losses: the sum over i
 * of loss(i, j) times q(j) equals the sum over k of loss(j, k) times q(k).
 *
 * Missing cells: rows with all values only. Constant columns weigh 0.
 *
 * @param columns costs above 0, benefits from 0
 * @throws AfterlodeError INDEX_WEIGHTS_DATA for values of the wrong sign, where losses do not hang together, and as
 *   `completeRows`
 */
export function cilosWeights(
  columns: readonly Values[],
  directions: readonly Direction[],
  options: CilosOptions = {},
): Weighed {
  const { reverse = true, ties = 'mean' } = options;
  const { kept, issues } = completeRows('cilos', columns, options);
  if (kept.at.length === 1) return { weights: shared('cilos', columns.length, kept, [1]), issues };
  const benefits = kept.columns.map((column, i) => {
    const isCost = reverse && directions[kept.at[i] as number] === -1;
    requireSign('cilos', pick(kept, [i]), isCost ? 'positive' : 'not negative');
    const low = kept.lows[i] as number;
    return isCost ? column.map((value) => low / value) : column;
  });
  const balance = stationaryShares(losses(benefits, ties), kept.at.length);
  if (!balance) {
    throw unfit(
      'cilos',
      kept.names.join(', '),
      { en: 'criteria without mutual losses', zh: '各准则之间没有损失' },
      { en: 'losses that hang together', zh: '相互关联的损失' },
    );
  }
  return { weights: shared('cilos', columns.length, kept, balance), issues };
}

/** `[i * n + j]`: what criterion j loses, relative to its best, where criterion i is at its best. */
function losses(columns: readonly Values[], ties: 'mean' | 'first'): Float64Array {
  const count = columns.length;
  const best = columns.map((column) => ends(column).high);
  const matrix = new Float64Array(count * count);
  columns.forEach((column, i) => {
    const rows = Array.from(column.keys()).filter((row) => column[row] === best[i]);
    const taken = ties === 'first' ? rows.slice(0, 1) : rows;
    columns.forEach((other, j) => {
      const top = best[j] as number;
      let loss = 0;
      for (const row of taken) loss += (top - (other[row] as number)) / top;
      matrix[i * count + j] = i === j ? 0 : loss / taken.length;
    });
  });
  return matrix;
}
