import type { Issue } from '../../../base/index.js';
import { correlationMatrix } from '../check/index.js';
import type { Values } from '../types.js';
import { completeRows } from './complete-rows.js';
import { symmetricEigen } from './symmetric-eigen.js';
import type { WeighOptions } from './types.js';

/** Principal components of the correlation matrix, the strongest first. */
export interface PrincipalComponents {
  /** Variances of the components; they sum to the number of columns that differ. */
  readonly eigenvalues: Float64Array;
  /** Each eigenvalue as a share of their sum. */
  readonly shares: Float64Array;
  /** By component, one per column, of length 1; `NaN` for a constant column. */
  readonly loadings: readonly Float64Array[];
  /** How many complete rows they were taken from. */
  readonly rows: number;
  readonly issues: readonly Issue[];
}

/**
 * Principal components of columns brought to mean 0 and standard deviation 1. The sign of a component is a convention:
 * here its loadings have a positive sum, or, where that is 0, the first one that is not 0 is positive.
 *
 * Missing cells: rows with all values only. Constant columns have no loading.
 *
 * @throws AfterlodeError INDEX_WEIGHTS_DATA as `completeRows`
 */
export function principalComponents(
  columns: readonly Values[],
  options: WeighOptions = {},
): PrincipalComponents {
  const { kept, issues } = completeRows('pca', columns, options);
  const count = kept.at.length;
  const correlations = correlationMatrix(kept.columns, 'pearson');
  const { values, vectors } = symmetricEigen(correlations, count);
  return {
    eigenvalues: values,
    shares: values.map((value) => value / count),
    loadings: vectors.map((vector) => {
      const sign = signOf(vector);
      const loadings = new Float64Array(columns.length).fill(Number.NaN);
      kept.at.forEach((at, i) => {
        loadings[at] = sign * (vector[i] as number);
      });
      return loadings;
    }),
    rows: kept.columns[0]?.length ?? 0,
    issues,
  };
}

/** Below this a sum of loadings is rounding. */
const nothing = 1e-10;

/** Whether loadings cancel, so that no sign of the component is the better one. */
export function isUndecided(loadings: Float64Array): boolean {
  return Math.abs(sumOf(loadings)) <= nothing;
}

function signOf(vector: Float64Array): 1 | -1 {
  const telling = isUndecided(vector) ? (vector.find((one) => Math.abs(one) > nothing) ?? 1) : sumOf(vector);
  return telling < 0 ? -1 : 1;
}

/** Of the loadings that are there. */
function sumOf(loadings: Float64Array): number {
  return loadings.reduce((sum, one) => (Number.isNaN(one) ? sum : sum + one), 0);
}
