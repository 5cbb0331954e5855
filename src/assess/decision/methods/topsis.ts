import { normaliseCriterion } from '../normalise.js';
import type { DecisionNormalisation, Outcome, Problem } from '../types.js';
import { ratioOr } from '../weighted.js';

/**
 * TOPSIS (Hwang, Yoon 1981): closeness C = D− ÷ (D+ + D−), the Euclidean distances of the weighted normalised values from
 * the best and the worst value of each criterion; 0–1, larger is better. Published with vector normalisation. Where
 * nothing tells alternatives apart, D+ = D− = 0 and C is 0.5.
 */
export function topsis(problem: Problem, normalise: DecisionNormalisation = 'vector'): Outcome {
  const count = problem.names.length;
  const toBest = new Float64Array(count);
  const toWorst = new Float64Array(count);
  const best = new Float64Array(problem.codes.length);
  const worst = new Float64Array(problem.codes.length);
  const values = new Float64Array(count);
  for (let criterion = 0; criterion < problem.codes.length; criterion++) {
    normaliseCriterion(problem, criterion, normalise, values);
    const weight = problem.weights[criterion] as number;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < count; i++) {
      const value = weight * (values[i] as number);
      values[i] = value;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    for (let i = 0; i < count; i++) {
      const value = values[i] as number;
      toBest[i] = (toBest[i] as number) + (high - value) * (high - value);
      toWorst[i] = (toWorst[i] as number) + (value - low) * (value - low);
    }
    best[criterion] = high;
    worst[criterion] = low;
  }
  const scores = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const near = Math.sqrt(toBest[i] as number);
    const far = Math.sqrt(toWorst[i] as number);
    toBest[i] = near;
    toWorst[i] = far;
    scores[i] = ratioOr(far, near + far, 0.5);
  }
  return {
    scores,
    higherIsBetter: true,
    byAlternative: { distanceToBest: toBest, distanceToWorst: toWorst },
    byCriterion: { best, worst },
  };
}
