import { describe, expect, it } from 'vitest';
import { compareVersions } from './versions.js';

const of = (name: string, units: string, scores: readonly number[]) => ({
  name,
  units: units.split(''),
  scores: Float64Array.from(scores),
});

describe('compareVersions', () => {
  const made = compareVersions([
    of('first', 'abcd', [4, 3, 2, 1]),
    of('turned', 'abcd', [1, 2, 3, 4]),
    of('other', 'dcbe', [40, 30, Number.NaN, 20]),
  ]);

  it('ranks the units that each version has', () => {
    expect(made.units).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(made.ranks.map((column) => [...column])).toEqual([
      [1, 2, 3, 4, Number.NaN],
      [4, 3, 2, 1, Number.NaN],
      [Number.NaN, Number.NaN, 2, 1, 3],
    ]);
    expect([...(made.shifts[1] as Float64Array)]).toEqual([3, 1, -1, -3, Number.NaN]);
  });

  it('compares pairs over the units that both have', () => {
    expect(made.scoreCorrelations[1]).toBeCloseTo(-1, 12);
    expect(made.rankCorrelations[1]).toBeCloseTo(-1, 12);
    expect(made.rankAgreements[1]).toBeCloseTo(-1, 12);
    expect(made.rankCorrelations[0]).toBe(1);
    expect(made.meanShifts[1]).toBe(2);
    expect(made.meanShifts[2]).toBe(2);
    expect(made.largestShifts[2]).toBe(3);
    expect(made.largestShifts[5]).toBe(0);
  });

  it('names the most moved first', () => {
    expect(Array.from(made.mostMoved, (unit) => made.units[unit])).toEqual(['a', 'd', 'b', 'c', 'e']);
  });

  it('turns versions whose smallest score is best', () => {
    const turned = compareVersions([
      of('score', 'abc', [3, 2, 1]),
      { ...of('distance', 'abc', [0.1, 0.2, 0.3]), lessIsBetter: true },
    ]);
    expect(turned.meanShifts[1]).toBe(0);
    expect(turned.scoreCorrelations[1]).toBeCloseTo(1, 12);
  });

  it('of equal scores, one unit, none', () => {
    const equal = compareVersions([of('a', 'xy', [1, 1]), of('b', 'xy', [1, 2])]);
    expect(equal.rankCorrelations[1]).toBeNaN();
    expect(compareVersions([of('a', 'x', [1])]).mostMoved).toEqual(Int32Array.of(0));
    expect(compareVersions([]).units).toEqual([]);
  });
});
