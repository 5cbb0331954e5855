import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallRun } from '../compare/testing/small-run.js';
import { obstacleDegrees, obstaclesOf } from './obstacles.js';
import { strengthsAndWeaknesses, strengthsOf } from './strengths.js';
import { unitSummary } from './unit-summary.js';

const columns = {
  jobs: [1, 2, 3, 4],
  smoke: [1, 2, 3, 4],
  homes: [4, 4, 4, 1],
  money: [null, 2, 3, 1],
};
const run = smallRun({
  units: ['a', 'b', 'c', 'd'],
  columns,
  less: ['smoke'],
  groups: { people: ['jobs', 'homes'], rest: ['smoke', 'money'], index: ['people', 'rest'] },
  classes: ['x', 'x', 'y', ''],
  chain: { normalise: { method: 'minmax', low: 0, high: 100, trim: 0 } },
});

describe('strengths and weaknesses', () => {
  it('by rank, in the order of the columns; a missing value is neither', () => {
    const { all, peers } = strengthsOf(run, { unit: 'a' });
    expect(all.strengths).toEqual([
      { code: 'smoke', value: 1, rank: 1, of: 4 },
      { code: 'homes', value: 4, rank: 1, of: 4 },
    ]);
    expect(all.weaknesses).toEqual([{ code: 'jobs', value: 1, rank: 4, of: 4 }]);
    expect(peers).toBeNull();
  });

  it('against peers', () => {
    const { peers } = strengthsOf(run, { unit: 'a', peers: 'class' });
    expect(peers?.weaknesses).toEqual([{ code: 'jobs', value: 1, rank: 2, of: 2 }]);
    expect(strengthsOf(run, { unit: 'd', peers: 'class' }).peers).toBeNull();
    expect(() => strengthsOf(run, { unit: 'a', peers: 'size' })).toThrow('INDEX_NOT_FOUND');
    expect(() => strengthsOf(run, { unit: 'z' })).toThrow('INDEX_NOT_FOUND');
  });

  it('without direction the largest value is first; normalised scores have it already', () => {
    expect(strengthsOf(run, { unit: 'd', directed: false }).all.strengths.map(({ code }) => code)).toEqual([
      'jobs',
      'smoke',
    ]);
    expect(strengthsOf(run, { unit: 'd', values: 'normalised' }).all.strengths[0]?.code).toBe('jobs');
    expect(
      strengthsOf(run, { unit: 'd', values: 'treated' }).all.weaknesses.map(({ code }) => code),
    ).toContain('smoke');
  });

  it('an indicator in which nobody stands worse is a weakness (COINr leaves it out unless told)', () => {
    expect(strengthsOf(run, { unit: 'a' }).all.weaknesses.map(({ code }) => code)).toEqual(['jobs']);
    expect(strengthsOf(run, { unit: 'a', worst: false }).all.weaknesses).toEqual([]);
  });

  it('an indicator is never both; yes and no can be left out', () => {
    const single = { codes: ['one'], columns: [Float64Array.of(1, 1)], directions: [1 as const] };
    expect(strengthsAndWeaknesses(single, 0, [0, 1])).toEqual({
      strengths: [{ code: 'one', value: 1, rank: 1, of: 2 }],
      weaknesses: [],
    });
    expect(strengthsAndWeaknesses(single, 0, [0, 1], { distinct: 0.6 }).strengths).toEqual([]);
  });

  it('at most so many', () => {
    const made = strengthsOf(run, { unit: 'b', top: 1, bottom: 1 }).all;
    expect([made.strengths.length, made.weaknesses.length]).toEqual([1, 1]);
  });
});

describe('unitSummary', () => {
  it('index first, ranks among all or inside the group', () => {
    const lines = unitSummary(run, { unit: 'b' });
    expect(lines.map(({ code }) => code)).toEqual(['index', 'people', 'rest']);
    // people: (33.33 + 100) ÷ 2; rest: (66.67 + 50) ÷ 2.
    expect(lines[1]?.score).toBeCloseTo(200 / 3, 9);
    expect(lines[2]?.score).toBeCloseTo(175 / 3, 9);
    expect(lines.map(({ rank, of }) => [rank, of])).toEqual([
      [3, 4],
      [2, 4],
      [3, 4],
    ]);
    expect(unitSummary(run, { unit: 'b', within: 'class' }).map(({ of }) => of)).toEqual([2, 2, 2]);
  });
});

describe('obstacle degree', () => {
  it('hand-computed', () => {
    const [a, b, c] = obstacleDegrees(
      [Float64Array.of(0.5, 1), Float64Array.of(0.8, 1), Float64Array.of(1, 1)],
      [0.4, 0.5, 0.1],
    );
    // 0.4 · 0.5 = 0.2 and 0.5 · 0.2 = 0.1: two thirds and one third.
    expect(a?.[0]).toBeCloseTo(2 / 3, 12);
    expect(b?.[0]).toBeCloseTo(1 / 3, 12);
    expect(c?.[0]).toBe(0);
  });

  it('all z are 1: no obstacles, empty', () => {
    const made = obstacleDegrees([Float64Array.of(1), Float64Array.of(1)], [0.5, 0.5]);
    expect(made.map((column) => column[0])).toEqual([Number.NaN, Number.NaN]);
  });

  it('a missing indicator drops out, never counts as 0', () => {
    const [a, b] = obstacleDegrees([Float64Array.of(Number.NaN), Float64Array.of(0.5)], [0.5, 0.5]);
    expect([a?.[0], b?.[0]]).toEqual([Number.NaN, 1]);
  });

  it('sums to 1; a larger weight makes a larger obstacle', () => {
    const z = fc.array(fc.double({ min: 0, max: 0.99, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(z, fc.double({ min: 0.1, max: 5, noNaN: true }), (scores, more) => {
        const columns = scores.map((score) => Float64Array.of(score));
        const made = obstacleDegrees(columns, [1, 1, 1]).map((column) => column[0] as number);
        expect(made.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        const heavier = obstacleDegrees(columns, [1 + more, 1, 1]).map((column) => column[0] as number);
        expect(heavier[0]).toBeGreaterThanOrEqual(made[0] as number);
      }),
      { seed: 13 },
    );
  });

  it('refuses weights that do not fit', () => {
    expect(() => obstacleDegrees([Float64Array.of(1)], [1, 2])).toThrow('INDEX_WEIGHTS');
    expect(() => obstacleDegrees([Float64Array.of(1)], [-1])).toThrow('INDEX_WEIGHTS');
  });

  it('of a run: largest first, the top, sums by dimension', () => {
    const [a] = obstaclesOf(run, { top: 1 });
    // z of a: jobs 0, smoke 1, homes 1, money missing.
    expect(a).toEqual({
      indicators: [
        { code: 'jobs', degree: 1 },
        { code: 'smoke', degree: 0 },
        { code: 'homes', degree: 0 },
      ],
      top: [{ code: 'jobs', degree: 1 }],
      dimensions: [
        { code: 'people', degree: 1 },
        { code: 'rest', degree: 0 },
      ],
    });
    const c = obstaclesOf(run)[2];
    // jobs 2/3, smoke 1/3, homes 1, money 1: obstacles 1/3 and 2/3.
    expect(c?.dimensions[0]?.degree).toBeCloseTo(1 / 3, 9);
    expect(c?.dimensions[1]?.degree).toBeCloseTo(2 / 3, 9);
  });

  it('needs scores between two ends', () => {
    const open = smallRun({
      units: ['a', 'b'],
      columns: { jobs: [1, 2] },
      chain: { normalise: { method: 'zscore', mean: 0, deviation: 1 } },
    });
    expect(() => obstaclesOf(open)).toThrow('INDEX_OUT_OF_BOUNDS');
  });
});
