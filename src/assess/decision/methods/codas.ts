import { extremes, normaliseAll } from '../normalise.js';
import type { DecisionNormalisation, Outcome, Problem } from '../types.js';

/**
 * CODAS (Keshavarz Ghorabaee and others 2016): distances of the weighted normalised values from the worst of each
 * criterion, Euclidean E and taxicab T; score = Σ over the others k of (E − E_k) + ψ (T − T_k), ψ = 1 where |E − E_k| reaches
 * the threshold and 0 else; around 0, larger is better.
 *
 * @param threshold published as 0.01–0.05
 */
export function codas(
  problem: Problem,
  normalise: DecisionNormalisation = 'linear',
  threshold = 0.02,
): Outcome {
  const count = problem.names.length;
  const euclidean = new Float64Array(count);
  const taxicab = new Float64Array(count);
  normaliseAll(problem, normalise).forEach((column, criterion) => {
    const weight = problem.weights[criterion] as number;
    const [worst] = extremes(column);
    for (let i = 0; i < count; i++) {
      const distance = weight * ((column[i] as number) - worst);
      euclidean[i] = (euclidean[i] as number) + distance * distance;
      taxicab[i] = (taxicab[i] as number) + distance;
    }
  });
  for (let i = 0; i < count; i++) euclidean[i] = Math.sqrt(euclidean[i] as number);
  const scores = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let score = 0;
    for (let k = 0; k < count; k++) {
      const ahead = (euclidean[i] as number) - (euclidean[k] as number);
      score += ahead;
      if (Math.abs(ahead) >= threshold) score += (taxicab[i] as number) - (taxicab[k] as number);
    }
    scores[i] = score;
  }
  return { scores, higherIsBetter: true, byAlternative: { euclidean, taxicab }, facts: { threshold } };
}
