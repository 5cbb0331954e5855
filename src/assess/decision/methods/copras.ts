import { AfterlodeError, sameText } from '../../../base/index.js';
import { extremes, requireValues } from '../normalise.js';
import type { Outcome, Problem } from '../types.js';

/**
 * COPRAS (Zavadskas, Kaklauskas, Sarka 1994): of the weighted shares w x ÷ Σx, S+ sums the benefits and S− the costs;
 * Q = S+ + ΣS− ÷ (S− · Σ 1 ÷ S−), so that a costlier alternative scores lower; the score U = Q ÷ max Q, 0–1, larger is
 * better. Without any cost criterion Q = S+.
 *
 * @throws AfterlodeError DECISION_VALUE for a value below 0, or where the costs of an alternative sum to 0
 */
export function copras(problem: Problem): Outcome {
  const count = problem.names.length;
  const gain = new Float64Array(count);
  const cost = new Float64Array(count);
  problem.columns.forEach((column, criterion) => {
    requireValues(problem, criterion, 'from 0', sameText('COPRAS'));
    const total = column.reduce((sum, value) => sum + value, 0);
    const weight = total === 0 ? 0 : (problem.weights[criterion] as number) / total;
    const into = problem.isBenefit[criterion] ? gain : cost;
    for (let i = 0; i < count; i++) into[i] = (into[i] as number) + weight * (column[i] as number);
  });
  const Q = problem.isBenefit.every(Boolean) ? gain.slice() : withCosts(problem, gain, cost);
  const [, best] = extremes(Q);
  const scores = Q.map((one) => (best === 0 ? 1 : one / best));
  return { scores, higherIsBetter: true, byAlternative: { gain, cost, Q } };
}

function withCosts(problem: Problem, gain: Float64Array, cost: Float64Array): Float64Array {
  const without = cost.indexOf(0);
  if (without >= 0) {
    throw new AfterlodeError('DECISION_VALUE', problem.names[without] as string, {
      found: { en: '0 (sum of its weighted costs)', zh: '0（加权成本之和）' },
      expected: { en: 'a number above 0 (COPRAS divides by it)', zh: '大于 0 的数（COPRAS 以其为除数）' },
    });
  }
  let total = 0;
  let reciprocals = 0;
  for (const one of cost) {
    total += one;
    reciprocals += 1 / one;
  }
  return gain.map((one, i) => one + total / ((cost[i] as number) * reciprocals));
}
