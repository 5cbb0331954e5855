import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  balanceOf,
  breachesOf,
  causesOf,
  lineVerdicts,
  marginalValues,
  objectiveOf,
  outsideOf,
  precedenceCircle,
  type RenewalProblem,
  redLineRows,
  rentRises,
  robustness,
  sequence,
  standingsOf,
} from './index.js';

import { madeProblem } from './testing/made-problem.js';

const proof = { seconds: 600, gap: 0 };

/** A problem of few projects: [cost, value, livelihood 0 or 1]. */
function problemOf(
  projects: readonly (readonly [number, number, number])[],
  budgets: readonly number[],
  more: Partial<RenewalProblem> = {},
): RenewalProblem {
  return {
    projects: projects.map(([cost, value, livelihood], at) => ({
      project: `P${at}`,
      cost,
      value,
      livelihood: livelihood === 1,
      required: false,
      uses: [cost],
    })),
    years: budgets.map((_, at) => at + 1),
    budgets,
    discount: 0.9,
    livelihoodShare: 0,
    precedence: [],
    capacities: [],
    lines: [],
    ...more,
  };
}

/** The best of all plans, by trying each. */
function best(problem: RenewalProblem): number {
  const count = problem.projects.length;
  const span = problem.years.length + 1;
  let most = Number.NEGATIVE_INFINITY;
  for (let code = 0; code < span ** count; code += 1) {
    const starts = Int32Array.from({ length: count }, (_, at) => (Math.floor(code / span ** at) % span) - 1);
    const value = objectiveOf(problem, starts);
    if (value > most && breachesOf(problem, starts).length === 0) most = value;
  }
  return most;
}

const small = fc
  .record({
    projects: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: -2, max: 20 }),
        fc.integer({ min: 0, max: 1 }),
      ),
      { minLength: 1, maxLength: 5 },
    ),
    budgets: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }),
    share: fc.constantFrom(0, 0.3, 0.7, 1),
    pairs: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 3 }),
    capacity: fc.integer({ min: 0, max: 15 }),
    line: fc.array(fc.integer({ min: -3, max: 5 }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ projects, budgets, share, pairs, capacity, line }) =>
    problemOf(projects, budgets, {
      livelihoodShare: share,
      // Only onwards, so that there is no circle.
      precedence: pairs.filter(([a, b]) => a < b && b < projects.length),
      capacities: [{ resource: 'crews', limits: budgets.map((_, at) => (at === 1 ? Number.NaN : capacity)) }],
      lines: [{ name: 'line', coefficients: line.slice(0, projects.length), limit: 4 }],
    }),
  );

describe('sequence', () => {
  it('finds what trying every plan finds, breaks no rule, and proves it', async () => {
    await fc.assert(
      fc.asyncProperty(small, async (problem) => {
        const found = await sequence(problem, proof);
        expect(breachesOf(problem, found.starts)).toEqual([]);
        expect(found.objective).toBeCloseTo(best(problem), 6);
        expect(found.bound).toBeGreaterThanOrEqual(found.objective);
        expect(found.status).toBe('optimal');
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it('never gains by dearer projects, nor loses by more money', async () => {
    await fc.assert(
      fc.asyncProperty(small, fc.nat(4), fc.integer({ min: 1, max: 5 }), async (problem, which, more) => {
        // With a share, dearer livelihood lets more in beside it.
        const free = { ...problem, livelihoodShare: 0, capacities: [] };
        const { objective } = await sequence(free, proof);
        const dearer = free.projects.map((one, at) =>
          at === which ? { ...one, cost: one.cost + more } : one,
        );
        const richer = free.budgets.map((budget, at) => (at === which ? budget + more : budget));
        expect((await sequence({ ...free, projects: dearer }, proof)).objective).toBeLessThanOrEqual(
          objective + 1e-9,
        );
        expect((await sequence({ ...free, budgets: richer }, proof)).objective).toBeGreaterThanOrEqual(
          objective - 1e-9,
        );
      }),
      { seed: 2, numRuns: 10 },
    );
  });

  it('counts calendar years from the first, and written numbers as they are', async () => {
    const calendar = problemOf([[5, 10, 1]], [0, 5], { years: [2027, 2029], discount: 0.5 });
    expect((await sequence(calendar, proof)).objective).toBe(2.5);
    expect((await sequence({ ...calendar, years: [2, 4] }, proof)).objective).toBe(1.25);
  });

  it('gives equal plans for equal problems', async () => {
    const equal = problemOf(
      [
        [3, 4, 1],
        [3, 4, 0],
        [3, 4, 1],
        [3, 4, 0],
      ],
      [6, 3],
    );
    const first = await sequence(equal, proof);
    expect(await sequence(equal, proof)).toEqual(first);
  });

  it('says when what is required cannot be', async () => {
    const must = problemOf(
      [
        [5, 1, 0],
        [4, 1, 1],
      ],
      [5],
      {},
    );
    const required = { ...must, projects: must.projects.map((one) => ({ ...one, required: true })) };
    const { status, starts } = await sequence(required, proof);
    expect([status, ...starts]).toEqual(['infeasible', -1, -1]);
    expect(await causesOf(required, 'required')).toEqual(['budget']);
  });
});

/** Optima of made problems by another solver, CBC 2.10.8, run to proof on the same programs: projects, years, seed, objective. */
const byAnother = [
  [30, 4, 1, 240.083],
  [80, 5, 3, 638.3318],
  [200, 3, 2, 1526.75],
  [200, 3, 3, 1557.21],
] as const;

describe('sequence of many projects', () => {
  it.each(byAnother)(
    '%i in %i years (seed %i) equals another solver',
    async (count, years, seed, objective) => {
      const problem = madeProblem(count, years, seed);
      const found = await sequence(problem, proof);
      expect(found.status).toBe('optimal');
      expect(found.objective).toBeCloseTo(objective, 6);
      expect(breachesOf(problem, found.starts)).toEqual([]);
    },
  );
});

describe('causes', () => {
  it.each([
    ['value', problemOf([[1, 0, 1]], [5])],
    ['budget', problemOf([[6, 5, 1]], [5, 5])],
    ['livelihood', problemOf([[3, 5, 0]], [5], { livelihoodShare: 0.1 })],
    ['capacity', problemOf([[3, 5, 0]], [5], { capacities: [{ resource: 'crews', limits: [0] }] })],
    ['line', problemOf([[3, 5, 0]], [5], { lines: [{ name: 'U', coefficients: [2], limit: 1 }] })],
    [
      'precedence',
      problemOf(
        [
          [9, 5, 0],
          [3, 5, 0],
        ],
        [5],
        { precedence: [[0, 1]] },
      ),
    ],
  ] as const)('of an empty plan: %s', async (cause, problem) => {
    expect((await sequence(problem, proof)).objective).toBe(0);
    expect(await causesOf(problem, 'anything')).toContain(cause);
  });

  it('finds a circle and its members, and none where there is none', () => {
    expect(
      precedenceCircle(4, [
        [0, 1],
        [1, 2],
        [2, 1],
        [2, 3],
      ]),
    ).toEqual([1, 2]);
    expect(precedenceCircle(2, [[1, 1]])).toEqual([1]);
    expect(
      precedenceCircle(4, [
        [0, 1],
        [0, 2],
        [1, 3],
        [2, 3],
      ]),
    ).toBeNull();
  });
});

describe('prices', () => {
  const three = problemOf(
    [
      [4, 8, 1],
      [4, 6, 1],
      [4, 3, 1],
    ],
    [6],
  );

  it('of money are the slope of the relaxation', async () => {
    // The first whole, half of the second: one more buys a quarter of 6.
    expect((await marginalValues(three))[0]).toBeCloseTo(1.5, 9);
    expect((await marginalValues({ ...three, budgets: [20] }))[0]).toBeCloseTo(0, 9);
  });

  it('tell how far those outside are', async () => {
    const { starts, spent } = await sequence(three, proof);
    const outside = outsideOf(three, starts, spent, await marginalValues(three));
    expect(outside.map(({ project, more, shortfall }) => [project, more, +shortfall.toFixed(9)])).toEqual([
      [1, 2, 0],
      [2, 2, 3],
    ]);
    const barred = { ...three, precedence: [[1, 2]] as const };
    const [, last] = outsideOf(barred, starts, spent, Float64Array.of(0));
    expect(last).toMatchObject({ project: 2, year: -1, barred: 'precedence' });
  });

  it('count how often a project stays at other costs, equally for equal seeds', async () => {
    const { starts } = await sequence(three, proof);
    const draw = { spread: 0.2, draws: 10, seed: 3 };
    const found = await robustness({ ...three, budgets: [8] }, starts, draw, proof);
    expect(found.stays[0]).toBe(1);
    expect(found.stays[1]).toBeGreaterThan(0);
    expect(found.stays[1]).toBeLessThan(1);
    expect(found.higher.objective).toBeLessThanOrEqual(found.lower.objective);
    expect(await robustness({ ...three, budgets: [8] }, starts, draw, proof)).toEqual(found);
  });
});

describe('red lines', () => {
  const bounds = { demolition: 0.2, ratio: 2, resettled: 0.5 };
  const one = { unit: 'U', demolished: 300, exempt: 100, built: 700, households: 10, near: 4 };
  const floor = new Map([['U', 900]]);

  it('leave exempt floor aside and say what must change', () => {
    const found = lineVerdicts([one], floor, bounds, () => true);
    expect(found.map(({ kept, change }) => [kept, change])).toEqual([
      [false, 20],
      [false, 100],
      [false, 1],
    ]);
    expect(lineVerdicts([one], floor, bounds, () => false).every(({ kept }) => kept)).toBe(true);
    const mended = { ...one, exempt: 120, built: 600, near: 5 };
    expect(lineVerdicts([mended], floor, bounds, () => true).every(({ kept }) => kept)).toBe(true);
  });

  it('bind where they are known, and are never kept by a missing figure', () => {
    expect(redLineRows([one], floor, bounds).map(({ name }) => name)).toEqual([
      'U/demolition',
      'U/ratio',
      'U/resettled',
    ]);
    const gap = { ...one, households: Number.NaN };
    expect(redLineRows([gap], floor, bounds)).toHaveLength(2);
    expect(lineVerdicts([gap], floor, bounds, () => true)[2]).toMatchObject({
      kept: null,
      change: Number.NaN,
    });
  });

  it('tell how rents rise, over gaps too', () => {
    expect(rentRises([1, 2, 4], [10, 11, 11 * 1.21])).toEqual([
      { year: 2, rise: expect.closeTo(0.1, 12) },
      { year: 4, rise: expect.closeTo(0.1, 12) },
    ]);
    expect(rentRises([1, 2], [10, Number.NaN])).toEqual([]);
  });
});

describe('parcels', () => {
  const factor = (name: string, side: 'potential' | 'difficulty', direction: 1 | -1 = 1, weight = 1) =>
    ({ factor: name, side, direction, weight }) as const;

  it('fall into four quadrants, and keep what is missing missing', () => {
    const found = standingsOf(
      [factor('idle', 'potential'), factor('access', 'potential', -1), factor('owners', 'difficulty')],
      [
        [1, 1, 0, 0, 1],
        [5, 5, 9, 9, Number.NaN],
        [1, 3, 1, 3, Number.NaN],
      ],
      0,
    );
    expect(found.map(({ quadrant }) => quadrant)).toEqual(['now', 'prepare', 'light', 'safe', null]);
    expect(found[4]?.missing).toEqual(['access', 'owners']);
    expect(found[4]?.difficulty).toBeNaN();
  });

  it('do not look at a factor without a weight', () => {
    const [one] = standingsOf([factor('idle', 'potential', 1, 0)], [[Number.NaN, 2]], 0);
    expect(one).toMatchObject({ potential: Number.NaN, missing: [] });
  });
});

describe('balance', () => {
  const operation = { cost: 100, rent: 30, fees: 0, subsidy: 5, running: 10, landSale: 0 };

  it('pays back from operation', () => {
    const found = balanceOf(operation, 10, 1);
    expect(found).toMatchObject({
      yearly: 25,
      payBack: 4,
      paid: [25, 50, 75, 100],
      netValue: 150,
      onlyByLand: false,
    });
  });

  it('marks what only land pays, and keeps what is missing missing', () => {
    expect(balanceOf({ ...operation, landSale: 90 }, 1, 1)).toMatchObject({
      netValue: 15,
      netValueWithoutLand: -75,
      onlyByLand: true,
    });
    const gap = balanceOf({ ...operation, fees: Number.NaN, landSale: 500 }, 10, 1);
    expect(gap).toMatchObject({ netValue: Number.NaN, payBack: Number.NaN, onlyByLand: false });
  });
});
