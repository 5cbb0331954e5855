import { AfterlodeError, issue } from '../../../base/index.js';
import { correlate } from '../check/index.js';
import type { Values } from '../types.js';
import { dampedSteps, type Found, type Residuals } from './damped-steps.js';
import { normaliseWeights } from './normalise-weights.js';
import type { Weighed, WeighOptions } from './types.js';

/** What weights at one level are to bring about. */
export interface CorrelationGoal extends WeighOptions {
  /** Scores of the index if the nodes of the level had these weights; called often. May refuse weights by an AfterlodeError. */
  readonly index: (weights: Float64Array) => Values;
  /** Scores of the nodes of the level. */
  readonly columns: readonly Values[];
  /** Importance of each node, from 0, relative; equal if absent. */
  readonly importance?: ArrayLike<number>;
  /** Weights to start from; equal if absent. */
  readonly start?: ArrayLike<number>;
  /** Lowest and highest share of the level's weight; 0 and 1 if absent. */
  readonly bounds?: readonly [number, number];
  /** How far a share of the correlations may be from the wanted one; 1e-10 if absent. */
  readonly tolerance?: number;
  /** Most steps from each start; 200 if absent. */
  readonly steps?: number;
}

export interface CorrelationWeights extends Weighed {
  /** Correlation of each node with the index under these weights. */
  readonly correlations: Float64Array;
  /** The same as shares of their sum, beside the wanted shares. */
  readonly obtained: Float64Array;
  readonly desired: Float64Array;
  /** True only where every share is within the tolerance of the wanted one. */
  readonly reached: boolean;
  /** Largest difference of a share from the wanted one. */
  readonly gap: number;
}

/**
 * Weights that make the correlations of a level's scores with the index equal, or proportional to importance (the idea of
 * Paruolo, Saisana and Saltelli 2013, and of COINr's optimiser). Where no weights within the bounds do that, the nearest ones
 * that were found are returned with `reached` false and the issue INDEX_WEIGHTS_TARGET naming the node that is farthest off.
 *
 * Missing cells: each correlation is taken over the rows where both scores are there.
 *
 * @throws AfterlodeError INDEX_WEIGHTS for bounds that leave no weights with a sum of 1, for importance or start as
 *   `normaliseWeights`, and where no start has correlations at all (an index without differences)
 */
export function correlationWeights(goal: CorrelationGoal): CorrelationWeights {
  const count = goal.columns.length;
  const names = goal.columns.map((_, at) => goal.names?.[at] ?? `column ${at + 1}`);
  const bounds = goal.bounds ?? [0, 1];
  const level = names.join(', ');
  if (!(count * bounds[0] <= 1 && count * bounds[1] >= 1 && bounds[0] <= bounds[1])) {
    const facts = {
      found: { en: `bounds ${bounds.join(' and ')}`, zh: `界限 ${bounds.join(' 与 ')}` },
      expected: {
        en: `bounds that ${count} weights with a sum of 1 fit in`,
        zh: `能容纳 ${count} 个合计为 1 的权重的界限`,
      },
    };
    throw new AfterlodeError('INDEX_WEIGHTS', level, facts);
  }
  const equal = new Float64Array(count).fill(1 / count);
  const desired = normaliseWeights(goal.importance ?? equal, names).weights;
  const start = normaliseWeights(goal.start ?? equal, names).weights;
  const found = best(goal, desired, [start, equal, ...opposed(goal.columns, desired)], bounds);
  if (!found) {
    const facts = {
      found: { en: 'no correlation with the index', zh: '与指数没有相关系数' },
      expected: { en: 'scores that differ and agree somewhere', zh: '有差异且部分一致的得分' },
    };
    throw new AfterlodeError('INDEX_WEIGHTS', level, facts);
  }
  const correlations = correlationsOf(goal, found.weights);
  const obtained = toShares(correlations) ?? correlations;
  const reached = found.gap <= (goal.tolerance ?? usual);
  const off = obtained.map((one, at) => Math.abs(one - (desired[at] as number)));
  const where = names[off.indexOf(Math.max(...off))] as string;
  const facts = { found: found.gap.toPrecision(3) };
  return {
    weights: found.weights,
    correlations,
    obtained,
    desired,
    reached,
    gap: found.gap,
    issues: reached ? [] : [issue('INDEX_WEIGHTS_TARGET', 'warning', where, facts)],
  };
}

function best(
  goal: CorrelationGoal,
  desired: Float64Array,
  starts: readonly Float64Array[],
  bounds: readonly [number, number],
): Found | null {
  const faults: AfterlodeError[] = [];
  const residuals: Residuals = (weights) => {
    try {
      const shares = toShares(correlationsOf(goal, weights));
      return shares && shares.map((share, at) => share - (desired[at] as number));
    } catch (thrown) {
      // Weights that an index refuses, as where a whole group has 0, are a step too far and no more.
      if (!(thrown instanceof AfterlodeError)) throw thrown;
      faults[0] ??= thrown;
      return null;
    }
  };
  const limits = { bounds, tolerance: goal.tolerance ?? usual, steps: goal.steps ?? 200 };
  let nearest: Found | null = null;
  for (const start of starts) {
    const found = dampedSteps(residuals, start, limits);
    if (found && (!nearest || found.gap < nearest.gap)) nearest = found;
    if (nearest && nearest.gap <= limits.tolerance) break;
  }
  if (!nearest && faults[0]) throw faults[0];
  return nearest;
}

/** A start that gives most to what agrees least with the others, as that is what equal weights leave behind. */
function opposed(columns: readonly Values[], desired: Float64Array): Float64Array[] {
  const raw = desired.map((wanted, i) => {
    let sum = 0;
    for (const other of columns) sum += Math.max(0, correlate(columns[i] as Values, other) || 0);
    return sum > 0 ? wanted / sum ** 2 : 0;
  });
  const sum = raw.reduce((total, one) => total + one, 0);
  return sum > 0 ? [raw.map((one) => one / sum)] : [];
}

function correlationsOf(goal: CorrelationGoal, weights: Float64Array): Float64Array {
  const index = goal.index(weights);
  return Float64Array.from(goal.columns, (column) => correlate(column, index));
}

/** The usual tolerance. */
const usual = 1e-10;

/** Null where the correlations have no positive sum, so that shares mean nothing. */
function toShares(correlations: Float64Array): Float64Array | null {
  const sum = correlations.reduce((total, one) => total + one, 0);
  return sum > 1e-9 ? correlations.map((one) => one / sum) : null;
}
