import { AfterlodeError } from '../../../base/index.js';
import type { TableAggregation, TableNode } from './types.js';

/** A child with its scores and the weight it has among its siblings. */
export interface Child {
  readonly node: TableNode;
  readonly weight: number;
  readonly scores: Float64Array;
}

/**
 * Weighted mean of the children; a missing one drops out together with its weight, and below the minimum coverage
 * (available children ÷ children) the result is missing. A score of 0 makes a geometric or harmonic mean 0.
 *
 * @throws AfterlodeError INDEX_NOT_POSITIVE where a geometric or harmonic mean meets a negative score
 */
export function aggregateColumn(
  children: readonly Child[],
  units: readonly string[],
  rule: TableAggregation,
  minimumCoverage: number | null,
): Float64Array {
  const needed = (minimumCoverage ?? 0) * children.length - 1e-9;
  return Float64Array.from(units, (unit, at) => {
    let sum = 0;
    let weight = 0;
    let available = 0;
    for (const child of children) {
      const score = child.scores[at] as number;
      if (Number.isNaN(score)) continue;
      available += 1;
      if (child.weight === 0) continue;
      if (score < 0 && rule !== 'amean') throw negative(child.node.code, unit, score);
      sum += child.weight * inside[rule](score);
      weight += child.weight;
    }
    return weight === 0 || available < needed ? Number.NaN : outside[rule](sum / weight);
  });
}

const inside: Readonly<Record<TableAggregation, (score: number) => number>> = {
  amean: (score) => score,
  gmean: Math.log,
  hmean: (score) => 1 / score,
};

const outside: Readonly<Record<TableAggregation, (mean: number) => number>> = {
  amean: (mean) => mean,
  gmean: Math.exp,
  hmean: (mean) => 1 / mean,
};

function negative(code: string, unit: string, score: number): AfterlodeError {
  return new AfterlodeError('INDEX_NOT_POSITIVE', `${code} of ${unit}`, {
    found: score,
    expected: 'scores from 0',
  });
}
