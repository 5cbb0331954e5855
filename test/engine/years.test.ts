import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChainRun,
  decomposeChange,
  type Normalisation,
  runChain,
  type Values,
} from '../../src/assess/composite/index.js';
import { chainWith, indexOf, isNear, type Plan, plans, problemOf } from './tables.js';

/** What a scale of the first year makes of any value, worked out here a second time. */
function byHand(base: readonly number[], direction: 1 | -1, method: 'minmax' | 'zscore' | 'rank') {
  const known = base.filter((value) => !Number.isNaN(value)).map((value) => value * direction);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1);
  return (value: number) => {
    const own = value * direction;
    if (Number.isNaN(own) || known.length === 0) return Number.NaN;
    if (method === 'rank') return 1 + known.filter((one) => one < own).length;
    if (least === most) return Number.NaN;
    return method === 'minmax' ? ((own - least) / (most - least)) * 100 : (own - mean) / Math.sqrt(variance);
  };
}

const methods = [
  { method: 'minmax', low: 0, high: 100, trim: 0 },
  { method: 'zscore', mean: 0, deviation: 1 },
  { method: 'rank' },
] as const satisfies readonly Normalisation[];

function perYear(plan: Plan): number {
  return (plan.columns[0]?.length ?? 0) / (plan.times?.length ?? 1);
}

describe('years', () => {
  it('on a frozen scale a later year scores as by hand with the scale of the first', () => {
    fc.assert(
      fc.property(
        plans({ ties: true, missing: true, times: true }),
        fc.constantFrom(...methods),
        (plan, normalise) => {
          const { table, hierarchy } = problemOf(plan);
          const run = runChain(table, hierarchy, chainWith({ normalise, scaleScope: { time: 2000 } }));
          plan.columns.forEach((column, at) => {
            const score = byHand(
              column.slice(0, perYear(plan)),
              plan.directions[at] as 1 | -1,
              normalise.method,
            );
            column.forEach((value, row) => {
              expect(isNear(run.scores[at]?.[row] as number, score(value), 1e-7)).toBe(true);
            });
          });
        },
      ),
      { seed: 3301, numRuns: 200 },
    );
  });

  it('on a frozen scale a further year changes no score of the years before', () => {
    fc.assert(
      fc.property(
        plans({ ties: true, missing: true, times: true }),
        fc.constantFrom(...methods),
        (plan, normalise) => {
          const chain = chainWith({ normalise, scaleScope: { time: 2000 } });
          const rows = perYear(plan) * ((plan.times?.length ?? 1) - 1);
          const shorter: Plan = {
            ...plan,
            times: plan.times?.slice(0, -1) ?? null,
            columns: plan.columns.map((column) => column.slice(0, rows)),
          };
          const [all, first] = [plan, shorter].map((one) => {
            const { table, hierarchy } = problemOf(one);
            return indexOf(runChain(table, hierarchy, chain));
          }) as [Values, Values];
          expect(all.slice(0, rows)).toEqual(first);
        },
      ),
      { seed: 3302 },
    );
  });

  it.each(['entropy', 'critic', 'std', 'gini', 'merec', 'pca'] as const)(
    'on a frozen scale a further year changes no data weight: %s',
    (method) => {
      const plan: Plan = {
        columns: [
          [1, 2, 9, 4, 90, 3, 4, 4],
          [9, 1, 5, 2, 2, 3, 4, 80],
        ],
        directions: [1, 1],
        groups: [-1, -1],
        weights: [1, 1],
        groupWeights: [],
        times: [2000, 2001],
      };
      const first = { ...plan, times: [2000], columns: plan.columns.map((column) => column.slice(0, 4)) };
      const chain = chainWith({ weigh: { method, scope: 'leaves' }, scaleScope: { time: 2000 } });
      const [all, alone] = [plan, first].map((one) => {
        const { table, hierarchy } = problemOf(one);
        return runChain(table, hierarchy, chain);
      }) as [ChainRun, ChainRun];
      expect(all.weights).toEqual(alone.weights);
      expect(indexOf(all).slice(0, 4)).toEqual(indexOf(alone));
    },
  );

  it('each year on its own scale is the same as that year alone', () => {
    fc.assert(
      fc.property(
        plans({ ties: true, missing: true, times: true }),
        fc.constantFrom(...methods),
        (plan, normalise) => {
          const count = perYear(plan);
          const run = (one: Plan): ChainRun => {
            const { table, hierarchy } = problemOf(one);
            return runChain(
              table,
              hierarchy,
              chainWith({ normalise, scaleScope: 'each', impute: { method: 'mean' } }),
            );
          };
          const all = indexOf(run(plan));
          plan.times?.forEach((_, year) => {
            const [from, to] = [year * count, (year + 1) * count];
            const own = {
              ...plan,
              times: null,
              columns: plan.columns.map((column) => column.slice(from, to)),
            };
            expect(all.slice(from, to)).toEqual(indexOf(run(own)));
          });
        },
      ),
      { seed: 3303 },
    );
  });

  it('a change of score is split into parts that sum to it', () => {
    fc.assert(
      fc.property(
        plans({ ties: false, missing: true, times: true }),
        fc.constantFrom('amean' as const, 'gmean' as const, 'hmean' as const),
        (plan, rule) => {
          const { table, hierarchy } = problemOf(plan);
          const run = runChain(
            table,
            hierarchy,
            chainWith({ aggregate: [{ rule }], normalise: { method: 'minmax', low: 1, high: 100, trim: 0 } }),
          );
          const split = decomposeChange(run, { unit: 'u0', from: 2000, to: 2001 });
          if (Number.isNaN(split.change)) return;
          const sum = split.parts.reduce((total, { amount }) => total + amount, 0);
          expect(Math.abs(sum - split.change)).toBeLessThan(1e-9);
        },
      ),
      { seed: 3304 },
    );
  });
});
