import fc from 'fast-check';
import type { Criterion, DecisionMatrix } from '../types.js';

/** A matrix from its rows; alternatives are called A, B, C …, criteria C1, C2 …; weights are equal unless given. */
export function matrixOf(
  rows: readonly (readonly number[])[],
  types: readonly Criterion['type'][],
  weights: readonly (number | null)[] = types.map(() => 1 / types.length),
): DecisionMatrix {
  return {
    alternatives: rows.map((_, at) => String.fromCharCode(65 + at)),
    criteria: types.map((type, at) => ({ code: `C${at + 1}`, type, weight: weights[at] ?? null })),
    columns: types.map((_, at) => Float64Array.from(rows, (row) => row[at] as number)),
  };
}

/** The rows of a matrix in another order. */
export function reordered(matrix: DecisionMatrix, rows: readonly number[]): DecisionMatrix {
  return {
    ...matrix,
    alternatives: rows.map((row) => matrix.alternatives[row] as string),
    columns: matrix.columns.map((column) => Float64Array.from(rows, (row) => column[row] as number)),
  };
}

/** Whole matrices of numbers above 0, which every method takes; weights sum to 1. */
export const anyMatrix: fc.Arbitrary<DecisionMatrix> = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 5 }))
  .chain(([count, criteria]) =>
    fc.tuple(
      fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: criteria, maxLength: criteria }), {
        minLength: count,
        maxLength: count,
      }),
      fc.array(fc.constantFrom('benefit' as const, 'cost' as const), {
        minLength: criteria,
        maxLength: criteria,
      }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: criteria, maxLength: criteria }),
    ),
  )
  .map(([rows, types, parts]) => {
    const sum = parts.reduce((total, part) => total + part, 0);
    return matrixOf(
      rows,
      types,
      parts.map((part) => part / sum),
    );
  });
