import { normaliseAll } from '../normalise.js';
import type { Outcome, Problem } from '../types.js';
import { ratioOr, weightedSums } from '../weighted.js';

/**
 * Grey relational analysis (Deng 1982): on min-max values, coefficient ξ = (Δmin + ρ Δmax) ÷ (Δ + ρ Δmax) with Δ the
 * distance from the best; grade = Σ w ξ, 0–1, larger is better. Δmin and Δmax are taken over the whole table; where all
 * are alike ξ = 1. Missing criteria may drop out with their weight.
 *
 * @param distinguishing ρ, above 0 to 1
 */
export function grey(problem: Problem, distinguishing = 0.5): Outcome {
  const gaps = normaliseAll(problem, 'minmax').map((column) => column.map((value) => 1 - value));
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const column of gaps) {
    for (const gap of column) {
      if (gap < least) least = gap;
      if (gap > most) most = gap;
    }
  }
  const share = distinguishing * most;
  const coefficients = gaps.map((column) => column.map((gap) => ratioOr(least + share, gap + share, 1)));
  const scores = weightedSums(problem, coefficients);
  return { scores, higherIsBetter: true, byAlternative: {}, facts: { distinguishing } };
}
