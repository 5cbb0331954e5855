import { sameText } from '../../../base/index.js';
import { extremes, requireValues } from '../normalise.js';
import type { Outcome, Problem } from '../types.js';

/**
 * ARAS (Zavadskas, Turskis 2010): an ideal alternative with the best value of every criterion is added; S = Σ w r with r
 * the share in the sum of its column, ideal included (costs as 1 ÷ x); the score S ÷ S of the ideal, 0–1, larger is better.
 *
 * @throws AfterlodeError DECISION_VALUE for a benefit below 0 or a cost not above 0
 */
export function aras(problem: Problem): Outcome {
  const count = problem.names.length;
  const optimality = new Float64Array(count);
  let ideal = 0;
  problem.columns.forEach((column, criterion) => {
    const isBenefit = problem.isBenefit[criterion] === true;
    requireValues(problem, criterion, isBenefit ? 'from 0' : 'above 0', sameText('ARAS'));
    const [low, high] = extremes(column);
    const best = isBenefit ? high : 1 / low;
    let total = best;
    for (let i = 0; i < count; i++) total += isBenefit ? (column[i] as number) : 1 / (column[i] as number);
    if (total === 0) return;
    const weight = (problem.weights[criterion] as number) / total;
    for (let i = 0; i < count; i++) {
      const value = isBenefit ? (column[i] as number) : 1 / (column[i] as number);
      optimality[i] = (optimality[i] as number) + weight * value;
    }
    ideal += weight * best;
  });
  const scores = optimality.map((one) => (ideal === 0 ? 1 : one / ideal));
  return { scores, higherIsBetter: true, byAlternative: { optimality }, facts: { ideal } };
}
