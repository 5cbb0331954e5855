import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pcaWeights, principalComponents } from './index.js';
import { symmetricEigen } from './symmetric-eigen.js';

const of = (...values: number[]) => Float64Array.of(...values);

describe('principal components', () => {
  it('of two columns with r = 0.5: 1.5 and 0.5', () => {
    const { eigenvalues, shares, loadings, rows } = principalComponents([of(1, 2, 3), of(1, 3, 2)]);
    expect([...eigenvalues].map((one) => Number(one.toFixed(12)))).toEqual([1.5, 0.5]);
    expect([...shares].map((one) => Number(one.toFixed(12)))).toEqual([0.75, 0.25]);
    expect(loadings[0]?.[0]).toBeCloseTo(Math.SQRT1_2, 14);
    expect(loadings[0]?.[1]).toBeCloseTo(Math.SQRT1_2, 14);
    expect(rows).toBe(3);
  });

  it('a column that goes with none of the others has no part in the first one', () => {
    // A and B correlate with √½, C with neither.
    const columns = [of(-1, -1, 1, 1), of(0, -2, 0, 2), of(-1, 1, -1, 1)];
    const { eigenvalues } = principalComponents(columns);
    expect(eigenvalues[0]).toBeCloseTo(1 + Math.SQRT1_2, 13);
    const { weights } = pcaWeights(columns);
    [0.5, 0.5, 0].forEach((one, at) => expect(weights[at]).toBeCloseTo(one, 12));
  });

  it('rows with a missing cell are left out, constant columns have no loading', () => {
    const columns = [of(1, 9, 2, 3), of(1, Number.NaN, 3, 2), of(4, 4, 4, 4)];
    const { rows, loadings, eigenvalues } = principalComponents(columns);
    expect(rows).toBe(3);
    expect(eigenvalues.length).toBe(2);
    expect(loadings[0]?.[2]).toBeNaN();
    const { weights, issues } = pcaWeights(columns, { names: ['a', 'b', 'c'] });
    expect(weights[2]).toBe(0);
    expect(issues.map(({ where }) => where)).toEqual(['c']);
  });
});

describe('pca weights', () => {
  const columns = [of(1, 2, 3), of(2, 4, 6), of(0, 1, 2), of(3, 2, 1)];

  it('the sign is fixed: turning all columns changes nothing', () => {
    const turned = columns.map((column) => column.map((value) => -value));
    expect([...pcaWeights(turned).weights]).toEqual([...pcaWeights(columns).weights]);
    for (const vector of principalComponents(columns).loadings) {
      expect(vector.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(-1e-10);
    }
  });

  it('a negative loading weighs 0 and is told; its size counts by name', () => {
    const { weights, issues } = pcaWeights(columns);
    [1 / 3, 1 / 3, 1 / 3, 0].forEach((one, at) => expect(weights[at]).toBeCloseTo(one, 12));
    expect(issues.map(({ code, where, message }) => [code, where, message.en])).toEqual([
      [
        'INDEX_WEIGHTS_LOADING',
        'column 4',
        'column 4 runs against the first principal component (loading -0.500); its weight is taken from 0.000',
      ],
    ]);
    const sizes = pcaWeights(columns, { negative: 'absolute' }).weights;
    for (const weight of sizes) expect(weight).toBeCloseTo(0.25, 12);
  });

  it('two columns that run against one another weigh the same, in whatever order', () => {
    const two = [of(1, 12, 2), of(4, 1, 3)];
    for (const pair of [two, two.toReversed()]) {
      const { weights, issues } = pcaWeights(pair);
      for (const weight of weights) expect(weight).toBeCloseTo(0.5, 12);
      expect(issues.map(({ code }) => code)).toEqual(['INDEX_WEIGHTS_LOADING']);
    }
  });
});

describe('eigenvalues of a symmetric matrix', () => {
  it('rebuild the matrix', () => {
    const matrices = fc.integer({ min: 1, max: 6 }).chain((count) =>
      fc.array(fc.double({ min: -9, max: 9, noNaN: true }), {
        minLength: count ** 2,
        maxLength: count ** 2,
      }),
    );
    fc.assert(
      fc.property(matrices, (cells) => {
        const count = Math.sqrt(cells.length);
        const at = (row: number, column: number) => Math.max(row, column) * count + Math.min(row, column);
        const matrix = Float64Array.from(
          cells,
          (_, cell) => cells[at(Math.floor(cell / count), cell % count)] as number,
        );
        const { values, vectors } = symmetricEigen(matrix, count);
        expect([...values]).toEqual([...values].toSorted((one, other) => other - one));
        matrix.forEach((cell, index) => {
          const [row, column] = [Math.floor(index / count), index % count];
          const sum = vectors.reduce(
            (total, vector, k) =>
              total + (values[k] as number) * (vector[row] as number) * (vector[column] as number),
            0,
          );
          expect(sum).toBeCloseTo(cell, 10);
        });
      }),
    );
  });
});
