import { type Issue, issue, type Text } from '../../../base/index.js';
import type { EmptyScale, Scale } from '../types.js';

const reasons: Readonly<Record<Exclude<EmptyScale, 'no-values' | 'constant'>, Text>> = {
  'one-value': { en: 'one value alone has no percentile', zh: '只有一个数值，无百分位' },
  'reference-missing': { en: 'the reference unit has no value', zh: '参照单元缺值' },
  'reference-worst': { en: 'the reference unit is the worst', zh: '参照单元本身最差' },
  'target-worst': { en: 'the worst unit has reached the target', zh: '最差单元也已达到目标' },
  'not-positive': { en: 'the best value is not above 0', zh: '最优值不大于 0' },
};

/**
 * Tells that a scale gives no scores, and why.
 *
 * @param where code of the indicator, and the time where there are several
 * @returns null for a scale that gives scores, and where there is no value to score
 */
export function emptyScaleIssue(scale: Scale, where: string): Issue | null {
  if (scale.kind !== 'empty' || scale.reason === 'no-values') return null;
  const { reason } = scale;
  if (reason === undefined || reason === 'constant') return issue('INDEX_CONSTANT', 'warning', where);
  return issue('INDEX_UNSCALED', 'warning', where, { en: reasons[reason].en, zh: reasons[reason].zh });
}
