import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyScale, fitScale, scaleScore } from './index.js';
import type { IndicatorSpec, Normalisation, Scale } from '../types.js';

const missing = Number.NaN;
const column = (...values: number[]) => Float64Array.from(values);
const spec = (other: Partial<IndicatorSpec> = {}): IndicatorSpec => ({
  code: 'x',
  direction: 1,
  goalposts: null,
  target: null,
  denominator: null,
  ...other,
});
const less = spec({ direction: -1 });
const minmax = { method: 'minmax', low: 0, high: 100, trim: 0 } as const;
const zscore = { method: 'zscore', mean: 10, deviation: 2 } as const;

function fit(
  values: Float64Array,
  how: Normalisation,
  indicator = spec(),
  reference: Uint8Array | null = null,
): Scale {
  const units = Array.from(values, (_, row) => `u${row}`);
  return fitScale(values, how, { indicator, reference, stretch: { from: 0, to: values.length }, units });
}
const score = (values: Float64Array, how: Normalisation, indicator = spec()) =>
  Array.from(applyScale(fit(values, how, indicator), values), (value) => value + 0);

describe('by hand', () => {
  const values = column(2, missing, 6, 4);
  it.each([
    [minmax, [0, missing, 100, 50], [100, missing, 0, 50]],
    [{ ...minmax, low: 1, high: 3 }, [1, missing, 3, 2], [3, missing, 1, 2]],
    [zscore, [8, missing, 12, 10], [12, missing, 8, 10]],
    [{ method: 'scaled', from: 2, span: 4 }, [0, missing, 1, 0.5], [0, missing, 1, 0.5]],
    [{ method: 'none' }, [2, missing, 6, 4], [2, missing, 6, 4]],
    [{ method: 'rank' }, [1, missing, 3, 2], [3, missing, 1, 2]],
    [{ method: 'borda' }, [0, missing, 2, 1], [2, missing, 0, 1]],
    [{ method: 'percentile' }, [0, missing, 1, 0.5], [1, missing, 0, 0.5]],
    [{ method: 'distance-to-max' }, [0, missing, 1, 0.5], [1, missing, 0, 0.5]],
    [{ method: 'fraction-of-max' }, [2 / 6, missing, 1, 4 / 6], [1, missing, 2 / 6, 0.5]],
    [{ method: 'distance-to-reference', unit: 'u3', capped: false }, [0, missing, 2, 1], [2, missing, 0, 1]],
    [{ method: 'distance-to-reference', unit: 'u3', capped: true }, [0, missing, 1, 1], [1, missing, 0, 1]],
  ] as readonly [Normalisation, number[], number[]][])('%j', (how, more, fewer) => {
    expect(score(values, how)).toEqual(more);
    expect(score(values, how, less)).toEqual(fewer);
  });

  it('distance to a target in natural units', () => {
    const how = { method: 'distance-to-target', capped: false } as const;
    expect(score(values, how, spec({ target: 5 }))).toEqual([0, missing, 4 / 3, 2 / 3]);
    expect(score(values, how, spec({ target: 3, direction: -1 }))).toEqual([4 / 3, missing, 0, 2 / 3]);
    expect(score(values, { ...how, capped: true }, spec({ target: 5 }))).toEqual([0, missing, 1, 2 / 3]);
  });

  it('goalposts in natural units, direction apart', () => {
    const goalposts = { lower: 3, upper: 5, scale: 10, truncated: true };
    const how = { method: 'goalposts' } as const;
    expect(score(values, how, spec({ goalposts }))).toEqual([0, missing, 10, 5]);
    expect(score(values, how, spec({ goalposts, direction: -1 }))).toEqual([10, missing, 0, 5]);
    const open = { ...goalposts, truncated: false };
    expect(score(values, how, spec({ goalposts: open }))).toEqual([-5, missing, 15, 5]);
  });

  it('equal values share the smallest rank', () => {
    const tied = column(5, 1, 5, 9, 1);
    expect(score(tied, { method: 'rank' })).toEqual([3, 1, 3, 5, 1]);
    expect(score(tied, { method: 'percentile' }, less)).toEqual([0.25, 0.75, 0.25, 0, 0.75]);
  });

  it('a trim cuts the range at quantiles and bounds the scores', () => {
    const many = Float64Array.from({ length: 101 }, (_, at) => at);
    const scores = score(many, { ...minmax, trim: 0.02 });
    expect([scores[0], scores[2], scores[50], scores[98], scores[100]]).toEqual([0, 0, 50, 100, 100]);
    expect(fit(many, { ...minmax, trim: 0.02 }, less)).toMatchObject({
      from: 98,
      span: -96,
      bounds: [0, 100],
    });
  });
});

describe("COINr's faults", () => {
  it('n_fracmax with direction −1 rewards the costliest (COINr)', () => {
    const [cheap, dear] = score(column(10, 40), { method: 'fraction-of-max' }, less);
    expect([cheap, dear]).toEqual([1, 0.25]);
  });

  it('n_dist2ref gives infinity where the reference unit is the worst (COINr)', () => {
    const values = column(1, 2, 3);
    const how = { method: 'distance-to-reference', unit: 'u0', capped: false } as const;
    expect(fit(values, how)).toEqual({ kind: 'empty', reason: 'reference-worst' });
    expect(score(values, how)).toEqual([missing, missing, missing]);
    expect(score(values, how, less)).toEqual([1, 0.5, 0]);
  });

  it('n_prank of one value divides zero by zero (COINr)', () => {
    expect(fit(column(7), { method: 'percentile' })).toEqual({ kind: 'empty', reason: 'one-value' });
    expect(score(column(7), { method: 'rank' })).toEqual([1]);
  });

  it('n_dist2targ turns the order round where the target is worse than the worst (COINr)', () => {
    const how = { method: 'distance-to-target', capped: false } as const;
    expect(fit(column(4, 5), how, spec({ target: 3 }))).toEqual({ kind: 'empty', reason: 'target-worst' });
  });
});

describe('nothing can be said', () => {
  it.each([
    [column(missing, missing), minmax, 'no-values'],
    [column(), zscore, 'no-values'],
    [column(missing), { method: 'rank' }, 'no-values'],
    [column(3, 3, missing), minmax, 'constant'],
    [column(3), zscore, 'constant'],
    [column(0.1, 0.1, 0.1), zscore, 'constant'],
    [column(3, 3), { method: 'distance-to-max' }, 'constant'],
    [column(missing, 2), { method: 'distance-to-reference', unit: 'u0', capped: true }, 'reference-missing'],
    [column(-1, 0), { method: 'fraction-of-max' }, 'not-positive'],
  ] as readonly [Float64Array, Normalisation, string][])('%j %j: %s', (values, how, reason) => {
    expect(fit(values, how)).toEqual({ kind: 'empty', reason });
    expect(Array.from(applyScale(fit(values, how), values))).toEqual(Array.from(values, () => missing));
  });

  it('a constant column has places all the same', () => {
    expect(score(column(3, 3), { method: 'rank' })).toEqual([1, 1]);
    expect(score(column(3, 3), { method: 'percentile' })).toEqual([0, 0]);
  });

  it('the smallest differences are differences', () => {
    expect(score(column(0, Number.MIN_VALUE), minmax)).toEqual([0, 100]);
    expect(score(column(0, 1e-200), zscore)[1]).toBeCloseTo(10 + Math.SQRT2, 9);
  });

  it('a share of the best is missing for 0 on a frozen scale where less is better', () => {
    const scale = fit(column(2, 4), { method: 'fraction-of-max' }, less);
    expect(Array.from(applyScale(scale, column(1, 0, -2)))).toEqual([2, missing, missing]);
  });
});

describe('a scale is learnt once and applied to any row', () => {
  const values = column(0, 10, 20, 40, missing);
  const mask = Uint8Array.of(1, 1, 1, 0, 1);

  it('rows out of the reference teach nothing and are scored', () => {
    expect(Array.from(applyScale(fit(values, minmax, spec(), mask), values))).toEqual([
      0,
      50,
      100,
      200,
      missing,
    ]);
    const trimmed = fit(values, { ...minmax, trim: 0.1 }, spec(), mask);
    expect(trimmed).toMatchObject({ from: 2, span: 16 });
    expect(scaleScore(trimmed, 40)).toBe(100);
  });

  it('places count the reference rows that are worse, from 1 to n + 1', () => {
    const scale = fit(values, { method: 'rank' }, spec(), mask);
    expect(Array.from(applyScale(scale, column(-5, 0, 5, 20, 40)))).toEqual([1, 1, 2, 3, 4]);
    const share = fit(values, { method: 'percentile' }, spec(), mask);
    expect(Array.from(applyScale(share, column(-5, 0, 5, 20, 40)))).toEqual([0, 0, 0.5, 1, 1]);
  });

  it('of a base year; other years are scored on it', () => {
    const panel = column(1, 3, 2, 5);
    const context = { indicator: spec(), reference: null, units: ['a', 'b', 'a', 'b'] };
    const scale = fitScale(panel, minmax, { ...context, stretch: { from: 0, to: 2 } });
    expect(Array.from(applyScale(scale, panel))).toEqual([0, 100, 50, 200]);
    const into = column(7, 7, 7, 7);
    expect(applyScale(scale, panel, into, { from: 2, to: 4 })).toBe(into);
    expect(Array.from(into)).toEqual([7, 7, 50, 200]);
    expect(Array.from(applyScale(scale, panel, undefined, { from: 2, to: 4 }))).toEqual([
      missing,
      missing,
      50,
      200,
    ]);
  });

  it("over several times the reference unit's latest known value counts", () => {
    const how = { method: 'distance-to-reference', unit: 'a', capped: false } as const;
    const context = { indicator: spec(), reference: null, stretch: { from: 0, to: 6 } };
    const units = ['a', 'b', 'a', 'b', 'a', 'b'];
    const scale = fitScale(column(1, 0, 4, 2, missing, 8), how, { ...context, units });
    expect(scaleScore(scale, 8)).toBe(2);
  });
});

describe('bad settings', () => {
  it.each([
    [{ ...minmax, high: 0 }],
    [{ ...minmax, trim: 0.5 }],
    [{ ...minmax, trim: -0.1 }],
    [{ ...zscore, deviation: 0 }],
    [{ ...zscore, mean: missing }],
    [{ method: 'scaled', from: 0, span: 0 }],
    [{ method: 'distance-to-reference', unit: 'nobody', capped: false }],
    [{ method: 'distance-to-target', capped: false }],
    [{ method: 'goalposts' }],
  ] as readonly [Normalisation][])('%j is refused', (how) => {
    const code = expect.objectContaining({ code: 'INDEX_OPTION' });
    expect(() => fit(column(1, 2), how)).toThrowError(code);
  });

  it.each([
    [{ lower: 5, upper: 5, scale: 1, truncated: false }],
    [{ lower: 0, upper: 5, scale: 0, truncated: true }],
  ])('goalposts %j are refused', (goalposts) => {
    const code = expect.objectContaining({ code: 'INDEX_OPTION' });
    expect(() => fit(column(1, 2), { method: 'goalposts' }, spec({ goalposts }))).toThrowError(code);
  });
});

describe('any column', () => {
  const methods: readonly Normalisation[] = [
    minmax,
    { ...minmax, trim: 0.1 },
    zscore,
    { method: 'rank' },
    { method: 'borda' },
    { method: 'percentile' },
    { method: 'distance-to-max' },
    { method: 'fraction-of-max' },
    { method: 'distance-to-reference', unit: 'u0', capped: false },
    { method: 'distance-to-target', capped: true },
    { method: 'goalposts' },
  ];
  const values = fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1000) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) },
      { weight: 1, arbitrary: fc.constant(missing) },
    ),
    { minLength: 1, maxLength: 30 },
  );
  const described = (direction: 1 | -1) =>
    spec({ direction, target: 2, goalposts: { lower: 0, upper: 3, scale: 1, truncated: false } });

  it('a better value never scores less, missing stays missing, one value scores as in its column', () => {
    fc.assert(
      fc.property(
        values,
        values,
        fc.constantFrom(1, -1) as fc.Arbitrary<1 | -1>,
        fc.constantFrom(...methods),
        (known, asked, direction, how) => {
          const scale = fit(column(...known), how, described(direction));
          const scores = applyScale(scale, column(...asked));
          expect(Array.from(scores)).toEqual(asked.map((value) => scaleScore(scale, value)));
          asked.forEach((value, row) => {
            expect(Number.isNaN(value) && !Number.isNaN(scores[row])).toBe(false);
            expect(Math.abs(scores[row] as number)).not.toBe(Infinity);
          });
          const order = [...asked.keys()].filter((row) => !Number.isNaN(scores[row]));
          order.sort((a, b) => direction * ((asked[a] as number) - (asked[b] as number)));
          order.slice(1).forEach((row, at) => {
            expect(scores[row] as number).toBeGreaterThanOrEqual(scores[order[at] as number] as number);
          });
        },
      ),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it('does not depend on the order of the rows', () => {
    const orderless = methods.filter(({ method }) => method !== 'distance-to-reference');
    fc.assert(
      fc.property(values, fc.constantFrom(...orderless), (known, how) => {
        const forth = score(column(...known), how, described(1));
        const back = score(column(...known.toReversed()), how, described(1)).toReversed();
        back.forEach((value, row) => {
          const other = forth[row] as number;
          expect(Number.isNaN(value)).toBe(Number.isNaN(other));
          if (!Number.isNaN(value)) expect(value).toBeCloseTo(other, 6);
        });
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
