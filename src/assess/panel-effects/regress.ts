import { AfterlodeError, type Text } from '../../base/index.js';
import { type Cells, cellsOf, demean } from './demean.js';
import { inverse, type Square, times } from './solve.js';
import { studentQuantile, studentTwoSided } from './student.js';
import type { EffectPanel, Estimate } from './types.js';

/** Coefficients of a regression with effects of units and times, and their clustered variance. */
export interface Regression {
  readonly coefficients: Float64Array;
  readonly variance: Square;
  readonly observations: number;
  readonly clusters: number;
  /** Clusters − 1. */
  readonly degrees: number;
}

/**
 * Least squares of the outcome on columns, with an effect of every unit and every time.
 *
 * Variance: (X'X)⁻¹ Σ_g X_g'u_g u_g'X_g (X'X)⁻¹ over clusters g, times G ÷ (G − 1) · (N − 1) ÷ (N − K), where K counts the
 * columns and the times; effects of units lie inside the clusters and are not counted (Cameron and Miller 2015, M).
 *
 * @param columns by cell of the panel, `unit * times + time`
 * @param where for messages
 * @throws AfterlodeError EFFECT_NO_VARIATION where the columns cannot be told from the effects; EFFECT_FEW where there are not
 *   two clusters or no observation is left over
 */
export function regress(
  panel: EffectPanel,
  columns: readonly Float64Array[],
  where: string | Text,
): Regression {
  const cells = cellsOf(panel);
  const pick = (from: Float64Array) =>
    demean(
      Float64Array.from(cells.at, (at) => from[at] as number),
      cells,
    );
  const y = pick(panel.outcome);
  const x = columns.map(pick);
  const size = columns.length;
  const bread = inverse(crossProduct(x));
  const vanished = x.some((column, at) => isNothing(column, columns[at] as Float64Array, cells));
  if (!bread || vanished) throw new AfterlodeError('EFFECT_NO_VARIATION', where, { found: size });
  const coefficients = new Float64Array(size);
  const sides = x.map((column) => column.reduce((sum, value, i) => sum + value * (y[i] as number), 0));
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < size; k++) {
      coefficients[row] =
        (coefficients[row] as number) + (bread.values[row * size + k] as number) * (sides[k] as number);
    }
  }
  const residual = y.map((value, i) =>
    x.reduce((left, column, k) => left - (coefficients[k] as number) * (column[i] as number), value),
  );
  const { sums, count } = clusterSums(panel, cells, x, residual);
  const used = new Set(cells.time).size;
  const spare = y.length - size - used;
  if (count < 2 || spare < 1) {
    const found = {
      en: `${count} clusters, ${y.length} observations`,
      zh: `${count} 个聚类、${y.length} 个观测`,
    };
    throw new AfterlodeError('EFFECT_FEW', where, { found });
  }
  const correction = ((count / (count - 1)) * (y.length - 1)) / spare;
  const sandwich = times(times(bread, sums), bread);
  const variance = { size, values: sandwich.values.map((value) => value * correction) };
  return { coefficients, variance, observations: y.length, clusters: count, degrees: count - 1 };
}

/** Whether nothing of a column is left beside the effects. */
function isNothing(left: Float64Array, column: Float64Array, cells: Cells): boolean {
  const before = cells.at.reduce((sum, at) => sum + (column[at] as number) ** 2, 0);
  return left.reduce((sum, value) => sum + value * value, 0) <= 1e-20 * before || before === 0;
}

function crossProduct(x: readonly Float64Array[]): Square {
  const size = x.length;
  const values = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const other = x[column] as Float64Array;
      values[row * size + column] = (x[row] as Float64Array).reduce(
        (sum, value, i) => sum + value * (other[i] as number),
        0,
      );
    }
  }
  return { size, values };
}

/** Σ over clusters of the outer product of X'u inside the cluster. */
function clusterSums(
  panel: EffectPanel,
  cells: Cells,
  x: readonly Float64Array[],
  residual: Float64Array,
): { readonly sums: Square; readonly count: number } {
  const size = x.length;
  const byCluster = new Map<string, Float64Array>();
  residual.forEach((left, i) => {
    const unit = cells.unit[i] as number;
    const name = clusterOf(panel, unit);
    const sum = byCluster.get(name) ?? new Float64Array(size);
    byCluster.set(name, sum);
    for (let k = 0; k < size; k++) sum[k] = (sum[k] as number) + (x[k]?.[i] as number) * left;
  });
  const values = new Float64Array(size * size);
  for (const sum of byCluster.values()) {
    for (let cell = 0; cell < values.length; cell++) {
      values[cell] =
        (values[cell] as number) + (sum[Math.floor(cell / size)] as number) * (sum[cell % size] as number);
    }
  }
  return { sums: { size, values }, count: byCluster.size };
}

/** Cluster of a unit; its own name where none are given. */
export function clusterOf({ clusters, units }: EffectPanel, unit: number): string {
  return (clusters ?? units)[unit] as string;
}

/** A coefficient with standard error, test and interval. */
export function estimateAt(
  { coefficients, variance, degrees }: Regression,
  at: number,
  confidence: number,
): Estimate {
  const estimate = coefficients[at] as number;
  const standardError = Math.sqrt(variance.values[at * variance.size + at] as number);
  const half = studentQuantile(confidence, degrees) * standardError;
  const t = estimate / standardError;
  return {
    estimate,
    standardError,
    t,
    p: studentTwoSided(t, degrees),
    low: estimate - half,
    high: estimate + half,
  };
}
