import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../../base/index.js';
import { type MatchInput, type MatchOptions, matchedComparison } from './match.js';

const none = Number.NaN;
const usual: MatchOptions = { neighbours: 1, replacement: true, caliper: null, seed: 1, unbalanced: 0.1 };

function inputOf(
  treated: readonly number[],
  x: readonly number[],
  y: readonly number[],
  more: readonly number[] = [],
): MatchInput {
  return {
    units: x.map((_, at) => String.fromCharCode(65 + at)),
    treated: Uint8Array.from(treated),
    outcome: Float64Array.from(y),
    covariates: [
      { name: 'x', values: Float64Array.from(x) },
      ...(more.length > 0 ? [{ name: 'z', values: Float64Array.from(more) }] : []),
    ],
  };
}

function fault(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof AfterlodeError ? error.code : String(error);
  }
  return 'no fault';
}

// A and B are treated; A (x = 1) is next to C (1.1), B (x = 2) next to D (2.2); E is far away.
const plain = inputOf([1, 1, 0, 0, 0], [1, 2, 1.1, 2.2, 9], [5, 8, 2, 4, 100]);

describe('matchedComparison', () => {
  it('compares each treated unit with the nearest other, by hand', () => {
    const found = matchedComparison(plain, usual);
    expect(
      found.matched.map(({ unit, matches, difference }) => [unit, matches[0]?.unit, difference]),
    ).toEqual([
      ['A', 'C', 3],
      ['B', 'D', 4],
    ]);
    expect(found.estimate).toBe(3.5);
    expect(found.unmatched).toBeCloseTo(6.5 - 106 / 3, 12);
    // Nobody serves twice: √((3 − 3.5)² + (4 − 3.5)²) ÷ 2.
    expect(found.standardError).toBeCloseTo(Math.sqrt(0.5) / 2, 12);
  });

  it('counts a comparison unit that serves twice in the standard error', () => {
    // Both are nearest to C; its own twin is D: σ² = (2 − 4)² ÷ 2 = 2, 2 · 1 · 2 more: √(0 + 4) ÷ 2 with differences 3 and 3.
    const found = matchedComparison(inputOf([1, 1, 0, 0], [1, 1.2, 1.1, 5], [5, 5, 2, 4]), usual);
    expect(found.estimate).toBe(3);
    expect(found.standardError).toBeCloseTo(1, 12);
  });

  it('lets every comparison unit serve once where told so', () => {
    const found = matchedComparison(inputOf([1, 1, 0, 0], [1, 1.2, 1.1, 5], [5, 5, 2, 4]), {
      ...usual,
      replacement: false,
    });
    expect(new Set(found.matched.flatMap(({ matches }) => matches.map(({ unit }) => unit)))).toEqual(
      new Set(['C', 'D']),
    );
    expect(found.estimate).toBe(2);
    // Differences 3 and 1: standard deviation √2 over √2.
    expect(found.standardError).toBeCloseTo(1, 12);
  });

  it('leaves out who has no match inside the caliper, and says so', () => {
    const found = matchedComparison(plain, { ...usual, caliper: 0.04 });
    expect(found.withoutMatch).toEqual(['B']);
    expect(found.estimate).toBe(3);
    expect(found.standardError).toBeNaN();
    expect(found.issues.map(({ code }) => code)).toContain('EFFECT_UNMATCHED');
  });

  it('leaves out missing values and names the units', () => {
    const found = matchedComparison(
      inputOf([1, 1, 0, 0, 0], [1, 2, 1.1, none, 9], [5, 8, 2, 4, none]),
      usual,
    );
    expect(found.leftOut).toEqual(['D', 'E']);
    expect(found.matched.map(({ matches }) => matches[0]?.unit)).toEqual(['C', 'C']);
  });

  it('shows the balance before and after, and warns of what stays apart', () => {
    const found = matchedComparison(plain, usual);
    const [row] = found.balance;
    expect([row?.treated, row?.matchedTreated]).toEqual([1.5, 1.5]);
    expect(row?.others).toBeCloseTo(12.3 / 3, 12);
    expect(row?.matches).toBeCloseTo(1.65, 12);
    const spread = Math.sqrt((0.5 + varianceOf([1.1, 2.2, 9])) / 2);
    expect(row?.standardisedAfter).toBeCloseTo((1.5 - 1.65) / spread, 12);
    expect(row?.unbalanced).toBe(false);
    const edge = Math.abs(row?.standardisedAfter ?? none);
    expect(matchedComparison(plain, { ...usual, unbalanced: edge }).balance[0]?.unbalanced).toBe(false);
    const strict = matchedComparison(plain, { ...usual, unbalanced: edge * 0.999 });
    expect(strict.issues.map(({ code }) => code)).toEqual(['EFFECT_UNBALANCED', 'EFFECT_ASSUMES']);
  });

  it('gives equal matches for equal seeds, and breaks ties by the seed alone', () => {
    const tied = inputOf([1, 0, 0, 0, 0], [1, 2, 2, 2, 2], [0, 1, 2, 3, 4]);
    const chosen = (seed: number) => matchedComparison(tied, { ...usual, seed }).matched[0]?.matches[0]?.unit;
    expect(chosen(5)).toBe(chosen(5));
    expect(new Set(Array.from({ length: 40 }, (_, seed) => chosen(seed))).size).toBeGreaterThan(1);
  });

  it('does not depend on the unit of a covariate', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        fc.integer({ min: -5, max: 5 }),
        (factor, shift) => {
          const z = [3, 1, 2.5, 1.4, 9];
          const scaled = z.map((value) => value * factor + shift);
          const [a, b] = [z, scaled].map((values) =>
            matchedComparison(
              inputOf([1, 1, 0, 0, 0], [1, 2, 1.1, 2.2, 9], [5, 8, 2, 4, 100], values),
              usual,
            ),
          );
          expect(b?.matched.map(({ matches }) => matches[0]?.unit)).toEqual(
            a?.matched.map(({ matches }) => matches[0]?.unit),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('refuses what cannot be matched', () => {
    expect(fault(() => matchedComparison(inputOf([0, 0], [1, 2], [1, 2]), usual))).toBe('EFFECT_FEW');
    expect(fault(() => matchedComparison(plain, { ...usual, neighbours: 4 }))).toBe('EFFECT_FEW');
    expect(fault(() => matchedComparison(plain, { ...usual, neighbours: 0 }))).toBe('EFFECT_PANEL');
    expect(fault(() => matchedComparison(plain, { ...usual, caliper: 0 }))).toBe('EFFECT_PANEL');
    expect(fault(() => matchedComparison({ ...plain, covariates: [] }, usual))).toBe('EFFECT_PANEL');
    expect(fault(() => matchedComparison({ ...plain, treated: Uint8Array.of(1) }, usual))).toBe(
      'EFFECT_PANEL',
    );
  });
});

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
