import { normaliseAll } from '../normalise.js';
import type { Outcome, Problem } from '../types.js';
import { weightedSums } from '../weighted.js';

/**
 * MARCOS (Stević and others 2020): with r = x ÷ max for benefits and min ÷ x for costs, S = Σ w r stands between the sum of
 * the worst values (anti-ideal) and that of the best, 1. K− = S ÷ anti-ideal, K+ = S ÷ 1; score = (K+ + K−) ÷
 * (1 + (1 − f+) ÷ f+ + (1 − f−) ÷ f−), f+ = K− ÷ (K+ + K−), f− = K+ ÷ (K+ + K−); larger is better.
 *
 * An anti-ideal of 0 makes K− endless; the score then tends to K+, which is used.
 *
 * @throws AfterlodeError DECISION_VALUE for a benefit below 0 or a cost not above 0
 */
export function marcos(problem: Problem): Outcome {
  const values = normaliseAll(problem, 'linear');
  const sums = weightedSums(problem, values);
  let antiIdeal = 0;
  values.forEach((column, criterion) => {
    const worst = column.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
    antiIdeal += (problem.weights[criterion] as number) * worst;
  });
  const scores = sums.map((sum) => {
    if (antiIdeal === 0 || sum === 0) return sum;
    const [minus, plus] = [sum / antiIdeal, sum];
    const [fPlus, fMinus] = [minus / (plus + minus), plus / (plus + minus)];
    return (plus + minus) / (1 + (1 - fPlus) / fPlus + (1 - fMinus) / fMinus);
  });
  return { scores, higherIsBetter: true, byAlternative: { sum: sums }, facts: { antiIdeal } };
}
