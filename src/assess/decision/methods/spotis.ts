import { AfterlodeError } from '../../../base/index.js';
import { extremes } from '../normalise.js';
import type { Outcome, Problem } from '../types.js';
import { weightedSums } from '../weighted.js';

/**
 * SPOTIS (Dezert and others 2020): Σ w |x − best| ÷ (upper − lower) with bounds set beforehand, 0–1, smaller is better.
 * With given bounds no new alternative can change the order of the others; without, they are the smallest and largest
 * value of the table. Missing criteria may drop out with their weight.
 *
 * @throws AfterlodeError DECISION_VALUE for a value outside the given bounds
 */
export function spotis(
  problem: Problem,
  bounds: ReadonlyMap<string, readonly [number, number]> = new Map(),
): Outcome {
  const lower = new Float64Array(problem.codes.length);
  const upper = new Float64Array(problem.codes.length);
  const gaps = problem.columns.map((column, criterion) => {
    const code = problem.codes[criterion] as string;
    const [low, high] = bounds.get(code) ?? extremes(column);
    const outside = column.findIndex((value) => value < low || value > high);
    if (outside >= 0) {
      throw new AfterlodeError('DECISION_VALUE', `${code}, ${problem.names[outside]}`, {
        found: column[outside] as number,
        expected: {
          en: `a number from ${low} to ${high} (bounds of SPOTIS)`,
          zh: `${low} 到 ${high} 之间的数（SPOTIS 的界限）`,
        },
      });
    }
    lower[criterion] = low;
    upper[criterion] = high;
    const best = problem.isBenefit[criterion] ? high : low;
    return column.map((value) => (high === low ? value - low : Math.abs(value - best) / (high - low)));
  });
  return {
    scores: weightedSums(problem, gaps),
    higherIsBetter: false,
    byAlternative: {},
    byCriterion: { lower, upper },
  };
}
