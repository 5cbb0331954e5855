import { describe, expect, it } from 'vitest';
import { type TapioInterval, tapio, tapioSteps } from './tapio.js';

const rules = { couplingLow: 0.8, couplingHigh: 1.2, smallestGrowth: 0.005 };
const state = (co2: number, gdp: number, interval?: TapioInterval) =>
  tapio([1000, 1000 + co2], [1000, 1000 + gdp], rules, interval).state;

describe('tapio', () => {
  it('all eight states of the table', () => {
    expect(state(-10, 100)).toBe('strong decoupling');
    expect(state(50, 100)).toBe('weak decoupling');
    expect(state(100, 100)).toBe('expansive coupling');
    expect(state(150, 100)).toBe('expansive negative decoupling');
    expect(state(10, -100)).toBe('strong negative decoupling');
    expect(state(-50, -100)).toBe('weak negative decoupling');
    expect(state(-100, -100)).toBe('recessive coupling');
    expect(state(-150, -100)).toBe('recessive decoupling');
  });

  it('bounds in both conventions', () => {
    expect(state(80, 100)).toBe('expansive coupling');
    expect(state(80, 100, 'decoupling')).toBe('weak decoupling');
    expect(state(79, 100)).toBe('weak decoupling');
    expect(state(81, 100, 'decoupling')).toBe('expansive coupling');
    expect(state(120, 100)).toBe('expansive coupling');
    expect(state(120, 100, 'decoupling')).toBe('expansive coupling');
    expect(state(121, 100)).toBe('expansive negative decoupling');
    expect(state(-80, -100)).toBe('recessive coupling');
    expect(state(-80, -100, 'decoupling')).toBe('weak negative decoupling');
    expect(state(-120, -100)).toBe('recessive coupling');
    expect(state(-121, -100)).toBe('recessive decoupling');
  });

  it('bounds hold for fractions too', () => {
    expect(tapio([0.3, 0.3 * 1.08], [0.7, 0.7 * 1.1], rules).state).toBe('expansive coupling');
  });

  it('growth below half a percent says nothing, half a percent does', () => {
    expect(state(50, 4)).toBe('growth too small to judge');
    expect(state(50, -4)).toBe('growth too small to judge');
    expect(state(50, 5)).toBe('expansive negative decoupling');
    expect(state(-1, -5)).toBe('weak negative decoupling');
    const none = tapio([100, 110], [100, 100], rules);
    expect(none.elasticity).toBeNaN();
    expect(none.state).toBe('growth too small to judge');
    expect(tapio([100, 110], [1000, 1001], rules).elasticity).toBeCloseTo(100, 9);
  });

  it('emissions without change count as weak', () => {
    expect(state(0, 100)).toBe('weak decoupling');
    expect(state(0, -100)).toBe('weak negative decoupling');
    expect(Object.is(tapio([5, 5], [10, 5], rules).elasticity, 0)).toBe(true);
  });

  it('hand-computed percentages', () => {
    expect(tapio([200, 210], [50, 60], rules)).toMatchObject({
      co2Percent: 5,
      gdpPercent: 20,
      elasticity: 0.25,
    });
  });

  it('missing or nothing to begin with: no state', () => {
    expect(tapio([Number.NaN, 1], [1, 2], rules).state).toBeNull();
    expect(tapio([1, 2], [1, Number.NaN], rules).state).toBeNull();
    expect(tapio([0, 2], [1, 2], rules).state).toBeNull();
    expect(tapio([1, 2], [0, 2], rules).elasticity).toBeNaN();
  });
});

describe('tapioSteps', () => {
  it('goes from each year with both figures to the next, over gaps', () => {
    const years = [2010, 2011, 2012, 2013, 2014];
    const [co2, gdp] = [
      [100, 90, Number.NaN, 99, 99],
      [100, 110, 115, 121, Number.NaN],
    ];
    const steps = tapioSteps(years, co2 as number[], gdp as number[], rules);
    expect(steps).toMatchObject([
      { from: 2010, to: 2011, co2Percent: -10, gdpPercent: 10, elasticity: -1, state: 'strong decoupling' },
      { from: 2011, to: 2013, co2Percent: 10, gdpPercent: 10, elasticity: 1, state: 'expansive coupling' },
    ]);
    expect(tapioSteps([2010], [1], [1], rules)).toEqual([]);
    // the convention of the bound is the one asked for
    expect(tapioSteps([1, 2], [100, 108], [100, 110], rules, 'decoupling')[0]?.state).toBe('weak decoupling');
  });
});
