import { normaliseAll } from '../normalise.js';
import type { DecisionNormalisation, Outcome, Problem } from '../types.js';
import { weightedProducts } from '../weighted.js';
import { requireNoneBelowZero } from './require.js';

/**
 * Weighted product (Bridgman 1922): Π r^w, larger is better; r as for the weighted sum. One r of 0 makes the whole 0.
 *
 * @throws AfterlodeError DECISION_VALUE where a normalised value is below 0
 */
export function wpm(problem: Problem, normalise: DecisionNormalisation = 'linear'): Outcome {
  const values = normaliseAll(problem, normalise);
  requireNoneBelowZero(problem, values, { en: 'weighted product', zh: '加权乘积' });
  return { scores: weightedProducts(problem, values), higherIsBetter: true, byAlternative: {} };
}
