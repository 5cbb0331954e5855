import type { IndicatorSpec, Normalisation, Scale } from '../types.js';
import { hold } from './hold.js';
import { empty, extentOf, type ReferenceRows } from './reference-rows.js';

/**
 * (x − min) ÷ (target − min), or (max − x) ÷ (max − target) where less is better: 0 at the worst reference row, 1 at the
 * target, which is in natural units; bounded to 1 above if `capped`.
 *
 * @returns empty where there are no values or the target is not better than the worst: the formula divides by zero, or
 * would turn the order round
 * @throws AfterlodeError INDEX_OPTION where the indicator has no target
 */
export function fitDistanceToTarget(
  rows: ReferenceRows,
  { capped }: Extract<Normalisation, { method: 'distance-to-target' }>,
  { code, direction, target }: IndicatorSpec,
): Scale {
  hold(target !== null && Number.isFinite(target), code, target ?? { en: 'no target', zh: '没有目标值' }, {
    en: 'a Target',
    zh: 'Target 列中的目标值',
  });
  const { least, most, count } = extentOf(rows);
  if (count === 0) return empty('no-values');
  const worst = direction === 1 ? least : most;
  const span = target - worst;
  if (!(direction * span > 0)) return empty('target-worst');
  return { kind: 'linear', from: worst, span, low: 0, width: 1, bounds: capped ? [-Infinity, 1] : null };
}
