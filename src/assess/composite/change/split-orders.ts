import type { SiblingParts, Side } from './types.js';

/** Most children whose orders are tried: 2 to this power combinations. */
export const mostChildren = 12;

/** Score of a parent for many combinations at once: one column by child, one result by combination. */
export type Scorer = (columns: readonly Float64Array[], shares: Float64Array) => Float64Array;

/**
 * Splits the change of any rule that looks at one unit alone (ordered weights, Mazziotta–Pareto) by Shapley's value: the
 * mean, over all orders in which children may change, of what the score moves when the child changes. Values and weights
 * are two steps, taken in both orders. Children that came or went share equally what their coming or going moves.
 */
export function splitOrders(before: Side, after: Side, scorer: Scorer): SiblingParts {
  const count = before.values.length;
  const parts: SiblingParts = {
    slopes: new Float64Array(count),
    weight: new Float64Array(count),
    coverage: new Float64Array(count),
  };
  const all = Array.from({ length: count }, (_, child) => child);
  const has = (side: Side, child: number) => !Number.isNaN(side.values[child]);
  const common = all.filter((child) => has(before, child) && has(after, child));
  const first = orderValues(before, after, before.shares, common, scorer);
  const second = orderValues(before, after, after.shares, common, scorer);
  const weightMove = (second.from + second.to - first.from - first.to) / 2;
  if (Number.isNaN(weightMove)) {
    // Nothing weighs on both sides: half of the change falls on the children of each side.
    const half = (after.score - before.score) / 2;
    for (const side of [before, after]) {
      share(
        parts.coverage,
        all.filter((child) => has(side, child) && (side.shares[child] as number) > 0),
        half,
      );
    }
    return parts;
  }
  share(
    parts.weight,
    common.filter((child) => before.shares[child] !== after.shares[child]),
    weightMove,
  );
  for (const child of common) {
    const step = (after.values[child] as number) - (before.values[child] as number);
    const part = ((first.parts[child] as number) + (second.parts[child] as number)) / 2;
    if (step !== 0) parts.slopes[child] = part / step;
  }
  const came = all.filter((child) => !has(before, child) && has(after, child));
  const went = all.filter((child) => has(before, child) && !has(after, child));
  share(parts.coverage, came, after.score - second.to);
  share(parts.coverage, went, first.from - before.score);
  return parts;
}

function share(into: Float64Array, children: readonly number[], amount: number): void {
  for (const child of children) into[child] = (into[child] as number) + amount / children.length;
}

/** Shapley's values of the common children under one set of weights, and the scores at both ends. */
function orderValues(
  before: Side,
  after: Side,
  shares: Float64Array,
  common: readonly number[],
  scorer: Scorer,
): { readonly parts: Float64Array; readonly from: number; readonly to: number } {
  const count = before.values.length;
  const combinations = 2 ** common.length;
  const columns = Array.from({ length: count }, () => new Float64Array(combinations).fill(Number.NaN));
  common.forEach((child, bit) => {
    const column = columns[child] as Float64Array;
    for (let set = 0; set < combinations; set++) {
      column[set] = ((set >> bit) & 1 ? after : before).values[child] as number;
    }
  });
  const scores = scorer(columns, shares);
  const weights = orderWeights(common.length);
  const parts = new Float64Array(count);
  common.forEach((child, bit) => {
    let sum = 0;
    for (let set = 0; set < combinations; set++) {
      if ((set >> bit) & 1) continue;
      sum +=
        (weights[bitsOf(set)] as number) * ((scores[set | (1 << bit)] as number) - (scores[set] as number));
    }
    parts[child] = sum;
  });
  return { parts, from: scores[0] as number, to: scores[combinations - 1] as number };
}

/** Share of the orders in which a given set of `size` children has changed just before the child. */
function orderWeights(count: number): Float64Array {
  const weights = new Float64Array(count);
  let binomial = 1;
  for (let size = 0; size < count; size++) {
    weights[size] = 1 / (count * binomial);
    binomial = (binomial * (count - 1 - size)) / (size + 1);
  }
  return weights;
}

function bitsOf(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count += 1;
  return count;
}
