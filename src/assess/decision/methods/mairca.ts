import { normaliseAll } from '../normalise.js';
import type { DecisionNormalisation, Outcome, Problem } from '../types.js';
import { weightedSums } from '../weighted.js';

/**
 * MAIRCA (Pamučar, Vasin, Lukovac 2014): gap between what an alternative should give, w ÷ n, and what it gives, r w ÷ n,
 * summed: Σ w (1 − r) ÷ n with min-max r; smaller is better. Missing criteria may drop out with their weight.
 */
export function mairca(problem: Problem, normalise: DecisionNormalisation = 'minmax'): Outcome {
  const count = problem.names.length;
  const given = weightedSums(problem, normaliseAll(problem, normalise));
  return {
    scores: given.map((one) => (1 - one) / count),
    higherIsBetter: false,
    byAlternative: { given: given.map((one) => one / count) },
  };
}
