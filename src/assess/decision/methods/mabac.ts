import { normaliseAll } from '../normalise.js';
import type { DecisionNormalisation, Outcome, Problem } from '../types.js';
import { requireNoneBelowZero } from './require.js';

/**
 * MABAC (Pamučar, Ćirović 2015): v = w (r + 1) with min-max r; the border of a criterion is the geometric mean of its v;
 * score = Σ (v − border), around 0, larger is better.
 *
 * @throws AfterlodeError DECISION_VALUE where another normalisation gives values below 0
 */
export function mabac(problem: Problem, normalise: DecisionNormalisation = 'minmax'): Outcome {
  const values = normaliseAll(problem, normalise);
  requireNoneBelowZero(problem, values, { en: 'geometric mean of the border', zh: '边界的几何平均' });
  const count = problem.names.length;
  const scores = new Float64Array(count);
  const border = Float64Array.from(values, (column, criterion) => {
    const weight = problem.weights[criterion] as number;
    // The mean of logarithms: the product of many values runs out of range.
    let logs = 0;
    for (let i = 0; i < count; i++) logs += Math.log1p(column[i] as number);
    const middle = weight * Math.exp(logs / count);
    for (let i = 0; i < count; i++)
      scores[i] = (scores[i] as number) + weight * (1 + (column[i] as number)) - middle;
    return middle;
  });
  return { scores, higherIsBetter: true, byAlternative: {}, byCriterion: { border } };
}
