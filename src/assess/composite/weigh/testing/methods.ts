import { expect } from 'vitest';
import {
  angleWeights,
  cilosWeights,
  criticWeights,
  type Direction,
  entropyWeights,
  giniWeights,
  idocriwWeights,
  lopcowWeights,
  merecWeights,
  pcaWeights,
  standardDeviationWeights,
  varianceWeights,
  type Weighed,
} from '../index.js';

/** What the tests of weights share. */

export type Columns = readonly Float64Array[];

/** A column. */
export const of = (...values: number[]) => Float64Array.of(...values);

/** More is better in all columns. */
export const up = (columns: Columns): Direction[] => columns.map(() => 1);

/** A missing value. */
export const none = Number.NaN;

/** Every data weight as a function of columns and directions. */
export const methods: Readonly<
  Record<string, (columns: Columns, directions: readonly Direction[]) => Weighed>
> = {
  entropy: (columns) => entropyWeights(columns),
  critic: (columns, directions) => criticWeights(columns, directions),
  std: (columns) => standardDeviationWeights(columns),
  variance: (columns) => varianceWeights(columns),
  merec: (columns, directions) => merecWeights(columns, directions),
  gini: (columns) => giniWeights(columns),
  angle: (columns) => angleWeights(columns),
  lopcow: (columns, directions) => lopcowWeights(columns, directions),
  cilos: (columns, directions) => cilosWeights(columns, directions),
  idocriw: (columns, directions) => idocriwWeights(columns, directions),
  pca: (columns) => pcaWeights(columns),
};

/** Numbers to be met to so many digits after the point. */
export function near(wanted: Iterable<number>, digits: number): unknown[] {
  return Array.from(wanted, (one): unknown => expect.closeTo(one, digits));
}
