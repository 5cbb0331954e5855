import { AfterlodeError, issue, phrases } from '../../../base/index.js';
import type { Weighed } from './types.js';

/** Farther from 1 than this, a sum is no rounding. */
const rounding = 1e-9;

/**
 * Relative weights of siblings, brought to a sum of 1. Where the sum was another one, the note INDEX_WEIGHTS_RELATIVE
 * says so: nothing is rescaled in silence.
 *
 * @param siblings their codes, for messages
 * @throws AfterlodeError INDEX_WEIGHTS for a weight that is negative, infinite or missing, and where all are 0
 */
export function normaliseWeights(weights: ArrayLike<number>, siblings: readonly string[]): Weighed {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] as number;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      const where = siblings[at] ?? { en: `number ${at + 1}`, zh: `第 ${at + 1} 个` };
      throw new AfterlodeError('INDEX_WEIGHTS', where, { found: weight, expected: phrases.numberFrom0 });
    }
    sum += weight;
  }
  const where = siblings.join(', ');
  if (!(sum > 0)) {
    throw new AfterlodeError('INDEX_WEIGHTS', where, {
      found: { en: 'only weights of 0', zh: '全部权重为 0' },
      expected: { en: 'one above 0', zh: '至少一个大于 0 的权重' },
    });
  }
  const facts = { found: Number(sum.toPrecision(6)) };
  return {
    weights: Float64Array.from(weights, (weight) => weight / sum),
    issues: Math.abs(sum - 1) > rounding ? [issue('INDEX_WEIGHTS_RELATIVE', 'note', where, facts)] : [],
  };
}
