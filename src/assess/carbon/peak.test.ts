import { describe, expect, it } from 'vitest';
import { type PeakRules, peakOf } from './peak.js';

const rules: PeakRules = { yearsMinimum: 8, yearsAfter: 5, z: 1.96, recentYears: 10, passiveShare: 0.5 };

/** Emissions from 2000 on; people and output are steady unless given. */
const of = (co2: readonly number[], gdp?: readonly number[], population?: readonly number[]) =>
  peakOf(
    {
      years: co2.map((_, at) => 2000 + at),
      co2,
      gdp: gdp ?? co2.map(() => 100),
      population: population ?? co2.map(() => 10),
    },
    rules,
  );

const falling = [10, 20, 19, 18, 17, 16, 15, 14];

describe('peakOf', () => {
  it('peaked: a significant fall of at least five years', () => {
    expect(of(falling)).toMatchObject({ state: 'peaked', year: 2001, yearsAfter: 6, passiveShare: 0 });
    // Five years after: six values all falling, S = −15, z = −14 ÷ √(6·5·17 ÷ 18) = −2.63.
    const five = of([10, 11, 20, 19, 18, 17, 16, 15]);
    expect(five).toMatchObject({ state: 'peaked', yearsAfter: 5 });
    expect(five.after.z).toBeCloseTo(-14 / Math.sqrt((6 * 5 * 17) / 18), 12);
  });

  it('rising: fewer than five years after the largest value', () => {
    expect(of([10, 9, 10, 20, 19, 18, 17, 16])).toMatchObject({ state: 'rising', yearsAfter: 4 });
    expect(of([1, 2, 3, 4, 5, 6, 7, 8])).toMatchObject({ state: 'rising', year: 2007, yearsAfter: 0 });
  });

  it('rising: a significant rise of the last ten years overrules an old peak', () => {
    const back = of([50, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    expect(back).toMatchObject({ state: 'rising', year: 2000, yearsAfter: 11 });
    expect(back.recent.n).toBe(10);
  });

  it('plateau: five years and no significant trend', () => {
    expect(of([10, 20, 18, 19, 18, 19, 18, 19]).state).toBe('plateau');
    expect(of([5, 5, 5, 5, 5, 5, 5, 5])).toMatchObject({ state: 'plateau', year: 2000 });
  });

  it('too short: seven values, gaps do not count', () => {
    expect(of(falling.slice(0, 7)).state).toBe('too short');
    expect(of([...falling.slice(0, 4), Number.NaN, ...falling.slice(5)]).state).toBe('too short');
    expect(of([])).toMatchObject({ state: 'too short', year: Number.NaN, yearsAfter: 0 });
  });

  it('passive: people and output per head explain more than half of the fall', () => {
    const gdp = falling.map((value) => value * 10);
    expect(of(falling, gdp)).toMatchObject({ state: 'peaked, passive decline' });
    expect(of(falling, gdp).passiveShare).toBeCloseTo(1, 12);
  });

  it('exactly half is not passive', () => {
    // Output falls as the root of emissions: both factors explain half.
    const half = of(
      falling,
      falling.map((value) => Math.sqrt(value)),
    );
    expect(half.passiveShare).toBeCloseTo(0.5, 12);
    const above = { ...rules, passiveShare: half.passiveShare };
    const co2 = falling;
    const figures = {
      years: co2.map((_, at) => at),
      co2,
      gdp: co2.map(Math.sqrt),
      population: co2.map(() => 1),
    };
    expect(peakOf(figures, above).state).toBe('peaked');
    expect(peakOf(figures, { ...rules, passiveShare: half.passiveShare - 0.01 }).state).toBe(
      'peaked, passive decline',
    );
  });

  it('without output the fall is not attributed', () => {
    const gdp = falling.map(() => Number.NaN);
    expect(of(falling, gdp)).toMatchObject({ state: 'peaked', passiveShare: Number.NaN });
  });
});
