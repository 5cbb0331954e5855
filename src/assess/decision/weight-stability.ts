import { decide } from './decide.js';
import type { Criterion, DecisionMatrix, DecisionOptions } from './types.js';

/** How far the weight of one criterion may move before another alternative comes first. */
export interface WeightStability {
  readonly code: string;
  readonly weight: number;
  /** Ends of the interval around the weight, 0–1, in which the first stays first. */
  readonly low: number;
  readonly high: number;
  /** Who comes first just beyond an end; null where the end is 0 or 1. */
  readonly beyondLow: string | null;
  readonly beyondHigh: string | null;
}

const steps = 50;
const halvings = 40;

/**
 * Stability intervals: each weight, as `options` find it, in turn is moved towards 0 and 1 while the others share the rest in their given
 * proportion. The way is walked in fifty steps and the first change halved in, to 1e-12; a change that comes and
 * goes inside one step is not seen. Where several share the first rank, one of them staying first is enough.
 *
 * @throws AfterlodeError as `decide`
 */
export function weightStability(
  matrix: DecisionMatrix,
  options: DecisionOptions,
): readonly WeightStability[] {
  const { weights } = decide(matrix, options);
  const first = firstOf(matrix, options, weights);
  return matrix.criteria.map(({ code }, at) => {
    const weight = weights[at] as number;
    if (weights.length === 1) return { code, weight, low: 0, high: 1, beyondLow: null, beyondHigh: null };
    const firstAt = (moved: number) => firstOf(matrix, options, movedWeights(weights, at, moved));
    const down = walk(weight, 0, first, firstAt);
    const up = walk(weight, 1, first, firstAt);
    const name = (row: number | null) => (row === null ? null : (matrix.alternatives[row] as string));
    return {
      code,
      weight,
      low: down.end,
      high: up.end,
      beyondLow: name(down.next),
      beyondHigh: name(up.next),
    };
  });
}

/** Goes from a weight to an end until none of the first is first any more. */
function walk(
  from: number,
  to: number,
  first: readonly number[],
  firstAt: (weight: number) => readonly number[],
): { readonly end: number; readonly next: number | null } {
  const holds = (now: readonly number[]) => now.some((row) => first.includes(row));
  let inside = from;
  for (let step = 1; step <= steps; step++) {
    let outside = from + ((to - from) * step) / steps;
    let now = firstAt(outside);
    if (holds(now)) {
      inside = outside;
      continue;
    }
    for (let half = 0; half < halvings; half++) {
      const middle = (inside + outside) / 2;
      const found = firstAt(middle);
      if (holds(found)) inside = middle;
      else [outside, now] = [middle, found];
    }
    return { end: inside, next: now[0] ?? null };
  }
  return { end: to, next: null };
}

/** One weight set, the others in proportion; where they are all 0 they share the rest evenly. */
function movedWeights(weights: Float64Array, at: number, moved: number): Float64Array {
  const rest = 1 - (weights[at] as number);
  return weights.map((weight, other) => {
    if (other === at) return moved;
    return rest > 1e-12 ? (weight / rest) * (1 - moved) : (1 - moved) / (weights.length - 1);
  });
}

/** Numbers of the alternatives with rank 1. */
function firstOf(matrix: DecisionMatrix, options: DecisionOptions, weights: Float64Array): readonly number[] {
  const criteria = matrix.criteria.map(
    (criterion, at): Criterion => ({ ...criterion, weight: weights[at] as number }),
  );
  const { ranks } = decide({ ...matrix, criteria }, { ...options, weigh: { method: 'given' }, ties: 'min' });
  return Array.from(ranks.keys()).filter((row) => ranks[row] === 1);
}
