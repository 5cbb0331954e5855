import type { Network } from './types.js';

/**
 * In which order the epochs of a network are eliminated, and which cells of memory that touches. The least-squares equations of
 * a network of differences are those of an electrical network: a pair is a conductor, an epoch a node, and eliminating a node
 * joins its neighbours (star to mesh). One plan serves every pixel: a pair that a pixel lacks is a conductor of 0.
 *
 * Sums of positive numbers only: nothing cancels, so a node without conductance is exactly the last of its part, and the parts
 * of a pixel's network come out exactly, without a tolerance.
 */
export interface EliminationPlan {
  readonly epochs: number;
  /** Places for conductances: pairs, and joints that elimination adds. */
  readonly edges: number;
  /** Place of each pair. */
  readonly edgeOfPair: Int32Array;
  /** Epochs in the order of elimination. */
  readonly order: Int32Array;
  /** Where the neighbours of the epoch that goes at a step begin; one more entry than epochs. */
  readonly start: Int32Array;
  /** Neighbours that are left, and the places of their conductances. */
  readonly neighbour: Int32Array;
  readonly edge: Int32Array;
  /** Where the joints of a step begin in `joint`: for neighbours a < b in their order, the place of a–b. */
  readonly jointStart: Int32Array;
  readonly joint: Int32Array;
}

/** Makes the plan of a network; always takes the epoch with the fewest neighbours left, which keeps the joints few. */
export function planElimination(network: Network): EliminationPlan {
  const count = network.epochs.length;
  const places = Array.from({ length: count }, () => new Map<number, number>());
  let edges = 0;
  const placeOf = (a: number, b: number): number => {
    const known = places[a]?.get(b);
    if (known !== undefined) return known;
    places[a]?.set(b, edges);
    places[b]?.set(a, edges);
    return edges++;
  };
  const edgeOfPair = Int32Array.from(network.pairs, ({ first, second }) => placeOf(first, second));
  const left = new Set(places.keys());
  const order: number[] = [];
  const start = [0];
  const jointStart = [0];
  const neighbour: number[] = [];
  const edge: number[] = [];
  const joint: number[] = [];
  while (left.size > 0) {
    const next = fewest(left, places);
    const beside = [...(places[next] as Map<number, number>)];
    for (const [at, [a, place]] of beside.entries()) {
      neighbour.push(a);
      edge.push(place);
      for (const [b] of beside.slice(at + 1)) joint.push(placeOf(a, b));
    }
    for (const [a] of beside) places[a]?.delete(next);
    left.delete(next);
    order.push(next);
    start.push(neighbour.length);
    jointStart.push(joint.length);
  }
  return {
    epochs: count,
    edges,
    edgeOfPair,
    order: Int32Array.from(order),
    start: Int32Array.from(start),
    neighbour: Int32Array.from(neighbour),
    edge: Int32Array.from(edge),
    jointStart: Int32Array.from(jointStart),
    joint: Int32Array.from(joint),
  };
}

function fewest(left: ReadonlySet<number>, places: readonly ReadonlyMap<number, number>[]): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const at of left) {
    const size = places[at]?.size ?? 0;
    if (size < least) [best, least] = [at, size];
  }
  return best;
}

/** Memory of one pixel, used again for the next. */
export interface PixelNetwork {
  /** Conductances by place: to be filled with the weights of the pairs that are there, others 0. Spent by `eliminate`. */
  readonly conductance: Float64Array;
  /** By epoch: sum of weight · change over pairs that end there, less those that begin there. Spent by `eliminate`. */
  readonly source: Float64Array;
  /** Result by epoch: displacement against the epoch of the same part that was eliminated last. */
  readonly level: Float64Array;
  /** Result by epoch: number of its part, from 0. */
  readonly part: Int32Array;
}

/** Memory for a plan. */
export function pixelNetwork(plan: EliminationPlan): PixelNetwork {
  return {
    conductance: new Float64Array(plan.edges),
    source: new Float64Array(plan.epochs),
    level: new Float64Array(plan.epochs),
    part: new Int32Array(plan.epochs),
  };
}

/**
 * Solves one pixel: the least-squares displacement of every epoch within its part.
 *
 * @returns how many parts the pixel's network has; 1 where all epochs are tied
 */
export function eliminate(plan: EliminationPlan, pixel: PixelNetwork): number {
  const { epochs, order, start, neighbour, edge, jointStart, joint } = plan;
  const { conductance, source, level, part } = pixel;
  for (let step = 0; step < epochs; step++) {
    const from = start[step] as number;
    const to = start[step + 1] as number;
    let total = 0;
    for (let i = from; i < to; i++) total += conductance[edge[i] as number] as number;
    const epoch = order[step] as number;
    if (total === 0) {
      level[epoch] = 0;
      continue;
    }
    const inverse = 1 / total;
    const flow = source[epoch] as number;
    level[epoch] = flow * inverse;
    let next = jointStart[step] as number;
    for (let i = from; i < to; i++) {
      const place = edge[i] as number;
      const share = (conductance[place] as number) * inverse;
      source[neighbour[i] as number] = (source[neighbour[i] as number] as number) + share * flow;
      for (let j = i + 1; j < to; j++) {
        const met = joint[next++] as number;
        conductance[met] = (conductance[met] as number) + share * (conductance[edge[j] as number] as number);
      }
      // From here on only the share is needed: what this neighbour's level adds to this epoch's.
      conductance[place] = share;
    }
  }
  let parts = 0;
  for (let step = epochs - 1; step >= 0; step--) {
    const epoch = order[step] as number;
    let own = -1;
    let sum = level[epoch] as number;
    for (let i = start[step] as number; i < (start[step + 1] as number); i++) {
      const share = conductance[edge[i] as number] as number;
      if (share === 0) continue;
      const other = neighbour[i] as number;
      sum += share * (level[other] as number);
      own = part[other] as number;
    }
    level[epoch] = sum;
    part[epoch] = own < 0 ? parts++ : own;
  }
  return parts;
}
