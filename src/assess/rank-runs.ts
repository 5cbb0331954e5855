import { type Random, seededRandom } from '../base/index.js';
import type { IndexScores, RankOptions, ScoredNode } from './types.js';

/**
 * How often each ranked city has each rank when all weights vary: `[i * (ranked + 1) + rank]`.
 *
 * @param ranked cities with a score; they lose none of their nodes in any run
 * @param nominal their ranks under the given weights, from which each run's sorting starts
 */
export function countRanks(
  scores: IndexScores,
  period: number,
  ranked: Int32Array,
  nominal: Float64Array,
  options: RankOptions,
): Uint32Array {
  const size = ranked.length;
  const counts = new Uint32Array(size * (size + 1));
  const totals = new Float64Array(size);
  const branches = branchesOf(scores, period, ranked, totals);
  const start = Int32Array.from(nominal.keys()).sort(
    (a, b) => (nominal[a] as number) - (nominal[b] as number) || a - b,
  );
  const order = new Int32Array(size);
  const random = seededRandom(options.seed);
  const weights = new Float64Array(scores.nodes.length);
  for (let run = 0; run < options.runs; run++) {
    drawWeights(scores.nodes, weights, random, options.spread);
    for (const branch of branches) mix(branch, weights);
    order.set(start);
    countRun(totals, order, counts);
  }
  return counts;
}

/** One branch of the index with the values of its children side by side, so that a run reads memory in order. */
interface Branch {
  /** Those with a weight: a child without one can change no rank. */
  readonly children: readonly number[];
  readonly weights: Float64Array;
  /** `[i * children + child]`; logarithms where the branch multiplies; `NaN` is missing. */
  readonly values: Float64Array;
  /** 1 where all these children have a value, 2 where the branch is missing, else 0. */
  readonly state: Uint8Array;
  readonly multiplies: boolean;
  /** Whether the reader of the result wants its logarithm. */
  readonly giveLogarithm: boolean;
  /** Where results go: city `i` to `i * stride + offset`. */
  readonly into: Float64Array;
  readonly stride: number;
  readonly offset: number;
}

/** Branches, children before parents; the results of the index itself go to `totals`. */
function branchesOf(scores: IndexScores, period: number, ranked: Int32Array, totals: Float64Array): Branch[] {
  const made = new Map<number, Branch>();
  scores.nodes.forEach((node, at) => {
    if (node.indicator !== null) return;
    const above = made.get(node.parent);
    if (node.parent >= 0 && !above?.children.includes(at)) return;
    const children = node.children.filter((child) => (scores.nodes[child] as ScoredNode).weight > 0);
    const place = above
      ? { into: above.values, stride: above.children.length, offset: above.children.indexOf(at) }
      : { into: totals, stride: 1, offset: 0 };
    made.set(at, {
      children,
      weights: new Float64Array(children.length),
      values: valuesOf(scores, children, node.aggregate === 'geometric', period, ranked),
      state: stateOf(scores, at, children, period, ranked),
      multiplies: node.aggregate === 'geometric',
      // The index itself is only ordered: its logarithm will do.
      giveLogarithm: above ? above.multiplies : node.aggregate === 'geometric',
      ...place,
    });
  });
  return [...made.values()].reverse();
}

function valuesOf(
  scores: IndexScores,
  children: readonly number[],
  logarithm: boolean,
  period: number,
  ranked: Int32Array,
): Float64Array {
  const width = children.length;
  const values = new Float64Array(ranked.length * width);
  for (let i = 0; i < ranked.length; i++) {
    const cell = (ranked[i] as number) * scores.periods.length + period;
    for (let child = 0; child < width; child++) {
      const value = scores.values[children[child] as number]?.[cell] as number;
      values[i * width + child] = logarithm ? Math.log(value) : value;
    }
  }
  return values;
}

function stateOf(
  scores: IndexScores,
  at: number,
  children: readonly number[],
  period: number,
  ranked: Int32Array,
): Uint8Array {
  return Uint8Array.from(ranked, (city) => {
    const cell = city * scores.periods.length + period;
    if (Number.isNaN(scores.values[at]?.[cell])) return 2;
    return children.every((child) => !Number.isNaN(scores.values[child]?.[cell])) ? 1 : 0;
  });
}

function drawWeights(nodes: readonly ScoredNode[], into: Float64Array, random: Random, spread: number): void {
  for (let node = 1; node < nodes.length; node++) {
    into[node] = (nodes[node] as ScoredNode).weight * (1 + spread * (2 * random() - 1));
  }
}

/** The weighted mean of a branch's children for all ranked cities. */
function mix(branch: Branch, drawn: Float64Array): void {
  const { weights, values, state, into, stride, offset, multiplies, giveLogarithm } = branch;
  const width = weights.length;
  shareOut(branch, drawn);
  const change = multiplies === giveLogarithm ? null : multiplies ? Math.exp : Math.log;
  for (let i = 0, from = 0; i < state.length; i++, from += width) {
    if (state[i] === 2) continue;
    let mean = 0;
    if (state[i] === 1) {
      for (let child = 0; child < width; child++) {
        mean += (weights[child] as number) * (values[from + child] as number);
      }
    } else {
      mean = presentMean(values, from, weights);
    }
    into[i * stride + offset] = change ? change(mean) : mean;
  }
}

/** The drawn weights of a branch's children, brought to a sum of 1. */
function shareOut({ children, weights }: Branch, drawn: Float64Array): void {
  let all = 0;
  for (const child of children) all += drawn[child] as number;
  for (let child = 0; child < weights.length; child++) {
    weights[child] = (drawn[children[child] as number] as number) / all;
  }
}

function presentMean(values: Float64Array, from: number, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let child = 0; child < weights.length; child++) {
    const value = values[from + child] as number;
    const weight = weights[child] as number;
    if (Number.isNaN(value)) continue;
    sum += weight * value;
    total += weight;
  }
  return sum / total;
}

/** Sorts by insertion, since the order of a run is close to the nominal one, and counts each city's rank. */
function countRun(values: Float64Array, order: Int32Array, counts: Uint32Array): void {
  const size = order.length;
  for (let i = 1; i < size; i++) {
    const city = order[i] as number;
    const value = values[city] as number;
    let j = i - 1;
    while (j >= 0 && (values[order[j] as number] as number) < value) {
      order[j + 1] = order[j] as number;
      j -= 1;
    }
    order[j + 1] = city;
  }
  let rank = 1;
  let above = Number.NaN;
  for (let i = 0; i < size; i++) {
    const city = order[i] as number;
    const value = values[city] as number;
    if (value !== above) rank = i + 1;
    above = value;
    const at = city * (size + 1) + rank;
    counts[at] = (counts[at] as number) + 1;
  }
}
