import { normaliseAll, requireValues } from '../normalise.js';
import { rankScores } from '../ranks.js';
import type { MooraForm, Outcome, Problem } from '../types.js';

/**
 * MOORA (Brauers, Zavadskas 2006) on vector-normalised values r = x ÷ √Σx².
 * `ratio`: Σ w r of benefits − Σ w r of costs, larger is better. `reference-point`: the largest w · distance from the
 * best r of a criterion, smaller is better. `multiplicative`: Π x^w of benefits ÷ Π x^w of costs, larger is better.
 *
 * @throws AfterlodeError DECISION_VALUE in the multiplicative form: a benefit below 0 or a cost not above 0
 */
export function moora(problem: Problem, form: MooraForm = 'ratio'): Outcome {
  switch (form) {
    case 'ratio':
      return { scores: ratios(problem), higherIsBetter: true, byAlternative: {} };
    case 'reference-point':
      return { scores: farthest(problem), higherIsBetter: false, byAlternative: {} };
    case 'multiplicative':
      return { scores: products(problem), higherIsBetter: true, byAlternative: {} };
  }
}

/**
 * MULTIMOORA (Brauers, Zavadskas 2010): the three forms of MOORA together. Score = mean of the three competition ranks,
 * smaller is better: our rule in place of the published theory of dominance, which orders triples of ranks case by case.
 */
export function multimoora(problem: Problem): Outcome {
  const rule = { ties: 'min', tieDigits: 12 } as const;
  const ratio = ratios(problem);
  const referencePoint = farthest(problem);
  const multiplicative = products(problem);
  const a = rankScores(ratio, { ...rule, higherIsBetter: true });
  const b = rankScores(referencePoint, { ...rule, higherIsBetter: false });
  const c = rankScores(multiplicative, { ...rule, higherIsBetter: true });
  return {
    scores: a.map((one, i) => (one + (b[i] as number) + (c[i] as number)) / 3),
    higherIsBetter: false,
    byAlternative: { ratio, referencePoint, multiplicative },
  };
}

function ratios(problem: Problem): Float64Array {
  const scores = new Float64Array(problem.names.length);
  normaliseAll(problem, 'vector').forEach((column, criterion) => {
    const weight = problem.weights[criterion] as number;
    // A cost is turned round to 1 − r by the normalisation; here it counts as −r.
    const shift = problem.isBenefit[criterion] ? 0 : 1;
    for (let i = 0; i < scores.length; i++)
      scores[i] = (scores[i] as number) + weight * ((column[i] as number) - shift);
  });
  return scores;
}

function farthest(problem: Problem): Float64Array {
  const scores = new Float64Array(problem.names.length);
  normaliseAll(problem, 'vector').forEach((column, criterion) => {
    const weight = problem.weights[criterion] as number;
    const best = column.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    for (let i = 0; i < scores.length; i++)
      scores[i] = Math.max(scores[i] as number, weight * (best - (column[i] as number)));
  });
  return scores;
}

function products(problem: Problem): Float64Array {
  const scores = new Float64Array(problem.names.length).fill(1);
  problem.columns.forEach((column, criterion) => {
    const isBenefit = problem.isBenefit[criterion] === true;
    requireValues(problem, criterion, isBenefit ? 'from 0' : 'above 0', {
      en: 'multiplicative form',
      zh: '乘积形式',
    });
    const power = (problem.weights[criterion] as number) * (isBenefit ? 1 : -1);
    for (let i = 0; i < scores.length; i++)
      scores[i] = (scores[i] as number) * (column[i] as number) ** power;
  });
  return scores;
}
