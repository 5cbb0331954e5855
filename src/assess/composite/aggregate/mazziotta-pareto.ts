import { AfterlodeError } from '../../../base/index.js';
import type { Values } from '../types.js';
import { type Combine, type Group, isScarce, takingPart } from './group.js';

/**
 * Mazziotta–Pareto index: mean of a row less (or plus) a penalty for imbalance, variance of the row ÷ mean, which is the
 * standard deviation times the coefficient of variation. `mpi` takes the sample variance and wants z-scores with mean 100
 * and deviation 10; `ampi` the variance with divisor n and wants the 70..130 scale of `rescaleAmpi`. With unequal
 * weights mean and variance are weighted ones, n - 1 becoming Σw - Σw² ÷ Σw. A single child has no penalty.
 *
 * @throws AfterlodeError INDEX_NOT_POSITIVE where the mean of an unbalanced row is not above 0
 */
export function prepareMazziottaPareto(
  group: Group,
  rule: 'mpi' | 'ampi',
  penalty: 'minus' | 'plus',
): Combine {
  const { columns, rows } = group;
  const order = new Int32Array(columns.length);
  const totals = new Float64Array(rows);
  const squares = new Float64Array(rows);
  const spread = new Float64Array(rows);
  const sign = penalty === 'minus' ? -1 : 1;
  return (weights, means) => {
    const count = takingPart(weights, order);
    weightedMeans(columns, weights, order, count, { means, totals, squares });
    weightedSpread(columns, weights, order, count, means, spread);
    for (let row = 0; row < rows; row++) {
      const total = totals[row] as number;
      const divisor = rule === 'mpi' ? total - (squares[row] as number) / total : total;
      // One child leaves nothing but rounding to divide by.
      const variance = divisor > total * 1e-12 ? (spread[row] as number) / divisor : 0;
      if (isScarce(group, row)) means[row] = Number.NaN;
      else if (variance > 0) means[row] = penalised(group, row, means[row] as number, sign * variance);
    }
  };
}

function penalised(group: Group, row: number, mean: number, variance: number): number {
  if (mean <= 0) {
    const where = group.name(0, row);
    throw new AfterlodeError('INDEX_RULE', where, {
      found: `mean ${mean}`,
      expected: 'scores whose mean is above 0, as z-scores with mean 100 and deviation 10',
    });
  }
  return mean + variance / mean;
}

interface Sums {
  readonly means: Values;
  readonly totals: Values;
  readonly squares: Values;
}

/** Weighted means, and sums of weights and of their squares over the children that are there. */
function weightedMeans(
  columns: readonly Values[],
  weights: Float64Array,
  order: Int32Array,
  count: number,
  { means, totals, squares }: Sums,
): void {
  means.fill(0);
  totals.fill(0);
  squares.fill(0);
  for (let at = 0; at < count; at++) {
    const column = columns[order[at] as number] as Values;
    const weight = weights[order[at] as number] as number;
    for (let row = 0; row < means.length; row++) {
      const score = column[row] as number;
      if (Number.isNaN(score)) continue;
      means[row] = (means[row] as number) + weight * score;
      totals[row] = (totals[row] as number) + weight;
      squares[row] = (squares[row] as number) + weight * weight;
    }
  }
  for (let row = 0; row < means.length; row++) means[row] = (means[row] as number) / (totals[row] as number);
}

/** Weighted sums of squared distances from the mean: in a second pass, as differences of large squares lose digits. */
function weightedSpread(
  columns: readonly Values[],
  weights: Float64Array,
  order: Int32Array,
  count: number,
  means: Values,
  spread: Values,
): void {
  spread.fill(0);
  for (let at = 0; at < count; at++) {
    const column = columns[order[at] as number] as Values;
    const weight = weights[order[at] as number] as number;
    for (let row = 0; row < means.length; row++) {
      const distance = (column[row] as number) - (means[row] as number);
      if (!Number.isNaN(distance)) spread[row] = (spread[row] as number) + weight * distance * distance;
    }
  }
}
