import { extremes, normaliseCriterion } from '../normalise.js';
import type { Span } from '../spans.js';
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
    const weight = problem.weights[criterion] as number;
    const scaled =
      normalise === 'vector'
        ? vectorScaled(problem, criterion)
        : turned(normaliseCriterion(problem, criterion, normalise, values));
    const factor = weight * scaled.factor;
    addSquares(toBest, toWorst, scaled, factor * factor);
    best[criterion] = factor * scaled.best;
    worst[criterion] = factor * scaled.worst;
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

/** A column of which `factor` times a difference counts. */
interface Scaled {
  readonly column: Float64Array;
  readonly factor: number;
  readonly best: number;
  readonly worst: number;
}

/** x ÷ √Σx² as a factor, so that no column is written. */
function vectorScaled(problem: Problem, criterion: number): Scaled {
  const column = problem.columns[criterion] as Float64Array;
  const { low, high, squares } = problem.spans[criterion] as Span;
  const factor = squares === 0 ? 1 : 1 / Math.sqrt(squares);
  return problem.isBenefit[criterion]
    ? { column, factor, best: high, worst: low }
    : { column, factor, best: low, worst: high };
}

function turned(column: Float64Array): Scaled {
  const [low, high] = extremes(column);
  return { column, factor: 1, best: high, worst: low };
}

function addSquares(toBest: Float64Array, toWorst: Float64Array, scaled: Scaled, factor: number): void {
  const { column, best, worst } = scaled;
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number;
    toBest[i] = (toBest[i] as number) + factor * (value - best) * (value - best);
    toWorst[i] = (toWorst[i] as number) + factor * (value - worst) * (value - worst);
  }
}
