import { AfterlodeError } from '../../../base/index.js';
import type { Values } from '../types.js';
import { type Combine, countAvailable, type Group, takingPart } from './group.js';
import { prepareMean } from './means.js';

/**
 * Mazziotta–Pareto index: mean of a row less (or plus) a penalty for imbalance, variance of the row ÷ mean, which is the
 * standard deviation times the coefficient of variation. `mpi` takes the sample variance and wants z-scores with mean 100
 * and deviation 10; `ampi` the variance with divisor n and wants the 70..130 scale of `rescaleAmpi`. With unequal
 * weights mean and variance are weighted ones, n - 1 becoming Σw - Σw² ÷ Σw. A single child has no penalty.
 *
 * @throws AfterlodeError INDEX_RULE where the mean of an unbalanced row is not above 0
 */
export function prepareMazziottaPareto(
  group: Group,
  rule: 'mpi' | 'ampi',
  penalty: 'minus' | 'plus',
): Combine {
  const mean = prepareMean(group, 1);
  const isComplete = countAvailable(group.columns) === null;
  const order = new Int32Array(group.columns.length);
  const spread = new Float64Array(group.rows);
  const divisors = new Float64Array(group.rows);
  const sign = penalty === 'minus' ? -1 : 1;
  return (weights, into) => {
    mean(weights, into);
    const count = takingPart(weights, order);
    addSpread(group, weights, order, count, into, spread);
    writeDivisors(
      group,
      weights,
      order,
      count,
      rule === 'mpi',
      isComplete ? divisors.subarray(0, 1) : divisors,
    );
    if (isComplete) divisors.fill(divisors[0] as number);
    for (let row = 0; row < group.rows; row++) {
      const divisor = divisors[row] as number;
      const variance = divisor > 0 ? (spread[row] as number) / divisor : 0;
      if (variance > 0) into[row] = penalised(group, row, into[row] as number, sign * variance);
    }
  };
}

function penalised(group: Group, row: number, mean: number, variance: number): number {
  if (mean <= 0) {
    throw new AfterlodeError('INDEX_RULE', `Mazziotta–Pareto, ${group.name(0, row)}`, {
      found: { en: `a mean of ${mean}`, zh: `均值 ${mean}` },
      expected: {
        en: 'scores with a mean above 0, such as z-scores with mean 100 and deviation 10',
        zh: '均值大于 0 的得分，如均值 100、标准差 10 的标准分',
      },
    });
  }
  return mean + variance / mean;
}

/** Weighted sums of squared distances from the mean: in a second pass, as differences of large squares lose digits. */
function addSpread(
  group: Group,
  weights: Float64Array,
  order: Int32Array,
  count: number,
  means: Values,
  spread: Values,
): void {
  spread.fill(0);
  for (let at = 0; at < count; at++) {
    const column = group.columns[order[at] as number] as Values;
    const weight = weights[order[at] as number] as number;
    for (let row = 0; row < spread.length; row++) {
      const distance = (column[row] as number) - (means[row] as number);
      if (!Number.isNaN(distance)) spread[row] = (spread[row] as number) + weight * distance * distance;
    }
  }
}

/**
 * What the spread is divided by to give the variance of each row; 0 for a single child. Of a group without missing
 * scores only the first row is reckoned, and holds for all.
 */
function writeDivisors(
  group: Group,
  weights: Float64Array,
  order: Int32Array,
  count: number,
  isSample: boolean,
  divisors: Values,
): void {
  for (let row = 0; row < divisors.length; row++) {
    let [total, squares, available] = [0, 0, 0];
    for (let at = 0; at < count; at++) {
      const child = order[at] as number;
      if (Number.isNaN((group.columns[child] as Values)[row] as number)) continue;
      const weight = weights[child] as number;
      total += weight;
      squares += weight * weight;
      available += 1;
    }
    const divisor = isSample ? total - squares / total : total;
    divisors[row] = available < 2 ? 0 : divisor;
  }
}
