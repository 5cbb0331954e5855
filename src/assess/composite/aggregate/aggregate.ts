import type { AggregationRule, Stretch, Values } from '../types.js';
import { prepareBenefitOfDoubt } from './benefit-of-doubt.js';
import { prepareCopeland } from './copeland.js';
import { exponentOf } from './exponent.js';
import { type Combine, type Group, type GroupOptions, groupOf } from './group.js';
import { prepareMazziottaPareto } from './mazziotta-pareto.js';
import { prepareMeanAtOnce } from './mean-at-once.js';
import { prepareMean } from './means.js';
import { prepareOrderedMean } from './ordered-mean.js';
import { prepareWroclaw } from './wroclaw.js';

export interface AggregateOptions extends GroupOptions {
  /** Column of the children's length that is written to, in the rows of the stretch; a new one if absent. */
  readonly into?: Values | undefined;
}

/** A group whose logarithms, powers and missing values are worked out, ready for many sets of weights. */
export interface PreparedGroup {
  readonly stretch: Stretch;
  /** Length of the columns. */
  readonly length: number;
  readonly combine: Combine;
}

/**
 * Aggregates the children of one group. A missing child drops out together with its weight; a weight of 0 leaves a child
 * out under every rule; below the minimum coverage a row is missing.
 *
 * @param children scores, more is better, one column each
 * @param weights from 0, relative, one for each child; ordered means and the benefit of the doubt ask only whether they are 0
 * @returns the column; rows outside the stretch are left as `into` has them, missing in a new one
 * @throws AfterlodeError INDEX_NOT_POSITIVE where a rule cannot take a score below 0, INDEX_RULE for a weight or a number
 *   of a rule that cannot be
 */
export function aggregate(
  children: readonly Values[],
  weights: Float64Array,
  rule: AggregationRule,
  options: AggregateOptions,
): Values {
  return combine(prepareChanging(children, rule, options), weights, options.into);
}

/**
 * Does once what does not hang on weights. The columns must stay as they are as long as the group is combined.
 *
 * @throws AfterlodeError as `aggregate`
 */
export function prepare(
  children: readonly Values[],
  rule: AggregationRule,
  options: GroupOptions,
): PreparedGroup {
  const group = groupOf(children, options);
  const length = children[0]?.length ?? 0;
  return {
    stretch: options.stretch ?? { from: 0, to: length },
    length,
    combine: prepareRule(group, rule),
  };
}

/**
 * As `prepare`, but the columns may hold other scores at each call: only space is kept.
 *
 * @throws AfterlodeError as `aggregate`
 */
export function prepareChanging(
  children: readonly Values[],
  rule: AggregationRule,
  options: GroupOptions,
): PreparedGroup {
  const group = groupOf(children, options);
  const length = children[0]?.length ?? 0;
  const exponent = exponentOf(rule);
  return {
    stretch: options.stretch ?? { from: 0, to: length },
    length,
    combine:
      exponent === null
        ? (weights, into) => prepareRule(group, rule)(weights, into)
        : prepareMeanAtOnce(group, exponent),
  };
}

/**
 * Aggregates a prepared group under these weights; as `aggregate`, at a fraction of the cost. A prepared group holds
 * working space and serves one caller at a time.
 */
export function combine(prepared: PreparedGroup, weights: Float64Array, into?: Values): Values {
  const { from, to } = prepared.stretch;
  const column = into ?? new Float64Array(prepared.length).fill(Number.NaN);
  prepared.combine(weights, from === 0 && to === column.length ? column : column.subarray(from, to));
  return column;
}

function prepareRule(group: Group, rule: AggregationRule): Combine {
  switch (rule.rule) {
    case 'amean':
    case 'gmean':
    case 'hmean':
    case 'power':
      return prepareMean(group, exponentOf(rule) as number);
    case 'copeland':
      return prepareCopeland(group);
    case 'mpi':
    case 'ampi':
      return prepareMazziottaPareto(group, rule.rule, rule.penalty);
    case 'owa':
      return prepareOrderedMean(group, rule);
    case 'wroclaw':
      return prepareWroclaw(group);
    case 'bod':
      return prepareBenefitOfDoubt(group, rule);
  }
}
