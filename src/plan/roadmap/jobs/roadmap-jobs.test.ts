import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absorb, type Pool } from './absorb.js';
import { roadmapJobs } from './roadmap-jobs.js';
import { type Closure, type JobScenario, type JobsGiven, matchKey, type SuccessorSector } from './types.js';

const years = [2020, 2021, 2022];
const levers = { growthFloor: Number.NaN, elasticity: 0, training: 0 };
const chemicals: SuccessorSector = {
  sector: 'chemicals',
  jobs: 1000,
  elasticity: 0.5,
  match: 0.4,
  costPerJob: 100_000,
  wageRatio: 0.8,
};
const closure: Closure = { year: 2021, sector: 'coal', occupation: '', jobs: 300, retiring: 50 };
const given: JobsGiven = {
  closures: [closure],
  successors: [chemicals],
  matches: new Map(),
  labour: { labourForce: 10_000, employed: 9_000 },
};
const scenario = (rest: Partial<JobScenario> = {}): JobScenario => ({
  growth: new Map([['chemicals', [{ from: 2021, value: 0.1 }]]]),
  levers,
  labourForce: [{ from: 2021, value: -0.01 }],
  ...rest,
});
const first = <T>([one]: readonly T[]) => one as T;

describe('absorb', () => {
  const pool = (displaced: number): Pool => ({ displaced, waiting: displaced, taken: new Float64Array(2) });

  it('gives no more than fit, than wait and than there are jobs', () => {
    const pools = [pool(100)];
    absorb(pools, [1000, 0], () => 0.3);
    expect(first(pools)).toMatchObject({ waiting: 70 });
    // Those who fit are taken already: a second year finds nobody.
    absorb(pools, [1000, 0], () => 0.3);
    expect(first(pools).waiting).toBe(70);
    absorb(pools, [0, 10], () => 0.3);
    expect(Array.from(first(pools).taken)).toEqual([30, 10]);
  });

  it('shares jobs among kinds and kinds among jobs in proportion', () => {
    const kinds = [pool(100), pool(300)];
    absorb(kinds, [40, 0], () => 0.5);
    expect(kinds.map(({ taken }) => taken[0])).toEqual([10, 30]);
    const wanted = [pool(100)];
    absorb(wanted, [100, 300], () => 1);
    // Either sector would take all 100.
    expect(Array.from(first(wanted).taken)).toEqual([50, 50]);
    expect(first(wanted).waiting).toBe(0);
  });

  it('keeps people: taken and waiting sum to displaced', () => {
    const count = fc.double({ min: 0, max: 1e4, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 1, maxLength: 4 }),
        count,
        count,
        share,
        share,
        (sizes, a, b, x, y) => {
          const pools = sizes.map(pool);
          for (let year = 0; year < 3; year++) absorb(pools, [a, b], (_, s) => (s === 0 ? x : y));
          const kept = pools.every(({ displaced, waiting, taken }) => {
            const [one, two] = [taken[0] as number, taken[1] as number];
            const whole = Math.abs(one + two + waiting - displaced) <= 1e-9 * (1 + displaced);
            return whole && one <= x * displaced + 1e-9 && two <= y * displaced + 1e-9;
          });
          expect(kept).toBe(true);
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe('a roadmap of jobs', () => {
  it('counts by hand', () => {
    const found = roadmapJobs(given, scenario(), years, 1);
    // 1000 · 1.05 and · 1.05²; 250 stay of 300, of whom 100 fit.
    expect(found.years[0]).toMatchObject({
      year: 2021,
      displaced: 300,
      retiring: 50,
      gained: expect.closeTo(50, 9),
      taken: expect.closeTo(50, 9),
      waiting: expect.closeTo(200, 9),
      labourForce: 9900,
      employed: expect.closeTo(8750, 9),
      unemployed: expect.closeTo(1150, 9),
      unfilled: 0,
    });
    expect(found.years[1]).toMatchObject({ taken: expect.closeTo(50, 9), waiting: expect.closeTo(150, 9) });
    expect(found.replacement.ratio).toBeCloseTo((102.5 * 0.8) / 300, 12);
    expect(found.replacement.reached).toBe(false);
    expect(found.replacedFrom).toBe(Number.POSITIVE_INFINITY);
    expect(found.costPerJob).toBeCloseTo(100_000, 6);
    expect(found.takenShare).toBeCloseTo(100 / 102.5, 12);
    expect(found.groups).toEqual([
      {
        sector: 'coal',
        occupation: '',
        displaced: 300,
        retiring: 50,
        taken: expect.closeTo(100, 9),
        waiting: expect.closeTo(150, 9),
      },
    ]);
    expect(found.successors[0]).toMatchObject({
      first: 1000,
      last: expect.closeTo(1102.5, 9),
      cost: expect.closeTo(10_250_000, 3),
    });
  });

  it('is moved by each lever', () => {
    const with_ = (rest: Partial<typeof levers>) =>
      roadmapJobs(given, scenario({ levers: { ...levers, ...rest } }), years, 1);
    expect(with_({ growthFloor: 0.2 }).years[0]?.gained).toBeCloseTo(100, 9);
    expect(with_({ growthFloor: 0.02 }).years[0]?.gained).toBeCloseTo(50, 9);
    expect(with_({ elasticity: 0.3 }).years[0]?.gained).toBeCloseTo(80, 9);
    // 60 % of 250 fit: training is of use where jobs are more than those who fit.
    const many = { ...given, successors: [{ ...chemicals, jobs: 10_000 }] };
    const trained = roadmapJobs(many, scenario({ levers: { ...levers, training: 0.2 } }), years, 1);
    expect(trained.years[0]?.taken).toBeCloseTo(150, 9);
    expect(roadmapJobs(many, scenario(), years, 1).years[0]?.taken).toBeCloseTo(100, 9);
  });

  it('tells occupations apart', () => {
    const closures = [
      { ...closure, occupation: 'miner', jobs: 200, retiring: 0 },
      { ...closure, occupation: 'electrician', jobs: 100, retiring: 0 },
    ];
    const matches = new Map([[matchKey('electrician', 'chemicals'), 0.9]]);
    const many = { ...given, closures, matches, successors: [{ ...chemicals, jobs: 10_000, match: 0.1 }] };
    const { groups } = roadmapJobs(many, scenario(), years, 1);
    expect(groups.map(({ taken }) => taken)).toEqual([expect.closeTo(20, 9), expect.closeTo(90, 9)]);
  });

  it('reaches replacement where wages are left out, from the year on in which it stays', () => {
    const many = { ...given, successors: [{ ...chemicals, jobs: 4000, wageRatio: Number.NaN }] };
    const found = roadmapJobs(many, scenario(), years, 1);
    expect(found.wageRatio).toBeNaN();
    expect(found.replacement.ratio).toBeCloseTo(410 / 300, 12);
    expect(found.replacedFrom).toBe(2022);
    const none = roadmapJobs({ ...many, closures: [] }, scenario(), years, 1);
    expect(none.replacement.reached).toBeNull();
    expect(none.replacedFrom).toBe(Number.POSITIVE_INFINITY);
  });

  it('keeps missing missing', () => {
    const unknown = {
      ...given,
      labour: null,
      successors: [{ ...chemicals, match: Number.NaN, costPerJob: Number.NaN }],
    };
    const found = roadmapJobs(unknown, scenario({ labourForce: null }), years, 1);
    expect(found.unmatched).toEqual(['chemicals']);
    expect(found.years[0]?.gained).toBeCloseTo(50, 9);
    for (const value of [
      found.costPerJob,
      found.takenShare,
      found.years[0]?.waiting,
      found.years[0]?.unemployed,
    ])
      expect(value).toBeNaN();
  });

  it('flags unemployment that falls because people leave', () => {
    const leaving = scenario({ labourForce: [{ from: 2021, value: -0.05 }] });
    expect(roadmapJobs(given, leaving, years, 1).fewerPeople).toBe(true);
    const staying = scenario({ labourForce: [{ from: 2021, value: 0 }] });
    expect(roadmapJobs(given, staying, years, 1).fewerPeople).toBe(false);
  });

  it('ends no job below 0 and counts shrinking successors against replacement', () => {
    const collapse = scenario({ growth: new Map([['chemicals', [{ from: 2021, value: -0.9 }]]]) });
    const wild = { ...given, successors: [{ ...chemicals, elasticity: 2 }] };
    const found = roadmapJobs(wild, collapse, years, 1);
    expect(found.successors[0]?.last).toBe(0);
    expect(found.replacement.gained).toBe(-1000);
    expect(found.takenShare).toBeNaN();
  });
});
