import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AggregationRule,
  type Chain,
  type DataWeighting,
  type Normalisation,
  ranksOf,
  runChain,
  type Weighting,
} from '../../src/assess/composite/index.js';
import { AfterlodeError } from '../../src/base/index.js';
import {
  chainWith,
  indexOf,
  indicatorsReordered,
  isNear,
  orderBy,
  type Plan,
  plans,
  problemOf,
  unitsReordered,
} from './tables.js';

const normalisations: readonly Normalisation[] = [
  { method: 'minmax', low: 1, high: 100, trim: 0 },
  { method: 'minmax', low: 0, high: 1, trim: 0.1 },
  { method: 'zscore', mean: 100, deviation: 10 },
  { method: 'rank' },
  { method: 'borda' },
  { method: 'percentile' },
  { method: 'distance-to-max' },
  { method: 'goalposts' },
];
const rules: readonly AggregationRule[] = [
  { rule: 'amean' },
  { rule: 'gmean' },
  { rule: 'hmean' },
  { rule: 'power', exponent: 3 },
  { rule: 'copeland' },
  { rule: 'wroclaw' },
  { rule: 'mpi', penalty: 'minus' },
  { rule: 'ampi', penalty: 'plus' },
  { rule: 'owa', mean: 'best', count: 1 },
  { rule: 'owa', mean: 'worst', count: 1 },
  { rule: 'bod', low: 0, high: 1 },
];
const dataWeightings: readonly DataWeighting[] = ['entropy', 'critic', 'std', 'gini', 'merec'];
const given: Weighting = { method: 'given' };
const weightings: readonly Weighting[] = [
  given,
  { method: 'equal' },
  ...dataWeightings.flatMap((method) =>
    (['leaves', 'levels', 'whole'] as const).map((scope) => ({ method, scope })),
  ),
];
const chains = fc
  .record({
    normalise: fc.constantFrom(...normalisations),
    rule: fc.constantFrom(...rules),
    weigh: fc.constantFrom(...weightings),
  })
  .map(({ normalise, rule, weigh }) => chainWith({ normalise, aggregate: [rule], weigh }));
const keys = fc.array(fc.nat(100), { minLength: 3, maxLength: 9 });
const shapes = fc.oneof(
  plans({ ties: true, missing: true }),
  plans({ ties: false, missing: true }),
  plans({ ties: true, missing: true, times: true }),
);

/** Index scores, or the code of the fault that ends the run. */
function scoresOf(plan: Plan, chain: Chain) {
  try {
    const { table, hierarchy } = problemOf(plan);
    const run = runChain(table, hierarchy, chain);
    return { scores: indexOf(run), ranks: ranksOf(run), code: null };
  } catch (error) {
    if (!(error instanceof AfterlodeError)) throw error;
    return { scores: null, ranks: null, code: error.code };
  }
}

describe('invariance', () => {
  it('the order of units changes no score and no rank, under any chain', () => {
    let computed = 0;
    fc.assert(
      fc.property(shapes, chains, keys, (plan, chain, key) => {
        const years = plan.times?.length ?? 1;
        const count = (plan.columns[0]?.length ?? 0) / years;
        const order = orderBy(key, count);
        const before = scoresOf(plan, chain);
        const after = scoresOf(unitsReordered(plan, order), chain);
        expect(after.code).toBe(before.code);
        computed += Number(before.code === null);
        for (let year = 0; year < years; year++) {
          order.forEach((unit, at) => {
            const [old, now] = [year * count + unit, year * count + at];
            const [a, b] = [before.scores?.[old] ?? 0, after.scores?.[now] ?? 0];
            expect(isNear(a, b), `${a} and ${b}`).toBe(true);
            expect(after.ranks?.[now]).toEqual(before.ranks?.[old]);
          });
        }
      }),
      { seed: 3001, numRuns: 600 },
    );
    // Faults of chains that do not fit their table are compared too, but must not be all there is.
    expect(computed).toBeGreaterThan(300);
  });

  it('the order of indicators changes no score and no rank, under any chain', () => {
    fc.assert(
      fc.property(shapes, chains, keys, (plan, chain, key) => {
        const order = orderBy(key, plan.columns.length);
        const before = scoresOf(plan, chain);
        const after = scoresOf(indicatorsReordered(plan, order), chain);
        expect(after.code).toBe(before.code);
        before.scores?.forEach((score, row) => {
          expect(isNear(score, after.scores?.[row] ?? 0), `${score} and ${after.scores?.[row]}`).toBe(true);
          expect(after.ranks?.[row]).toEqual(before.ranks?.[row]);
        });
      }),
      { seed: 3002, numRuns: 600 },
    );
  });

  it('weights of principal components depend on no order, where one component is the strongest', () => {
    const chain = chainWith({ weigh: { method: 'pca', scope: 'leaves' } });
    fc.assert(
      fc.property(plans({ ties: false, missing: false, mostUnits: 12 }), keys, (plan, key) => {
        // Two uncorrelated or opposite columns have components of equal strength, of which neither is the first.
        fc.pre((plan.columns[0]?.length ?? 0) > 5);
        const before = scoresOf(plan, chain);
        const after = scoresOf(indicatorsReordered(plan, orderBy(key, plan.columns.length)), chain);
        expect(after.code).toBe(before.code);
        before.scores?.forEach((score, row) => {
          expect(isNear(score, after.scores?.[row] ?? 0, 1e-6)).toBe(true);
        });
      }),
      { seed: 3003 },
    );
  });

  it('other units of measure change no score of a scale that is learnt', () => {
    const learnt = normalisations.filter(({ method }) => method !== 'goalposts');
    fc.assert(
      fc.property(
        shapes,
        fc.constantFrom(...learnt),
        fc.constantFrom(0.001, 0.25, 8, 1024),
        fc.constantFrom(0, -3, 17),
        (plan, normalise, size, shift) => {
          const moved = {
            ...plan,
            columns: plan.columns.map((column) => {
              const unit = Math.max(...column.filter((value) => !Number.isNaN(value)).map(Math.abs), 0) || 1;
              return column.map((value) => value * size + shift * unit);
            }),
          };
          const chain = chainWith({ normalise });
          const [a, b] = [scoresOf(plan, chain), scoresOf(moved, chain)];
          // Shifting rounds: values that were a rounding apart may fall together, so rows are compared where they differ.
          a.scores?.forEach((score, row) => {
            if (
              normalise.method === 'rank' ||
              normalise.method === 'borda' ||
              normalise.method === 'percentile'
            )
              return;
            expect(isNear(score, b.scores?.[row] ?? 0, 1e-7), `${score} and ${b.scores?.[row]}`).toBe(true);
          });
        },
      ),
      { seed: 3004, numRuns: 300 },
    );
  });

  it('weights of siblings that are all multiplied change nothing', () => {
    fc.assert(
      fc.property(shapes, fc.constantFrom(...rules), fc.constantFrom(1e-9, 3, 1e6), (plan, rule, times) => {
        const chain = chainWith({
          aggregate: [rule],
          normalise: { method: 'minmax', low: 1, high: 100, trim: 0 },
        });
        const heavier = {
          ...plan,
          weights: plan.weights.map((weight, at) =>
            (plan.groups[at] as number) === 0 ? weight * times : weight,
          ),
        };
        const [a, b] = [scoresOf(plan, chain), scoresOf(heavier, chain)];
        expect(b.code).toBe(a.code);
        a.scores?.forEach((score, row) => expect(isNear(score, b.scores?.[row] ?? 0)).toBe(true));
      }),
      { seed: 3005 },
    );
  });

  it('profiles that mirror each other share a rank, however their sums are rounded', () => {
    const plan: Plan = {
      columns: [
        [1, 3, 0, 10],
        [2, 2, 0, 10],
        [3, 1, 0, 10],
      ],
      directions: [1, 1, 1],
      groups: [-1, -1, -1],
      weights: [1, 1, 1],
      groupWeights: [],
      times: null,
    };
    const { scores, ranks } = scoresOf(plan, chainWith({}));
    expect(scores?.[0]).not.toBe(scores?.[1]);
    expect([...(ranks ?? [])]).toEqual([2, 2, 4, 1]);
  });
});
