import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AggregationRule,
  type Imputation,
  type Normalisation,
  runChain,
  type Values,
} from '../../src/assess/composite/index.js';
import { chainWith, indexOf, isNear, type Plan, plans, problemOf } from './tables.js';

const none = Number.NaN;
const normalisations: readonly Normalisation[] = [
  { method: 'minmax', low: 1, high: 100, trim: 0 },
  { method: 'minmax', low: 1, high: 100, trim: 0.2 },
  { method: 'zscore', mean: 100, deviation: 10 },
  { method: 'scaled', from: -1000, span: 3 },
  { method: 'rank' },
  { method: 'borda' },
  { method: 'percentile' },
  { method: 'distance-to-max' },
  { method: 'fraction-of-max' },
  { method: 'goalposts' },
  { method: 'none' },
];
const rules: readonly AggregationRule[] = [
  { rule: 'amean' },
  { rule: 'gmean' },
  { rule: 'hmean' },
  { rule: 'power', exponent: 2 },
  { rule: 'copeland' },
  { rule: 'wroclaw' },
  { rule: 'mpi', penalty: 'plus' },
  { rule: 'ampi', penalty: 'minus' },
  { rule: 'owa', mean: 'best', count: 1 },
  { rule: 'owa', mean: 'worst', count: 1 },
  { rule: 'bod', low: 0, high: 1 },
];
const pairs = normalisations.flatMap((normalise) =>
  rules.map((rule) => [`${normalise.method}, ${rule.rule}`, normalise, rule] as const),
);
/** Of four units the third has no value at all; two groups and an indicator below the index. */
const silent: Plan = {
  columns: [
    [4, 7, none, 9],
    [3, none, none, 5],
    [8, 2, none, 6],
  ],
  directions: [1, -1, 1],
  groups: [0, 0, -1],
  weights: [1, 2, 1],
  groupWeights: [1],
  times: null,
};

describe('missing values', () => {
  it.each(pairs)('a unit without any value has no score: %s', (_, normalise, rule) => {
    const { table, hierarchy } = problemOf(silent);
    for (const treat of ['none', 'winsor'] as const) {
      const chain = chainWith({ normalise, aggregate: [rule] });
      const run = runChain(table, hierarchy, { ...chain, treat: { ...chain.treat, method: treat } });
      for (const scores of run.scores) expect(scores[2]).toBeNaN();
      expect(indexOf(run)[0]).not.toBeNaN();
    }
  });

  it.each(['none', 'row-mean', 'row-median'] as const)(
    'a unit without any value has no score: imputation %s',
    (method) => {
      const { table, hierarchy } = problemOf(silent);
      expect(indexOf(runChain(table, hierarchy, chainWith({ impute: { method } })))[2]).toBeNaN();
    },
  );

  it.each(['mean', 'median'] as const)(
    'imputation by %s of other units fills it, and every value put in is listed',
    (method: Extract<Imputation['method'], 'mean' | 'median'>) => {
      const { table, hierarchy } = problemOf(silent);
      const run = runChain(table, hierarchy, chainWith({ impute: { method } }));
      expect(run.imputedPoints.filter(({ row }) => row === 2).map(({ column }) => column)).toEqual([0, 1, 2]);
      expect(indexOf(run)[2]).not.toBeNaN();
    },
  );

  it.each(pairs)('is no zero: %s', (_, normalise, rule) => {
    const filled = { ...silent, columns: silent.columns.map((column) => column.map((value) => value || 0)) };
    const scores = (plan: Plan) => {
      const { table, hierarchy } = problemOf(plan);
      return indexOf(runChain(table, hierarchy, chainWith({ normalise, aggregate: [rule] })));
    };
    const absent = scores(silent);
    let zero: Values;
    try {
      zero = scores(filled);
    } catch (error) {
      // Zeros may be what a rule refuses; missing values were taken.
      expect(String(error)).toContain('INDEX_');
      return;
    }
    expect([...absent.keys()].some((row) => !isNear(absent[row] as number, zero[row] as number))).toBe(true);
  });

  it('drop out with their weight: the score is the mean of what is there', () => {
    fc.assert(
      fc.property(plans({ ties: false, missing: true }), (drawn) => {
        const plan = { ...drawn, groups: drawn.groups.map(() => -1) };
        const { table, hierarchy } = problemOf(plan);
        const run = runChain(table, hierarchy, chainWith({}));
        indexOf(run).forEach((score, row) => {
          let [sum, weight] = [0, 0];
          for (let at = 0; at < plan.columns.length; at++) {
            const own = run.scores[at]?.[row] as number;
            if (Number.isNaN(own)) continue;
            sum += own * (plan.weights[at] as number);
            weight += plan.weights[at] as number;
          }
          expect(isNear(score, weight > 0 ? sum / weight : none)).toBe(true);
        });
      }),
      { seed: 3201 },
    );
  });

  it('teach no scale: a column scores its known values as if the others were not in the table', () => {
    fc.assert(
      fc.property(
        plans({ ties: true, missing: true, positive: true }),
        fc.constantFrom(...normalisations),
        (plan, normalise) => {
          const { table, hierarchy } = problemOf(plan);
          const run = runChain(table, hierarchy, chainWith({ normalise }));
          plan.columns.forEach((column, at) => {
            const rows = [...column.keys()].filter((row) => !Number.isNaN(column[row]));
            if (rows.length === 0) return;
            const alone = problemOf({
              ...plan,
              columns: [rows.map((row) => column[row] as number)],
              directions: [plan.directions[at] as 1 | -1],
              groups: [-1],
              weights: [1],
            });
            const own = runChain(alone.table, alone.hierarchy, chainWith({ normalise })).scores[0] as Values;
            rows.forEach((row, i) => {
              expect(isNear(run.scores[at]?.[row] as number, own[i] as number)).toBe(true);
            });
          });
        },
      ),
      { seed: 3202 },
    );
  });

  it('minimum coverage counts children, not weight, at each level', () => {
    fc.assert(
      fc.property(
        plans({ ties: false, missing: true }),
        fc.constantFrom(0, 0.25, 1 / 3, 0.5, 2 / 3, 0.7, 1),
        fc.constantFrom(...rules.slice(0, 6)),
        (plan, minimumCoverage, rule) => {
          const { table, hierarchy } = problemOf(plan);
          const normalise: Normalisation = { method: 'minmax', low: 1, high: 100, trim: 0 };
          const run = runChain(
            table,
            hierarchy,
            chainWith({ minimumCoverage, normalise, aggregate: [rule] }),
          );
          hierarchy.nodes.forEach(({ children }, at) => {
            if (children.length === 0) return;
            (run.scores[at] as Values).forEach((score, row) => {
              const there = children.filter(
                (child) => !Number.isNaN(run.scores[child]?.[row] as number),
              ).length;
              const enough = there > 0 && there / children.length >= minimumCoverage - 1e-12;
              expect(Number.isNaN(score)).toBe(!enough);
            });
          });
        },
      ),
      { seed: 3203 },
    );
  });
});
