import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AggregationRule, type Normalisation, runChain } from '../../src/assess/composite/index.js';
import { chainWith, indexOf, type Plan, plans, problemOf } from './tables.js';

/**
 * A better value never lowers the own score. By nature this does not hold for weights that are taken from data (they move
 * with the value), for Mazziotta–Pareto (a better child may unbalance the row), for Hellwig's measure (the ideal and the
 * spread of distances move), and where outliers are treated (a value may become one).
 */
const normalisations: readonly Normalisation[] = [
  { method: 'minmax', low: 0, high: 100, trim: 0 },
  { method: 'zscore', mean: 100, deviation: 10 },
  { method: 'rank' },
  { method: 'borda' },
  { method: 'percentile' },
  { method: 'distance-to-max' },
  { method: 'fraction-of-max' },
  { method: 'goalposts' },
];
const rules: readonly AggregationRule[] = [
  { rule: 'amean' },
  { rule: 'gmean' },
  { rule: 'hmean' },
  { rule: 'power', exponent: 2 },
  { rule: 'power', exponent: -2 },
  { rule: 'owa', mean: 'best', count: 1 },
  { rule: 'owa', mean: 'worst', count: 1 },
  { rule: 'copeland' },
  { rule: 'bod', low: 0, high: 1 },
];

function scoresOf(plan: Plan, normalise: Normalisation, rule: AggregationRule) {
  const { table, hierarchy } = problemOf(plan);
  return indexOf(runChain(table, hierarchy, chainWith({ normalise, aggregate: [rule] })));
}

function differs(column: readonly number[]): boolean {
  return new Set(column.filter((value) => !Number.isNaN(value))).size > 1;
}

describe('monotonicity', () => {
  it.each(
    normalisations.flatMap((normalise) =>
      rules.map((rule) => [normalise.method, rule.rule, normalise, rule] as const),
    ),
  )('%s, %s: a better value never lowers the own score', (_, __, normalise, rule) => {
    fc.assert(
      fc.property(
        plans({ ties: true, missing: true, positive: true }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(0.25, 1, 2.5),
        (plan, column, row, step) => {
          const at = column % plan.columns.length;
          const values = plan.columns[at] as readonly number[];
          const unit = row % values.length;
          const size = Math.max(...values.filter((value) => !Number.isNaN(value)), 0) / 4 || 1;
          const better = values.map((value, other) =>
            other === unit
              ? Math.max(size / 100, value + (plan.directions[at] as number) * step * size)
              : value,
          );
          // A column that is lost, or comes back, is another index.
          fc.pre(!Number.isNaN(values[unit] as number) && differs(values) && differs(better));
          fc.pre(
            (better[unit] as number) * (plan.directions[at] as number) >
              (values[unit] as number) * (plan.directions[at] as number),
          );
          const columns = plan.columns.map((one, other) => (other === at ? better : one));
          const before = scoresOf(plan, normalise, rule)[unit] as number;
          const after = scoresOf({ ...plan, columns }, normalise, rule)[unit] as number;
          expect(Number.isNaN(after)).toBe(Number.isNaN(before));
          if (!Number.isNaN(before))
            expect(after).toBeGreaterThanOrEqual(before - 1e-8 * Math.max(1, Math.abs(before)));
        },
      ),
      { seed: 3101, numRuns: 60 },
    );
  });
});
