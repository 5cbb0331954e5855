import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../../base/index.js';
import { decide } from './decide.js';
import { dominanceTable } from './dominance.js';
import { decisionMethods } from './run-method.js';
import { anyMatrix, reordered } from './testing/sample.js';
import type { DecisionMatrix, DecisionMethodName, DecisionOptions, DecisionResult } from './types.js';

/** What must hold of every method, on any table. */

/** CoCoSo refuses an alternative that is worst everywhere; there is nothing to compare then. */
function judged(matrix: DecisionMatrix, method: DecisionMethodName): DecisionResult | null {
  try {
    return decide(matrix, { method } as DecisionOptions);
  } catch (error) {
    if (method === 'cocoso' && error instanceof AfterlodeError && error.code === 'DECISION_VALUE')
      return null;
    throw error;
  }
}

const near = (a: number | undefined, b: number | undefined) =>
  Math.abs((a as number) - (b as number)) <= 1e-9 * Math.max(1, Math.abs(a as number));

describe.each(decisionMethods)('%s', (method) => {
  it('gives every alternative a finite score and a rank, the best of them 1', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const result = judged(matrix, method);
        if (!result) return;
        expect([...result.scores].every(Number.isFinite)).toBe(true);
        expect(Math.min(...result.ranks)).toBe(1);
      }),
    );
  });

  it('does not mind the order of alternatives', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const order = [...matrix.alternatives.keys()].toReversed();
        const [before, after] = [judged(matrix, method), judged(reordered(matrix, order), method)];
        if (!before || !after) return;
        expect(order.every((row, at) => near(after.scores[at], before.scores[row]))).toBe(true);
        expect(order.map((_, at) => after.ranks[at])).toEqual(order.map((row) => before.ranks[row]));
      }),
    );
  });

  it('does not mind the order of criteria', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const turned = {
          ...matrix,
          criteria: matrix.criteria.toReversed(),
          columns: matrix.columns.toReversed(),
        };
        const [before, after] = [judged(matrix, method), judged(turned, method)];
        expect(before?.ranks).toEqual(after?.ranks);
      }),
    );
  });

  it('does not mind the unit of a criterion', () => {
    fc.assert(
      fc.property(anyMatrix, fc.constantFrom(0.25, 8, 1024), (matrix, factor) => {
        const [first, ...rest] = matrix.columns;
        const scaled = { ...matrix, columns: [(first as Float64Array).map((x) => x * factor), ...rest] };
        expect(judged(scaled, method)?.ranks).toEqual(judged(matrix, method)?.ranks);
      }),
    );
  });

  it('gives the same to alternatives that are the same', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const twice = reordered(matrix, [...matrix.alternatives.keys(), 0]);
        const named = { ...twice, alternatives: twice.alternatives.map((_, at) => `${at}`) };
        const result = judged(named, method);
        if (!result) return;
        expect(near(result.scores[0], result.scores.at(-1))).toBe(true);
        expect(result.ranks[0]).toBe(result.ranks.at(-1));
      }),
    );
  });
});

// CODAS jumps at its threshold; its page says so.
it.each(decisionMethods.filter((method) => method !== 'codas'))(
  '%s never puts a dominated alternative above the one that dominates it',
  (method) => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const result = judged(matrix, method);
        if (!result) return;
        const turned = dominanceTable(matrix)
          .filter(({ dominates }) => dominates)
          .filter(({ over, under }) => (result.ranks[over] as number) > (result.ranks[under] as number));
        expect(turned).toEqual([]);
      }),
    );
  },
);
