import { phrases } from '../../../base/index.js';
import type { IndicatorSpec, Scale } from '../types.js';
import { hold } from './hold.js';

/**
 * Goalposts in natural units, direction apart: (x − lower) ÷ (upper − lower) · scale, or (upper − x) ÷ (upper − lower) ·
 * scale where less is better; bounded to 0 and the scale if truncated. Nothing is learnt from the rows.
 *
 * @throws AfterlodeError INDEX_OPTION where there are none, lower is not below upper, or the scale is not above 0
 */
export function fitGoalposts({ code, direction, goalposts }: IndicatorSpec): Scale {
  hold(
    goalposts !== null,
    code,
    { en: 'no goalposts', zh: '没有上下限值' },
    { en: 'goalpost_lower and goalpost_upper', zh: 'goalpost_lower 和 goalpost_upper' },
  );
  const { lower, upper, scale, truncated } = goalposts;
  hold(
    lower < upper,
    code,
    { en: `goalposts ${lower}, ${upper}`, zh: `上下限值 ${lower}, ${upper}` },
    { en: 'a lower and a higher one', zh: '一低一高两个值' },
  );
  hold(
    scale > 0,
    code,
    { en: `goalpost_scale ${scale}`, zh: `goalpost_scale 为 ${scale}` },
    phrases.numberAbove0,
  );
  return {
    kind: 'linear',
    from: direction === 1 ? lower : upper,
    span: direction * (upper - lower),
    low: 0,
    width: scale,
    bounds: truncated ? [0, scale] : null,
  };
}
