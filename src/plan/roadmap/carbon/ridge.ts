import { inverse, type Square } from '../../../assess/index.js';

/** A ridge regression with an intercept that is not shrunk. */
export interface Ridge {
  readonly k: number;
  readonly intercept: number;
  /** In the units of the columns. */
  readonly coefficients: Float64Array;
  /** Of columns and outcome of mean 0 and length 1. */
  readonly standardised: Float64Array;
  readonly residuals: Float64Array;
  /** Trace of the hat matrix, the intercept included. */
  readonly degrees: number;
  /** 1 − residual over total sum of squares; `NaN` where the outcome does not move. */
  readonly r2: number;
  /** Root mean square of the errors where each row is left out in turn; exact for the lengths of all rows. */
  readonly leaveOneOut: number;
  /** Variance inflation at `k`, and at 0 (`NaN` where columns cannot be told apart). */
  readonly inflation: Float64Array;
  readonly inflationPlain: Float64Array;
  /** What a change of the outcome by 1 in a row does to each coefficient: `[column * rows + row]`. */
  readonly influence: Float64Array;
}

/** Ridges that are tried and traced: 0, and five a power of ten from 0.0001 to 1. */
export const ridgeGrid: readonly number[] = [0, ...Array.from({ length: 21 }, (_, at) => 10 ** (at / 5 - 4))];

/** Columns of mean 0 and length 1. */
interface Standard {
  readonly z: readonly Float64Array[];
  readonly means: readonly number[];
  readonly lengths: readonly number[];
  readonly correlation: Square;
}

/**
 * Ridge regression b = (R + kI)⁻¹ Z'y with the correlation matrix R of the standardised columns Z; k = 0 is least squares.
 *
 * Source: Hoerl and Kennard 1970, Technometrics 12 (M).
 *
 * @param columns none constant, all as long as `outcome`, without missing values
 * @returns null where k is 0 and a column follows from the others
 */
export function ridge(columns: readonly Float64Array[], outcome: Float64Array, k: number): Ridge | null {
  const standard = standardise(columns);
  return ridgeOf(standard, outcome, k, plainInflation(standard));
}

/** The ridges of the grid that can be computed, in its order. */
export function ridgeTrace(columns: readonly Float64Array[], outcome: Float64Array): readonly Ridge[] {
  const standard = standardise(columns);
  const plain = plainInflation(standard);
  return ridgeGrid.flatMap((k) => ridgeOf(standard, outcome, k, plain) ?? []);
}

/** The ridge with the least leave-one-out error, the smaller k of equal ones. */
export function bestRidge(trace: readonly Ridge[]): Ridge {
  return trace.reduce((best, one) => (one.leaveOneOut < best.leaveOneOut ? one : best));
}

function ridgeOf(standard: Standard, outcome: Float64Array, k: number, plain: Float64Array): Ridge | null {
  const { z, means, lengths, correlation } = standard;
  const [size, rows] = [z.length, outcome.length];
  const inner = inverse(withRidge(correlation, k));
  if (inner === null) return null;
  const at = (row: number, column: number) => inner.values[row * size + column] as number;
  const outer = new Float64Array(size * rows);
  for (let j = 0; j < size; j++)
    for (let row = 0; row < rows; row++)
      outer[j * rows + row] = z.reduce((sum, column, m) => sum + at(j, m) * (column[row] as number), 0);
  const mean = outcome.reduce((sum, value) => sum + value, 0) / rows;
  const moved = outcome.map((value) => value - mean);
  const total = Math.sqrt(dot(moved, moved));
  const shrunk = z.map((_, j) => dot(outer.subarray(j * rows, (j + 1) * rows), moved));
  const coefficients = Float64Array.from(shrunk, (value, j) => value / (lengths[j] as number));
  const residuals = moved.map((value, row) =>
    z.reduce((left, column, j) => left - (shrunk[j] as number) * (column[row] as number), value),
  );
  const leverages = residuals.map((_, row) =>
    z.reduce((sum, column, j) => sum + (column[row] as number) * (outer[j * rows + row] as number), 1 / rows),
  );
  return {
    k,
    intercept: coefficients.reduce((left, value, j) => left - value * (means[j] as number), mean),
    coefficients,
    standardised: Float64Array.from(shrunk, (value) => value / total),
    residuals,
    degrees: leverages.reduce((sum, value) => sum + value, 0),
    r2: total > 0 ? 1 - dot(residuals, residuals) / total ** 2 : Number.NaN,
    leaveOneOut: leaveOneOut(residuals, leverages),
    inflation: inflation(inner, correlation),
    inflationPlain: plain,
    influence: outer.map((value, index) => value / (lengths[Math.floor(index / rows)] as number)),
  };
}

function standardise(columns: readonly Float64Array[]): Standard {
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const centred = columns.map((column, j) => column.map((value) => value - (means[j] as number)));
  const lengths = centred.map((column) => Math.sqrt(dot(column, column)));
  const z = centred.map((column, j) => column.map((value) => value / (lengths[j] as number)));
  const values = Float64Array.from(z.flatMap((a) => z.map((b) => dot(a, b))));
  return { z, means, lengths, correlation: { size: columns.length, values } };
}

function withRidge({ size, values }: Square, k: number): Square {
  return { size, values: values.map((value, at) => (at % (size + 1) === 0 ? value + k : value)) };
}

function plainInflation({ correlation }: Standard): Float64Array {
  const inner = inverse(correlation);
  return inner === null ? new Float64Array(correlation.size).fill(Number.NaN) : inflation(inner, correlation);
}

/** Diagonal of (R + kI)⁻¹ R (R + kI)⁻¹: variance of a standardised coefficient over that of a column alone. */
function inflation(inner: Square, { size, values }: Square): Float64Array {
  return Float64Array.from({ length: size }, (_, j) => {
    const row = inner.values.subarray(j * size, (j + 1) * size);
    return row.reduce((sum, a, m) => sum + a * dot(values.subarray(m * size, (m + 1) * size), row), 0);
  });
}

function leaveOneOut(residuals: Float64Array, leverages: Float64Array): number {
  const squares = residuals.map((value, row) => {
    const rest = 1 - (leverages[row] as number);
    // A row that the fit follows whatever it is cannot be foretold from the others.
    return rest > 1e-12 ? (value / rest) ** 2 : Number.POSITIVE_INFINITY;
  });
  return Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / squares.length);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);
}
