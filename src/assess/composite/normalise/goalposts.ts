import type { IndicatorSpec, Scale } from '../types.js';
import { hold } from './hold.js';

/**
 * Goalposts in natural units, direction apart: (x − lower) ÷ (upper − lower) · scale, or (upper − x) ÷ (upper − lower) ·
 * scale where less is better; bounded to 0 and the scale if truncated. Nothing is learnt from the rows.
 *
 * @throws AfterlodeError INDEX_OPTION where there are none, lower is not below upper, or the scale is not above 0
 */
export function fitGoalposts({ code, direction, goalposts }: IndicatorSpec): Scale {
  hold(goalposts !== null, code, 'no goalposts', 'goalpost_lower and goalpost_upper');
  const { lower, upper, scale, truncated } = goalposts;
  hold(lower < upper, code, `goalposts ${lower}, ${upper}`, 'a lower and a higher one');
  hold(scale > 0, code, `goalpost_scale ${scale}`, 'a number above 0');
  return {
    kind: 'linear',
    from: direction === 1 ? lower : upper,
    span: direction * (upper - lower),
    low: 0,
    width: scale,
    bounds: truncated ? [0, scale] : null,
  };
}
