import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allHold, atLeast, signalOf, type YearlyCondition } from './signals.js';

const record = (...pairs: [year: number, holds: boolean | null][]): YearlyCondition[] =>
  pairs.map(([year, holds]) => ({ year, holds }));

describe('signalOf', () => {
  it('needs years in a row: two censuses are not enough', () => {
    expect(signalOf(record([2010, true], [2020, true]), 3)).toMatchObject({
      state: 'not-enough-years',
      judged: 1,
      held: 1,
    });
  });

  it.each([
    [record([2018, true], [2019, true], [2020, true]), 'recommended', 3],
    [record([2020, true], [2018, true], [2019, true]), 'recommended', 3],
    [record([2017, false], [2018, true], [2019, true], [2020, true]), 'recommended', 3],
    [record([2018, true], [2019, true], [2020, false]), 'not-met', 0],
    [record([2018, false], [2019, true], [2020, true]), 'not-met', 2],
    [record([2018, true], [2019, null], [2020, true]), 'not-enough-years', 1],
    [record([2017, true], [2019, true], [2020, true]), 'not-enough-years', 2],
    [record([2019, false], [2020, false]), 'not-enough-years', 0],
    [record(), 'not-enough-years', 0],
  ] as const)('%j: %s', (given, state, held) => {
    expect(signalOf(given, 3)).toMatchObject({ state, held, needed: 3 });
  });

  it('recommends only what held in all of the last years', () => {
    const year = fc.constantFrom(true, false, null);
    fc.assert(
      fc.property(fc.array(year, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (holds, needed) => {
        const years = holds.map((one, at) => ({ year: 2000 + at, holds: one }));
        const last = years.findLastIndex((one) => one.holds !== null);
        const window = years.slice(Math.max(0, last - needed + 1), last + 1);
        const throughout = window.length === needed && window.every((one) => one.holds === true);
        expect(signalOf(years, needed).state === 'recommended').toBe(last >= 0 && throughout);
      }),
      { seed: 48 },
    );
  });
});

describe('conditions with missing values', () => {
  it.each([
    [[true, true], true],
    [[true, null], null],
    [[false, null], false],
    [[], null],
  ] as const)('%j all hold: %s', (conditions, holds) => {
    expect(allHold(conditions)).toBe(holds);
  });

  it.each([
    [[true, true, null], 2, true],
    [[true, null, null], 2, null],
    [[true, false, false], 2, false],
    [[true, false, null], 2, null],
    [[], 1, false],
  ] as const)('%j, at least %i: %s', (tests, needed, holds) => {
    expect(atLeast(tests, needed)).toBe(holds);
  });
});
