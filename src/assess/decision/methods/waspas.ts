import { normaliseAll } from '../normalise.js';
import type { DecisionNormalisation, Outcome, Problem } from '../types.js';
import { weightedProducts, weightedSums } from '../weighted.js';
import { requireNoneBelowZero } from './require.js';

/**
 * WASPAS (Zavadskas and others 2012): λ · weighted sum + (1 − λ) · weighted product, larger is better.
 *
 * @param lambda share of the sum, 0–1
 * @throws AfterlodeError DECISION_VALUE where a normalised value is below 0
 */
export function waspas(problem: Problem, normalise: DecisionNormalisation = 'linear', lambda = 0.5): Outcome {
  const values = normaliseAll(problem, normalise);
  requireNoneBelowZero(problem, values, { en: 'weighted product', zh: '加权乘积' });
  const sum = weightedSums(problem, values);
  const product = weightedProducts(problem, values);
  const scores = sum.map((one, i) => lambda * one + (1 - lambda) * (product[i] as number));
  return { scores, higherIsBetter: true, byAlternative: { sum, product }, facts: { lambda } };
}
