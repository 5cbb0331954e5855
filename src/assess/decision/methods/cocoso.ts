import { AfterlodeError } from '../../../base/index.js';
import { extremes, normaliseAll } from '../normalise.js';
import type { DecisionNormalisation, Outcome, Problem } from '../types.js';
import { weightedSums } from '../weighted.js';
import { requireNoneBelowZero } from './require.js';

/**
 * CoCoSo (Yazdani and others 2019): with min-max r, S = Σ w r and P = Σ r^w; three appraisals of them,
 * ka = (S + P) ÷ Σ(S + P), kb = S ÷ min S + P ÷ min P, kc = (λS + (1 − λ)P) ÷ (λ max S + (1 − λ) max P); score =
 * ∛(ka kb kc) + (ka + kb + kc) ÷ 3, larger is better.
 *
 * @throws AfterlodeError DECISION_VALUE where the smallest S or P is 0: an alternative that is worst everywhere
 */
export function cocoso(problem: Problem, normalise: DecisionNormalisation = 'minmax', lambda = 0.5): Outcome {
  const values = normaliseAll(problem, normalise);
  requireNoneBelowZero(problem, values, { en: 'power of CoCoSo', zh: 'CoCoSo 的幂' });
  const S = weightedSums(problem, values);
  const P = new Float64Array(S.length);
  values.forEach((column, criterion) => {
    const weight = problem.weights[criterion] as number;
    for (let i = 0; i < P.length; i++) P[i] = (P[i] as number) + (column[i] as number) ** weight;
  });
  const [lowS, highS] = extremes(S);
  const [lowP, highP] = extremes(P);
  if (!(lowS > 0 && lowP > 0)) {
    const at = Math.max(S.indexOf(lowS), 0);
    throw new AfterlodeError('DECISION_VALUE', problem.names[at] as string, {
      found: {
        en: '0 (its smallest sum: it is worst on every criterion)',
        zh: '0（最小的和：各准则均为最差）',
      },
      expected: { en: 'a number above 0 (CoCoSo divides by it)', zh: '大于 0 的数（CoCoSo 以其为除数）' },
    });
  }
  let total = 0;
  for (let i = 0; i < S.length; i++) total += (S[i] as number) + (P[i] as number);
  const scores = S.map((sum, i) => {
    const power = P[i] as number;
    const ka = (sum + power) / total;
    const kb = sum / lowS + power / lowP;
    const kc = (lambda * sum + (1 - lambda) * power) / (lambda * highS + (1 - lambda) * highP);
    return Math.cbrt(ka * kb * kc) + (ka + kb + kc) / 3;
  });
  return { scores, higherIsBetter: true, byAlternative: { S, P }, facts: { lambda } };
}
