import {
  type EliminationPlan,
  eliminate,
  type PixelNetwork,
  pixelNetwork,
  planElimination,
} from './elimination.js';
import { joinParts } from './least-norm.js';
import { yearsOf } from './network.js';
import { reweight } from './robust.js';
import type { Network, Series, Stack } from './types.js';

/** How a stack is inverted. */
export interface InvertOptions {
  /** Pixels with fewer measured pairs get no answer; 10 as in the reference programs. */
  readonly minimumObservations: number;
  /**
   * `equal`: every pair counts the same. `coherence`: by γ² ÷ (1 − γ²), the information of a phase (Rodriguez and Martin
   * 1992); pairs without coherence are left out then.
   */
  readonly weights: 'equal' | 'coherence';
  /** Weighs pairs that fit badly down, so that single unwrapping errors do not bend the series (Huber's weights). */
  readonly robust: boolean;
}

/** What is done where nothing else is said. */
export const usualInversion: InvertOptions = { minimumObservations: 10, weights: 'equal', robust: false };

/** Coherence 1 would weigh infinitely; beyond this, estimates of coherence say nothing. */
const highestCoherence = 0.999;

/**
 * Displacement since the first epoch by least squares of the whole network (small baselines, Berardino et al. 2002). Where a
 * pixel's pairs do not tie all epochs to one another, its parts are joined by velocities of least norm and the pixel is marked
 * as not tied: a guess, not a measurement. Pixels with too few pairs are `NaN`, never 0.
 *
 * The time grows with pixels × pairs; gaps that differ from pixel to pixel cost nothing extra.
 */
export function invert(stack: Stack, options: InvertOptions = usualInversion): Series {
  const { grid, network } = stack;
  const cells = grid.width * grid.height;
  const epochs = network.epochs.length;
  const cumulativeMm = network.epochs.map(() => new Float64Array(cells).fill(Number.NaN));
  const rank = new Uint16Array(cells);
  const tied = new Uint8Array(cells);
  const solve = pixelSolver(network, options);
  const changes = new Float64Array(network.pairs.length);
  const weights = new Float64Array(network.pairs.length);
  const coherence = options.weights === 'coherence' ? stack.coherence : null;
  for (let cell = 0; cell < cells; cell++) {
    const found = gather(stack, coherence, cell, changes, weights);
    if (found === 0 || found < options.minimumObservations) continue;
    const parts = solve.solve(changes, weights);
    rank[cell] = epochs - parts;
    tied[cell] = parts === 1 ? 1 : 0;
    const first = solve.level[0] as number;
    for (let epoch = 0; epoch < epochs; epoch++)
      (cumulativeMm[epoch] as Float64Array)[cell] = (solve.level[epoch] as number) - first;
  }
  return { grid, epochs: network.epochs, cumulativeMm, rank, tied };
}

/** Changes and weights of the pairs of one pixel; weight 0 is missing. Returns how many are there. */
function gather(
  { changesMm }: Stack,
  coherence: readonly Float64Array[] | null,
  cell: number,
  changes: Float64Array,
  weights: Float64Array,
): number {
  let found = 0;
  for (let pair = 0; pair < changes.length; pair++) {
    const change = (changesMm[pair] as Float64Array)[cell] as number;
    // NaN is the one number that differs from itself.
    let weight = change === change ? 1 : 0;
    if (coherence !== null && weight === 1)
      weight = informationOf((coherence[pair] as Float64Array)[cell] as number);
    changes[pair] = weight > 0 ? change : 0;
    weights[pair] = weight;
    if (weight > 0) found += 1;
  }
  return found;
}

/** Weight of a measurement of this coherence; 0 where it says nothing. */
function informationOf(coherence: number): number {
  if (!(coherence > 0)) return 0;
  const square = Math.min(coherence, highestCoherence) ** 2;
  return square / (1 - square);
}

/** Solves pixels of a network one after the other. */
interface PixelSolver {
  /** Displacement by epoch of the pixel that was solved last, against any origin. */
  readonly level: Float64Array;
  /** Returns the number of parts. */
  solve(changes: Float64Array, weights: Float64Array): number;
}

function pixelSolver(network: Network, { robust }: InvertOptions): PixelSolver {
  const plan = planElimination(network);
  const pixel = pixelNetwork(plan);
  const first = Int32Array.from(network.pairs, (pair) => pair.first);
  const second = Int32Array.from(network.pairs, (pair) => pair.second);
  const years = yearsOf(network.epochs);
  const stepYears = years.slice(1).map((year, at) => year - (years[at] as number));
  const once = (changes: Float64Array, weights: Float64Array): number => {
    fill(plan, pixel, first, second, changes, weights);
    return eliminate(plan, pixel);
  };
  return {
    level: pixel.level,
    solve(changes, weights) {
      let parts = once(changes, weights);
      if (robust) {
        const residual = (pair: number) =>
          (changes[pair] as number) -
          ((pixel.level[second[pair] as number] as number) - (pixel.level[first[pair] as number] as number));
        parts =
          reweight(weights, residual, network.epochs.length - parts, (now) => once(changes, now)) ?? parts;
      }
      if (parts > 1) joinParts(pixel, parts, stepYears);
      return parts;
    },
  };
}

function fill(
  plan: EliminationPlan,
  { conductance, source }: PixelNetwork,
  first: Int32Array,
  second: Int32Array,
  changes: Float64Array,
  weights: Float64Array,
): void {
  conductance.fill(0);
  source.fill(0);
  for (let pair = 0; pair < changes.length; pair++) {
    const weight = weights[pair] as number;
    if (weight === 0) continue;
    const place = plan.edgeOfPair[pair] as number;
    const pull = weight * (changes[pair] as number);
    const a = first[pair] as number;
    const b = second[pair] as number;
    conductance[place] = (conductance[place] as number) + weight;
    source[b] = (source[b] as number) + pull;
    source[a] = (source[a] as number) - pull;
  }
}
