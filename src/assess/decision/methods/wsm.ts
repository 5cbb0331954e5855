import { normaliseAll } from '../normalise.js';
import type { DecisionNormalisation, Outcome, Problem } from '../types.js';
import { weightedSums } from '../weighted.js';

/**
 * Weighted sum, also called simple additive weighting (Fishburn 1967): Σ w r, larger is better. r = x ÷ max for benefits
 * and min ÷ x for costs unless another normalisation is named. Missing criteria may drop out with their weight.
 */
export function wsm(problem: Problem, normalise: DecisionNormalisation = 'linear'): Outcome {
  return {
    scores: weightedSums(problem, normaliseAll(problem, normalise)),
    higherIsBetter: true,
    byAlternative: {},
  };
}
