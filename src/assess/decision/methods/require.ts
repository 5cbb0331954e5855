import { AfterlodeError, type Text } from '../../../base/index.js';
import type { Problem } from '../types.js';

/**
 * Refuses normalised values below 0, of which no power can be taken.
 *
 * @throws AfterlodeError DECISION_VALUE naming criterion and alternative
 */
export function requireNoneBelowZero(problem: Problem, values: readonly Float64Array[], what: Text): void {
  values.forEach((column, criterion) => {
    const at = column.findIndex((value) => value < 0);
    if (at < 0) return;
    throw new AfterlodeError('DECISION_VALUE', `${problem.codes[criterion]}, ${problem.names[at]}`, {
      found: {
        en: `${(column[at] as number).toPrecision(6)} (normalised)`,
        zh: `${(column[at] as number).toPrecision(6)}（标准化后）`,
      },
      expected: { en: `a number from 0 (${what.en})`, zh: `不小于 0 的数（${what.zh}）` },
    });
  });
}

/** A matrix of more pairs would need hundreds of megabytes, and seconds without a word. */
const most = 5000;

/**
 * Refuses more alternatives than can be compared pair by pair.
 *
 * @throws AfterlodeError DECISION_TABLE
 */
export function requirePairs({ names }: Problem, method: string): void {
  if (names.length <= most) return;
  throw new AfterlodeError('DECISION_TABLE', 'alternatives', {
    found: names.length,
    expected: {
      en: `${most} at most: ${method} compares every pair`,
      zh: `不超过 ${most} 个：${method} 需两两比较`,
    },
  });
}
