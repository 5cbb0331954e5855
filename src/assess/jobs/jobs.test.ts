import { describe, expect, it } from 'vitest';
import { elasticityBySector, employmentElasticity } from './elasticity.js';
import {
  employmentRateGap,
  hiddenUnemployment,
  jobDensity,
  replacementRatio,
  skillsMatch,
} from './people-and-jobs.js';
import { baseMultiplier, quotientsOf } from './quotients.js';

describe('employmentElasticity', () => {
  it('hand-computed with the sign table', () => {
    expect(employmentElasticity([100, 105], [200, 220], 0.01)).toMatchObject({
      value: 0.5,
      capped: false,
      sign: 'job-creating growth',
    });
    const sign = (jobs: number, output: number) =>
      employmentElasticity([100, 100 + jobs], [100, 100 + output], 0.01).sign;
    expect(sign(-5, 10)).toBe('jobless growth');
    expect(sign(0, 10)).toBe('jobless growth');
    expect(sign(5, -10)).toBe('labour hoarding or informal work');
    expect(sign(-5, -10)).toBe('loss of output and jobs');
    expect(sign(5, 0)).toBe('no change to judge');
    expect(sign(0, -10)).toBe('no change to judge');
  });

  it('both losses give a positive value: the sign alone would mislead', () => {
    expect(employmentElasticity([100, 95], [100, 90], 0.01).value).toBeCloseTo(0.5, 12);
  });

  it('is held where output moved less than 1 %, exactly 1 % is not', () => {
    expect(employmentElasticity([100, 110], [1000, 1001], 0.01)).toMatchObject({ capped: true, value: 10 });
    expect(employmentElasticity([100, 110], [1000, 999], 0.01).value).toBe(-10);
    expect(employmentElasticity([100, 110], [1000, 1010], 0.01).capped).toBe(false);
    expect(employmentElasticity([100, 110], [1000, 1000], 0.01).value).toBeNaN();
  });

  it('missing', () => {
    expect(employmentElasticity([Number.NaN, 1], [1, 2], 0.01)).toMatchObject({
      value: Number.NaN,
      sign: null,
    });
    expect(employmentElasticity([0, 1], [1, 2], 0.01).sign).toBeNull();
  });
});

describe('elasticityBySector', () => {
  it('parts equal the total, as e_k · l_k · g_k ÷ g by hand', () => {
    const jobs = [
      [60, 54],
      [40, 50],
    ] as const;
    const output = [
      [100, 90],
      [100, 130],
    ] as const;
    const { total, parts } = elasticityBySector(jobs, output);
    expect(total).toBeCloseTo(employmentElasticity([100, 104], [200, 220], 0.01).value, 12);
    for (const one of parts) {
      expect(one.part).toBeCloseTo(one.elasticity * one.jobShare * one.relativeGrowth, 12);
    }
    expect(parts.map(({ part }) => Number(part.toFixed(9)))).toEqual([-0.6, 1]);
  });

  it('holds where a sector began with nothing', () => {
    expect(
      elasticityBySector(
        [
          [100, 100],
          [0, 10],
        ],
        [
          [100, 100],
          [0, 10],
        ],
      ).total,
    ).toBeCloseTo(1, 12);
  });

  it('missing without growth', () => {
    expect(elasticityBySector([[1, 2]], [[5, 5]]).total).toBeNaN();
  });
});

describe('quotientsOf and baseMultiplier', () => {
  it('hand-computed', () => {
    expect([...quotientsOf([30, 70], [100, 900])]).toEqual([3, 7 / 9]);
    // Base: 30 − 100 · 100 ÷ 1000 = 20.
    expect(baseMultiplier([30, 70], [100, 900])).toEqual({ base: 20, total: 100, multiplier: 5 });
  });

  it('missing and equal', () => {
    expect([...quotientsOf([30, 70], [0, 900])][0]).toBeNaN();
    expect([...quotientsOf([Number.NaN, 70], [1, 900])]).toEqual([Number.NaN, Number.NaN]);
    expect(baseMultiplier([10, 90], [10, 90])).toMatchObject({ base: 0, multiplier: Number.NaN });
    expect(baseMultiplier([Number.NaN, 90], [10, 90]).multiplier).toBeNaN();
  });
});

describe('people and jobs', () => {
  it('density, gap and hidden unemployment of the coalfield reports', () => {
    expect(jobDensity(50, 100)).toBe(50);
    expect(jobDensity(1, 0)).toBeNaN();
    expect(employmentRateGap(0.68, 0.72)).toBeCloseTo(-0.04, 12);
    expect(hiddenUnemployment(0.084, 0.062, 1000).share).toBeCloseTo(0.022, 12);
    expect(hiddenUnemployment(0.05, 0.062, 1000).persons).toBe(0);
    expect(hiddenUnemployment(Number.NaN, 0.062, 1000).share).toBeNaN();
  });

  it('replacement: at the target it is reached', () => {
    expect(replacementRatio(100, 100, 1, 1)).toMatchObject({ ratio: 1, reached: true });
    expect(replacementRatio(100, 80, 0.8, 1)).toMatchObject({ ratio: 1, reached: true });
    expect(replacementRatio(99, 100, 1, 1).reached).toBe(false);
    expect(replacementRatio(99, 0, 1, 1).reached).toBeNull();
  });

  it('skills match: cosine at the threshold counts', () => {
    const skills = new Map([
      ['miner', [3, 4]],
      ['fitter', [4, 3]],
      ['nurse', [0, 5]],
      ['none', [0, 0]],
    ]);
    const displaced = [
      { occupation: 'miner', count: 60 },
      { occupation: 'none', count: 40 },
    ];
    const made = skillsMatch(
      displaced,
      [
        { occupation: 'fitter', count: 1 },
        { occupation: 'nurse', count: 0 },
      ],
      skills,
      0.96,
    );
    expect(made).toMatchObject({ share: 0.6, matched: 60, displaced: 100 });
    expect(made.nearest[0]).toMatchObject({ to: 'fitter', similarity: 0.96 });
    expect(skillsMatch(displaced, [{ occupation: 'fitter', count: 1 }], skills, 0.97).share).toBe(0);
    expect(skillsMatch([], [], skills, 0.5).share).toBeNaN();
    expect(skillsMatch(displaced, [{ occupation: 'miner', count: 1 }], skills, 1).matched).toBe(60);
  });
});
