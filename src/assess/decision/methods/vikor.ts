import { extremes } from '../normalise.js';
import { rankScores } from '../ranks.js';
import type { Outcome, Problem } from '../types.js';
import { ratioOr } from '../weighted.js';

/**
 * VIKOR (Opricovic, Tzeng 2004): S = Σ w d and R = max w d of the regrets d = |best − x| ÷ range; Q = v (S − min S) ÷ range
 * of S + (1 − v)(R − min R) ÷ range of R. Scores are Q, 0–1, smaller is better. A range of 0 adds 0.
 *
 * The first by Q is the answer if Q of the second lies 1 ÷ (n − 1) above (acceptable advantage) and it is also first
 * by S or R (acceptable stability); else the compromise set holds more: without stability the first two, without
 * advantage all whose Q lies less than 1 ÷ (n − 1) above the first.
 *
 * @param v weight of the majority's utility S, 0–1
 */
export function vikor(problem: Problem, v = 0.5): Outcome {
  const count = problem.names.length;
  const S = new Float64Array(count);
  const R = new Float64Array(count);
  problem.columns.forEach((column, criterion) => {
    const [low, high] = extremes(column);
    const best = problem.isBenefit[criterion] ? high : low;
    const weight = problem.weights[criterion] as number;
    for (let i = 0; i < count; i++) {
      const regret = weight * ratioOr(Math.abs(best - (column[i] as number)), high - low, 0);
      S[i] = (S[i] as number) + regret;
      R[i] = Math.max(R[i] as number, regret);
    }
  });
  const [bestS, worstS] = extremes(S);
  const [bestR, worstR] = extremes(R);
  const Q = S.map(
    (one, i) =>
      v * ratioOr(one - bestS, worstS - bestS, 0) +
      (1 - v) * ratioOr((R[i] as number) - bestR, worstR - bestR, 0),
  );
  const { compromise, advantage, stability, needed } = compromiseOf(Q, S, R);
  return {
    scores: Q,
    higherIsBetter: false,
    byAlternative: { S, R, Q, compromise },
    facts: { v, neededAdvantage: needed, acceptableAdvantage: advantage, acceptableStability: stability },
  };
}

/** The two conditions and the compromise set (1 in it, 0 not). */
function compromiseOf(Q: Float64Array, S: Float64Array, R: Float64Array) {
  const needed = Q.length > 1 ? 1 / (Q.length - 1) : 1;
  const order = Array.from(Q.keys()).toSorted((a, b) => (Q[a] as number) - (Q[b] as number));
  const first = order[0] as number;
  const lead = (one: number | undefined) =>
    one === undefined ? Number.POSITIVE_INFINITY : (Q[one] as number) - (Q[first] as number);
  const rule = { higherIsBetter: false, ties: 'min', tieDigits: 12 } as const;
  const isFirst = (values: Float64Array) => rankScores(values, rule)[first] === 1;
  const advantage = lead(order[1]) >= needed;
  const stability = isFirst(S) || isFirst(R);
  const inSet = (one: number) =>
    one === first || (advantage ? !stability && one === order[1] : lead(one) < needed);
  return { compromise: Float64Array.from(Q, (_, one) => (inSet(one) ? 1 : 0)), advantage, stability, needed };
}
