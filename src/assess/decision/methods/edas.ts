import { AfterlodeError } from '../../../base/index.js';
import { extremes } from '../normalise.js';
import type { Outcome, Problem } from '../types.js';
import { ratioOr } from '../weighted.js';

/**
 * EDAS (Keshavarz Ghorabaee and others 2015): weighted distances above (SP) and below (SN) the mean of each criterion, as
 * shares of that mean; score = (SP ÷ max SP + 1 − SN ÷ max SN) ÷ 2, 0–1, larger is better. Where nobody lies above or
 * below, the first part is 0 and the second 1.
 *
 * @throws AfterlodeError DECISION_VALUE where the mean of a criterion is not above 0
 */
export function edas(problem: Problem): Outcome {
  const count = problem.names.length;
  const above = new Float64Array(count);
  const below = new Float64Array(count);
  const means = new Float64Array(problem.codes.length);
  problem.columns.forEach((column, criterion) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / count;
    if (!(mean > 0)) {
      throw new AfterlodeError('DECISION_VALUE', problem.codes[criterion] as string, {
        found: { en: `${mean} (mean)`, zh: `${mean}（均值）` },
        expected: { en: 'a mean above 0 (EDAS divides by it)', zh: '大于 0 的均值（EDAS 以其为除数）' },
      });
    }
    means[criterion] = mean;
    const weight = ((problem.weights[criterion] as number) * (problem.isBenefit[criterion] ? 1 : -1)) / mean;
    for (let i = 0; i < count; i++) {
      const distance = weight * ((column[i] as number) - mean);
      if (distance > 0) above[i] = (above[i] as number) + distance;
      else below[i] = (below[i] as number) - distance;
    }
  });
  const [, mostAbove] = extremes(above);
  const [, mostBelow] = extremes(below);
  const scores = above.map(
    (one, i) => (ratioOr(one, mostAbove, 0) + 1 - ratioOr(below[i] as number, mostBelow, 0)) / 2,
  );
  return { scores, higherIsBetter: true, byAlternative: { above, below }, byCriterion: { mean: means } };
}
