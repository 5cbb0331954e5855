import { describe, expect, it } from 'vitest';
import { assessCarbon } from './assess-carbon.js';
import { carbonTrend } from './trend.js';

const rules = {
  tapio: { couplingLow: 0.8, couplingHigh: 1.2, smallestGrowth: 0.005 },
  peak: { yearsMinimum: 8, yearsAfter: 5, z: 1.96, recentYears: 10, passiveShare: 0.5 },
};
const years = [2009, 2010, 2011, 2013];
const figures = {
  years,
  co2: [999, 100, 150, 120],
  gdp: [1, 100, 110, 125],
  population: [1, 10, 10, 10],
};

describe('assessCarbon', () => {
  const made = assessCarbon(figures, { from: 2010, to: 2013, ...rules });

  it('takes exactly the years asked for and names gaps', () => {
    expect(made.gaps).toEqual([2012]);
    expect(made.trend).toMatchObject({ n: 3, s: 1 });
    expect(made.tapio).toMatchObject({ co2Percent: 20, gdpPercent: 25, state: 'expansive coupling' });
    expect(made.lmdi.total).toBe(20);
    expect(made.kaya).toBeNull();
    expect(made.peak.state).toBe('too short');
  });

  it('chained differs, and a missing end year has no split', () => {
    const chained = assessCarbon(figures, { from: 2010, to: 2013, chained: true, ...rules });
    expect(chained.lmdi.total).toBe(20);
    expect(chained.lmdi.effects[1]).not.toBeCloseTo(made.lmdi.effects[1] as number, 3);
    const gap = assessCarbon(figures, { from: 2010, to: 2012, chained: true, ...rules });
    expect(gap.lmdi.total).toBeNaN();
    expect(gap.tapio.state).toBeNull();
  });

  it('with energy there are four factors', () => {
    const { kaya } = assessCarbon(
      { ...figures, energy: [1, 50, 50, 50] },
      { from: 2010, to: 2013, ...rules },
    );
    expect(Array.from(kaya?.first ?? [])).toEqual([10, 10, 0.5, 2]);
    expect(kaya?.lmdi.effects.reduce((sum, one) => sum + one, 0)).toBeCloseTo(20, 9);
  });
});

describe('carbonTrend', () => {
  it('ties: variance as by hand, equal values have no trend', () => {
    const series = (values: number[]) => ({
      times: Float64Array.from(values, (_, at) => at),
      values: Float64Array.from(values),
    });
    expect(carbonTrend(series([1, 3, 3, 2])).variance).toBeCloseTo(138 / 18, 12);
    expect(carbonTrend(series([4, 4, 4]))).toMatchObject({ s: 0, variance: 0, z: 0, p: 1, senSlope: 0 });
    expect(carbonTrend(series([4])).z).toBeNaN();
    // Five rising: S = 10, z = 9 ÷ √(5·4·15 ÷ 18) = 2.2045; normal p 0.0275, exact 2 ÷ 120.
    const five = carbonTrend(series([1, 2, 3, 4, 5]));
    expect(five.z).toBeCloseTo(9 / Math.sqrt(300 / 18), 12);
    expect(five.p).toBeCloseTo(0.0274863361, 9);
    expect(five.pExact).toBeCloseTo(2 / 120, 12);
  });
});
