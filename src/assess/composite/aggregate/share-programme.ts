import { maximise } from './simplex.js';

/** The score of the shares that are found and the most that any shares can give must agree to this. */
const accuracy = 1e-9;

/** Bounds of every child's share in the score. */
export interface ShareBounds {
  readonly low: number;
  readonly high: number;
}

export interface BestShares {
  /** The shares under which a unit looks best. */
  readonly shares: Float64Array;
  /** What it reaches under them: 1 ÷ the most that any unit reaches. */
  readonly score: number;
  /** No shares between the bounds give more. */
  readonly atMost: number;
}

/**
 * The shares p between the bounds, with sum 1, that make the largest Σ p·ratio of all peers smallest. Solved for
 * q = (p - low)·score ÷ (1 - low·children), which has one row per peer and one per upper bound, and starts at 0.
 *
 * @param ratios by peer and child: score of the peer ÷ score of the unit, `ratios[peer * children + child]`
 * @returns null where the answer cannot be proved to nine digits
 */
export function bestShares(ratios: Float64Array, children: number, bounds: ShareBounds): BestShares | null {
  const even = solveShares(ratios, children, bounds, true);
  if (even && even.atMost - even.score <= accuracy) return even;
  const plain = solveShares(ratios, children, bounds, false);
  return plain && plain.atMost - plain.score <= accuracy ? plain : null;
}

function solveShares(
  ratios: Float64Array,
  children: number,
  bounds: ShareBounds,
  evenColumns: boolean,
): BestShares | null {
  const free = 1 - children * bounds.low;
  if (free <= 1e-12) return judge(ratios, new Float64Array(children).fill(1 / children), null, bounds);
  const peers = ratios.length / children;
  const isBounded = bounds.high < 1 - (children - 1) * bounds.low;
  const height = peers + (isBounded ? children : 0);
  const rows = new Float64Array(height * children);
  for (let peer = 0; peer < peers; peer++) {
    let sum = 0;
    for (let child = 0; child < children; child++) sum += ratios[peer * children + child] as number;
    const base = (bounds.low / free) * sum;
    for (let child = 0; child < children; child++) {
      rows[peer * children + child] = (ratios[peer * children + child] as number) + base;
    }
  }
  const room = (bounds.high - bounds.low) / free;
  rows.fill(-room, peers * children);
  for (let child = 0; child < height - peers; child++) {
    rows[(peers + child) * children + child] = 1 - room;
  }
  const limits = new Float64Array(height).fill(1, 0, peers);
  const optimum = maximise({ objective: new Float64Array(children).fill(1), rows, limits }, evenColumns);
  if (!optimum) return null;
  const total = optimum.solution.reduce((sum, one) => sum + one, 0);
  const shares = optimum.solution.map((one) => bounds.low + (free * one) / total);
  return judge(ratios, shares, optimum.multipliers.subarray(0, peers), bounds);
}

/** Score of these shares, and by the multipliers of the peers what no shares can exceed. */
function judge(
  ratios: Float64Array,
  shares: Float64Array,
  multipliers: Float64Array | null,
  bounds: ShareBounds,
): BestShares {
  const children = shares.length;
  let most = 0;
  for (let start = 0; start < ratios.length; start += children) {
    let sum = 0;
    for (let child = 0; child < children; child++) {
      sum += (shares[child] as number) * (ratios[start + child] as number);
    }
    most = Math.max(most, sum);
  }
  const score = 1 / most;
  return { shares, score, atMost: multipliers ? upperBound(ratios, children, multipliers, bounds) : score };
}

/**
 * A mixture of peers reaches at least its mean under any shares; the least it can reach puts high shares on its
 * smallest ratios.
 */
function upperBound(
  ratios: Float64Array,
  children: number,
  multipliers: Float64Array,
  { low, high }: ShareBounds,
): number {
  const mixed = new Float64Array(children);
  let total = 0;
  for (let peer = 0; peer < multipliers.length; peer++) {
    const weight = multipliers[peer] as number;
    if (weight === 0) continue;
    total += weight;
    for (let child = 0; child < children; child++) {
      mixed[child] = (mixed[child] as number) + weight * (ratios[peer * children + child] as number);
    }
  }
  let left = 1 - children * low;
  let least = 0;
  for (const ratio of mixed.sort()) {
    const more = Math.min(left, high - low);
    least += (low + more) * ratio;
    left -= more;
  }
  return total / least;
}
