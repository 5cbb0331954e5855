import {
  aggregate,
  benefitOfDoubt,
  outranking,
  rescaleAmpi,
  type ShareBounds,
} from '../../src/assess/composite/aggregate/index.js';
import type { AggregationRule } from '../../src/assess/composite/types.js';
import { column, columns, type Example, type Examples } from './example.js';

/**
 * Pages of docs/methods/aggregate/. `children` are columns of scores, `weights` theirs (equal if absent), and
 * `minimum_coverage` may be given; all else are settings of the rule.
 */
const byRule =
  (rule: AggregationRule['rule']): Example =>
  ({ children, weights, minimum_coverage: coverage, ordered, ...settings }) => {
    const scores = columns(children);
    const own = weights ? column(weights) : scores.map(() => 1);
    const made = { rule, ...settings, ...(ordered ? { weights: ordered } : {}) } as AggregationRule;
    const minimumCoverage = (coverage as number | undefined) ?? null;
    return aggregate(scores, Float64Array.from(own), made, { minimumCoverage });
  };

const rules: readonly AggregationRule['rule'][] = [
  'amean',
  'gmean',
  'hmean',
  'power',
  'copeland',
  'mpi',
  'ampi',
  'owa',
  'wroclaw',
  'bod',
];

export const aggregateExamples: Examples = {
  ...Object.fromEntries(rules.map((rule) => [`aggregate.${rule}`, byRule(rule)])),
  'aggregate.outranking': ({ children, weights }) => outranking(columns(children), column(weights)),
  'aggregate.rescale-ampi': ({ values, reference, direction }) =>
    rescaleAmpi(column(values), { reference: reference as number, direction: direction as 1 | -1 }),
  'aggregate.bod-shares': ({ children, low, high, row }) =>
    benefitOfDoubt(columns(children), { low, high } as ShareBounds).shares.map(
      (shares) => shares[row as number],
    ),
};
