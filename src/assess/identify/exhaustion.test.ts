import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ExhaustionClock,
  exhaustionClock,
  exhaustionVerdict,
  outputGrowth,
  type ReserveSeries,
} from './exhaustion.js';

const none = Number.NaN;
const rule = { share: { recoverable: 0.7, total: 0.7 }, nearYears: 5, outputYears: 3 };
const series = (change: Partial<ReserveSeries> & { amounts?: number[]; found?: number[] } = {}) => {
  const { amounts = [10, 20, 30, 40], found, ...rest } = change;
  return {
    place: 'Hegang',
    resource: 'coal',
    basis: 'recoverable',
    reserves: 200,
    years: amounts.map((_, at) => 2001 + at),
    output: Float64Array.from(amounts),
    additions: Float64Array.from(found ?? amounts.map(() => 0)),
    leading: false,
    ...rest,
  } satisfies ReserveSeries;
};

describe('exhaustionClock', () => {
  it('counts by hand', () => {
    // 100 of 200 extracted; mean of the last three years 30; 100 + 50 remain.
    const clock = exhaustionClock(series({ found: [0, 50, 0, 0] }), rule);
    expect(clock).toMatchObject({
      year: 2004,
      extractedShare: 0.5,
      threshold: 0.7,
      exhausted: false,
      output: 30,
      remaining: 150,
      yearsLeft: 5,
      nearEnd: true,
      gaps: [],
    });
    expect(clock.thresholdYear).toBeCloseTo(2004 + 40 / 30, 12);
  });

  it('is exhausted from the threshold on, by the threshold of its basis', () => {
    expect(exhaustionClock(series({ amounts: [70], reserves: 100 }), rule).exhausted).toBe(true);
    expect(exhaustionClock(series({ amounts: [69.9], reserves: 100 }), rule).exhausted).toBe(false);
    const twofold = { ...rule, share: { recoverable: 0.7, total: 0.4 } };
    expect(exhaustionClock(series({ amounts: [50], reserves: 100, basis: 'total' }), twofold).exhausted).toBe(
      true,
    );
  });

  it('knows nothing beyond a gap: a missing year is not a year without output', () => {
    const gap = exhaustionClock(series({ amounts: [10, none, 30, 40] }), rule);
    expect(gap).toMatchObject({ extractedShare: null, exhausted: null, yearsLeft: null, gaps: [2002] });
    const skipped = { ...series({ amounts: [10, 30, 40] }), years: [2001, 2003, 2004] };
    expect(exhaustionClock(skipped, rule).gaps).toEqual([2002]);
    expect(exhaustionClock(series({ found: [0, 0, none, 0] }), rule).yearsLeft).toBeNull();
  });

  it('has no years left to tell with too few years or a mine that stands still', () => {
    expect(exhaustionClock(series({ amounts: [10, 20] }), rule)).toMatchObject({
      extractedShare: 0.15,
      yearsLeft: null,
      nearEnd: null,
    });
    expect(exhaustionClock(series({ amounts: [10, 0, 0, 0] }), rule)).toMatchObject({
      output: 0,
      yearsLeft: null,
      thresholdYear: null,
    });
  });

  it('never has less than no year left', () => {
    expect(exhaustionClock(series({ amounts: [90, 90, 90] }), rule)).toMatchObject({
      yearsLeft: 0,
      remaining: -70,
      exhausted: true,
    });
  });

  it('is later for more reserves and for additions', () => {
    const amount = fc.double({ min: 1, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 3, maxLength: 8 }), amount, (amounts, more) => {
        const years = (reserves: number, found: number) =>
          exhaustionClock(
            series({ amounts, reserves, found: amounts.map((_, at) => (at === 0 ? found : 0)) }),
            rule,
          );
        expect(years(500 + more, 0).yearsLeft).toBeGreaterThan(years(500, 0).yearsLeft as number);
        expect(years(500, more).yearsLeft).toBeGreaterThan(years(500, 0).yearsLeft as number);
        expect(years(500 + more, 0).extractedShare).toBeLessThan(years(500, 0).extractedShare as number);
      }),
      { seed: 47 },
    );
  });

  it.each([
    series({ reserves: 0 }),
    series({ reserves: none }),
    series({ amounts: [] }),
    series({ amounts: [-1] }),
    series({ found: [0, -5, 0, 0] }),
    series({ years: [2001, 2001, 2002, 2003] }),
  ])('refuses what cannot be (%#)', (given) => {
    expect(() => exhaustionClock(given, rule)).toThrow(/IDENTIFY_RESERVES/);
  });
});

describe('exhaustionVerdict', () => {
  const clock = (change: Partial<ExhaustionClock>): ExhaustionClock => ({
    ...exhaustionClock(series(), rule),
    ...change,
  });

  it('follows the leading resource, and recoverable before total reserves', () => {
    const clocks = [
      clock({ resource: 'coal', basis: 'total', exhausted: true, leading: true }),
      clock({ resource: 'coal', exhausted: false, leading: true }),
      clock({ resource: 'iron', exhausted: true }),
    ];
    expect(exhaustionVerdict(clocks, 'iron')).toEqual({
      exhausted: false,
      basis: 'recoverable',
      resource: 'coal',
      reason: 'leading',
    });
  });

  it('takes the only resource, else the first of the register, else leaves it open', () => {
    const coal = clock({ exhausted: true, basis: 'total' });
    const iron = clock({ resource: 'iron', exhausted: false });
    expect(exhaustionVerdict([coal], null)).toMatchObject({
      exhausted: true,
      basis: 'total',
      reason: 'only-resource',
    });
    expect(exhaustionVerdict([coal, iron], 'iron')).toMatchObject({ exhausted: false, reason: 'register' });
    expect(exhaustionVerdict([coal, iron], 'oil-gas')).toMatchObject({
      exhausted: null,
      reason: 'no-leading',
    });
    const both = [clock({ leading: true }), clock({ resource: 'iron', leading: true })];
    expect(exhaustionVerdict(both, 'coal').reason).toBe('no-leading');
    expect(exhaustionVerdict([], 'coal').reason).toBe('no-data');
  });
});

describe('outputGrowth', () => {
  it('looks so many years back from the last', () => {
    expect(outputGrowth(series({ amounts: [10, 20, 30, 40] }), 3)).toBe(3);
    expect(outputGrowth(series({ amounts: [10, 20] }), 5)).toBeNaN();
    expect(outputGrowth(series({ amounts: [0, 20] }), 1)).toBeNaN();
    expect(outputGrowth(series({ amounts: [none, 20] }), 1)).toBeNaN();
    expect(outputGrowth(series({ amounts: [] }), 1)).toBeNaN();
  });
});
