import { type Interval, id } from '../../base/index.js';
import { normalExceeded } from '../composite/change/normal.js';

/**
 * Wilson's interval of a share: with p = x ÷ n and z for the confidence,
 * (p + z² ÷ 2n ± z √(p(1 − p) ÷ n + z² ÷ 4n²)) ÷ (1 + z² ÷ n). It stays within 0 to 1 and works for few answers and for
 * shares near the ends. It takes the answers as drawn at random and says nothing of who did not answer.
 *
 * @param count answers of the kind, 0 to `of`
 * @param of all answers; 0 makes every bound `NaN`
 * @param confidence above 0 and below 1
 * @returns the share with its bounds; source: Wilson 1927 (M)
 */
export function wilsonInterval(count: number, of: number, confidence: number): Interval {
  const unit = id<'unit'>('share');
  if (of === 0) return { low: Number.NaN, mid: Number.NaN, high: Number.NaN, unit };
  const z = normalExceeded((1 - confidence) / 2);
  const share = count / of;
  const square = (z * z) / of;
  const middle = (share + square / 2) / (1 + square);
  const half = (z * Math.sqrt((share * (1 - share)) / of + square / (4 * of))) / (1 + square);
  // at 0 and at 1 the bound is exact; arithmetic leaves it a hair beside
  const low = count === 0 ? 0 : Math.max(0, middle - half);
  const high = count === of ? 1 : Math.min(1, middle + half);
  return { low, mid: share, high, unit };
}
