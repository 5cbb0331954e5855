import { phrases } from '../../../base/index.js';
import type { IndicatorSpec, Normalisation, Scale, Stretch, Values } from '../types.js';
import { fitDistanceToReference } from './distance-to-reference.js';
import { fitDistanceToTarget } from './distance-to-target.js';
import { fitFractionOfMax } from './fraction-of-max.js';
import { fitGoalposts } from './goalposts.js';
import { hold } from './hold.js';
import { fitDistanceToMax, fitMinmax } from './minmax.js';
import { fitPlace } from './place.js';
import { fitZscore } from './zscore.js';

/** Of whom a scale is learnt. */
export interface ScaleContext {
  readonly indicator: IndicatorSpec;
  /** One byte per row, 0: not in the reference; null: all rows are. */
  readonly reference: Uint8Array | null;
  /** Rows the scale is learnt from; it can be applied to any row. */
  readonly stretch: Stretch;
  /** By row. */
  readonly units: readonly string[];
}

/**
 * Learns the scale of one indicator from the rows of a stretch that are in the reference. Missing values teach nothing.
 * Every method takes the direction into account except `scaled` and `none`, which leave values as they stand.
 *
 * @param values by row of the whole table
 * @returns a scale for any row, in this year or another; `empty` where nothing can be said, with the reason
 * @throws AfterlodeError INDEX_OPTION where a setting of the method is impossible or the indicator lacks what it needs
 */
export function fitScale(values: Values, how: Normalisation, context: ScaleContext): Scale {
  const { indicator, reference, stretch, units } = context;
  const { direction } = indicator;
  const rows = { values, reference, stretch };
  switch (how.method) {
    case 'minmax':
      return fitMinmax(rows, how, direction);
    case 'zscore':
      return fitZscore(rows, how, direction);
    case 'scaled':
      return fitScaled(how.from, how.span);
    case 'none':
      return fitScaled(0, 1);
    case 'rank':
    case 'borda':
    case 'percentile':
      return fitPlace(rows, how.method, direction);
    case 'distance-to-max':
      return fitDistanceToMax(rows, direction);
    case 'fraction-of-max':
      return fitFractionOfMax(rows, direction);
    case 'distance-to-reference':
      return fitDistanceToReference(rows, how, direction, units);
    case 'distance-to-target':
      return fitDistanceToTarget(rows, how, indicator);
    case 'goalposts':
      return fitGoalposts(indicator);
  }
}

/** (x − from) ÷ span, the same for all indicators; direction is not applied. */
function fitScaled(from: number, span: number): Scale {
  hold(Number.isFinite(from), 'scaled', from, phrases.number);
  hold(Number.isFinite(span) && span !== 0, 'scaled', span, {
    en: 'a span other than 0',
    zh: '不为 0 的跨度',
  });
  return { kind: 'linear', from, span, low: 0, width: 1, bounds: null };
}
