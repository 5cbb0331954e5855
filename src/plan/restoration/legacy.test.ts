import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legacyHistory, legacyOutlook, legacyPath } from './index.js';

const missing = Number.NaN;
const sure = (mid: number) => ({ low: mid, mid, high: mid });

describe('legacy land', () => {
  it('has new subsidence below the line: the rate falls though more is treated', () => {
    const [first, second] = legacyPath({ registered: 100, treated: 50 }, [
      { year: 2024, sunk: 20, treated: 5 },
      { year: 2025, sunk: 0, treated: 500 },
    ]);
    expect(first).toEqual({
      year: 2024,
      registered: 120,
      treated: 55,
      open: 65,
      rate: 55 / 120,
      rateOfStart: 0.55,
    });
    expect(second).toMatchObject({ registered: 120, treated: 120, open: 0, rate: 1 });
    expect(legacyPath({ registered: 0, treated: 0 }, [{ year: 1, sunk: 0, treated: 0 }])[0]?.rate).toBeNaN();
  });

  it('is never below 0 and loses no land, whatever flows', () => {
    const area = fc.double({ min: 0, max: 1e6, noNaN: true });
    const flow = fc.record({ sunk: area, treated: area });
    fc.assert(
      fc.property(
        area,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(flow),
        (registered, share, flows) => {
          const start = { registered, treated: registered * share };
          const years = legacyPath(
            start,
            flows.map((one, year) => ({ year, ...one })),
          );
          let all = registered;
          for (const [at, one] of years.entries()) {
            all += flows[at]?.sunk ?? 0;
            expect(one.open).toBeGreaterThanOrEqual(0);
            expect(one.treated + one.open).toBeCloseTo(all, 3);
            if (one.registered > 0) expect(one.rate).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});

describe('the history of legacy land', () => {
  const record = (year: number, more: Partial<Parameters<typeof legacyHistory>[0][number]> = {}) => ({
    year,
    registered: missing,
    treatedInAll: missing,
    sunk: missing,
    treated: missing,
    ...more,
  });
  const first = record(2020, { registered: 100, treatedInAll: 40 });

  it('goes by flows, and by a count where there is one', () => {
    const { years, recounts } = legacyHistory(
      [
        first,
        record(2021, { sunk: 10, treated: 15 }),
        record(2022, { sunk: 10, treated: 5, registered: 130, treatedInAll: 60 }),
      ],
      0.5,
    );
    expect(years.map(({ registered, treated }) => [registered, treated])).toEqual([
      [100, 40],
      [110, 55],
      [130, 60],
    ]);
    expect(years[2]?.rateOfStart).toBeCloseTo(0.6, 12);
    expect(recounts).toMatchObject([
      { year: 2022, registered: 130, byFlows: { registered: 120, treated: 60 } },
    ]);
  });

  it('is not known from a year without flows on, nor across a gap, until the next count', () => {
    const { years, recounts } = legacyHistory(
      [
        first,
        record(2021, { sunk: 10 }),
        record(2022, { sunk: 10, treated: 5 }),
        record(2024, { sunk: 1, treated: 1 }),
        record(2025, { registered: 150, treatedInAll: 90 }),
      ],
      0.5,
    );
    expect(years.map(({ open }) => open)).toEqual([60, missing, missing, missing, 60]);
    expect(recounts).toEqual([]);
  });
});

describe('the outlook of legacy land', () => {
  const from = { year: 2020, registered: 200, treated: 100 };

  it('says when nothing is left, or never at this pace, by hand', () => {
    const of = (sunk: number, treated: number) =>
      legacyOutlook(from, { sunk: sure(sunk), treated: sure(treated) }, 2030).yearsLeft.mid;
    expect(of(5, 15)).toBe(10);
    expect(of(5, 14)).toBe(12);
    expect(of(5, 5)).toBe(Number.POSITIVE_INFINITY);
    expect(of(6, 5)).toBe(Number.POSITIVE_INFINITY);
    expect(
      legacyOutlook({ ...from, treated: 200 }, { sunk: sure(9), treated: sure(0) }, 2030).yearsLeft.mid,
    ).toBe(0);
  });

  it('has an interval where the pace is uncertain, and what would be needed', () => {
    const pace = { sunk: { low: 0, mid: 5, high: 10 }, treated: { low: 8, mid: 15, high: 20 } };
    const { yearsLeft, needed, path } = legacyOutlook(from, pace, 2030);
    expect(yearsLeft).toEqual({ low: 5, mid: 10, high: Number.POSITIVE_INFINITY });
    expect(needed).toEqual({ low: 10, mid: 15, high: 20 });
    expect(path).toHaveLength(10);
    expect(path.at(-1)).toMatchObject({ year: 2030, registered: 250, treated: 250, open: 0, rate: 1 });
    expect(path[0]?.rateLow).toBeCloseTo(108 / 210, 12);
    expect(path[0]?.rateHigh).toBeCloseTo(120 / 200, 12);
  });

  it('leaves as much open at the end as the years say, whatever the pace', () => {
    const amount = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(amount, amount, (sunk, treated) => {
        const { yearsLeft, path } = legacyOutlook(from, { sunk: sure(sunk), treated: sure(treated) }, 2060);
        const gone = path.find(({ open }) => open === 0)?.year ?? Number.POSITIVE_INFINITY;
        expect(gone).toBe(yearsLeft.mid <= 40 ? 2020 + yearsLeft.mid : Number.POSITIVE_INFINITY);
      }),
    );
  });
});
