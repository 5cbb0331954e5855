import { aggregateNode, ruleOf } from '../chain/index.js';
import type { ChainRun, Values } from '../types.js';
import { rowOf } from './row-of.js';

/** How far one weight must move until two units change places; shares among siblings, 0–1. */
export interface TurningWeight {
  readonly code: string;
  readonly weight: number;
  /** Share at which both units are level; beyond it they have changed places. `NaN`: no share between 0 and 1 does it. */
  readonly turnsAt: number;
  /** `turnsAt` − `weight`. */
  readonly change: number;
}

/** The way from a weight to 0 or 1 is looked through in so many steps; two changes within one step may be missed. */
const steps = 100;

/**
 * For every weight: the nearest share, siblings keeping their proportions, at which two units are level in the index. The
 * smallest change says how firmly one stands before the other.
 *
 * @param given `time` where the table has times
 * @returns from the smallest change to the largest, then those that cannot turn the order; nodes without siblings are left out
 * @throws AfterlodeError INDEX_NOT_FOUND for a unit that is not there; one without a score is never level
 */
export function turningWeights(
  run: ChainRun,
  given: { readonly first: string; readonly second: string; readonly time?: number | null },
): TurningWeight[] {
  const pair = pairOf(run, given);
  const { nodes } = run.hierarchy;
  const found = nodes.flatMap((node, at): TurningWeight[] => {
    const weight = run.weights[at] as number;
    const siblings = nodes[node.parent]?.children ?? [];
    if (!siblings.some((one) => one !== at && (run.weights[one] as number) > 0)) return [];
    const turnsAt = nearestTurn(weight, (share) => pair.lead(at, share));
    return [{ code: node.code, weight, turnsAt, change: turnsAt - weight }];
  });
  const size = ({ change }: TurningWeight) => (Number.isNaN(change) ? 2 : Math.abs(change));
  return found.sort((a, b) => size(a) - size(b));
}

interface Pair {
  /** Score of the first unit less that of the second where one node has another share. */
  readonly lead: (node: number, share: number) => number;
}

function pairOf(
  run: ChainRun,
  given: { readonly first: string; readonly second: string; readonly time?: number | null },
): Pair {
  const time = given.time ?? null;
  const [first, second] = [rowOf(run, given.first, time), rowOf(run, given.second, time)];
  const rows = rowsNeeded(run, first, second);
  const columns = run.scores.map((column) => Float64Array.from(rows, (row) => column[row] as number));
  const [a, b] = [rows.indexOf(first), rows.indexOf(second)];
  const context = {
    hierarchy: run.hierarchy,
    chain: run.chain,
    stretches: [{ from: 0, to: rows.length }],
    units: Array.from(rows, (row) => run.kept.units[row] as string),
  };
  const lead = (node: number, share: number) => {
    const weights = movedWeights(run, node, share);
    const scores: Values[] = [...columns];
    let at = run.hierarchy.nodes[node]?.parent ?? -1;
    for (; at >= 0; at = run.hierarchy.nodes[at]?.parent ?? -1) {
      scores[at] = aggregateNode(at, scores, weights, context);
    }
    const made = scores.at(-1) as Values;
    return (made[a] as number) - (made[b] as number);
  };
  return { lead };
}

/** Both rows, or all of their time where a rule looks at all units. */
function rowsNeeded(run: ChainRun, first: number, second: number): Int32Array {
  const whole = run.hierarchy.nodes
    .slice(run.hierarchy.leaves)
    .some((node) => ['copeland', 'wroclaw', 'bod'].includes(ruleOf(node, run.hierarchy, run.chain).rule));
  const stretch = run.stretches.find(({ from, to }) => first >= from && first < to);
  if (!whole || !stretch) return Int32Array.of(first, second);
  return Int32Array.from({ length: stretch.to - stretch.from }, (_, at) => stretch.from + at);
}

function movedWeights(run: ChainRun, node: number, share: number): Float64Array {
  const weights = Float64Array.from(run.weights);
  const siblings = run.hierarchy.nodes[run.hierarchy.nodes[node]?.parent ?? -1]?.children ?? [];
  const rest = siblings.reduce((sum, one) => sum + (one === node ? 0 : (weights[one] as number)), 0);
  for (const one of siblings)
    weights[one] = one === node ? share : ((weights[one] as number) * (1 - share)) / rest;
  return weights;
}

/** The share nearest to `weight` where the lead changes its sign or is gone; `NaN` where it never does. */
function nearestTurn(weight: number, lead: (share: number) => number): number {
  const now = lead(weight);
  if (now === 0) return weight;
  const turns = [0, 1].map((end) => {
    let held = weight;
    if (end === weight) return Number.NaN;
    for (let step = 1; step <= steps; step++) {
      const share = step === steps ? end : weight + ((end - weight) * step) / steps;
      if (lead(share) * now <= 0) return bisect(held, share, now, lead);
      held = share;
    }
    return Number.NaN;
  }) as [number, number];
  const [down, up] = turns;
  if (Number.isNaN(down) || Number.isNaN(up)) return Number.isNaN(down) ? up : down;
  return weight - down <= up - weight ? down : up;
}

function bisect(holds: number, turned: number, now: number, lead: (share: number) => number): number {
  let [inner, outer] = [holds, turned];
  for (let step = 0; step < 60; step++) {
    const middle = (inner + outer) / 2;
    if (lead(middle) * now <= 0) outer = middle;
    else inner = middle;
  }
  return outer;
}
