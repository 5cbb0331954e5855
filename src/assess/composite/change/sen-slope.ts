import { quantile } from '../../../base/index.js';
import { mannKendall } from './mann-kendall.js';
import { normalExceeded } from './normal.js';
import type { Series } from './series.js';

/** The usual slope of a series, in units of the value per unit of time. */
export interface SenSlope {
  readonly slope: number;
  readonly low: number;
  readonly high: number;
  /** Of the line through the median of value − slope · time. */
  readonly intercept: number;
}

/**
 * Sen's slope: the median of the slopes of all pairs of known values, which single outliers do not move.
 *
 * The interval takes, of the N ordered slopes, those in places (N − C) ÷ 2 and (N + C) ÷ 2 + 1, where C = z · √Var S (see
 * `mannKendall`), between places by straight line; beyond the ends it is missing: so few values say nothing. Missing with
 * fewer than two values.
 *
 * Source: Sen 1968, interval as in Gilbert 1987 (M).
 *
 * @param confidence 0 to 1, both ends excluded
 */
export function senSlope(series: Pick<Series, 'times' | 'values'>, confidence = 0.95): SenSlope {
  const { times, values } = series;
  const slopes: number[] = [];
  for (let later = 1; later < values.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      const step = (times[later] as number) - (times[earlier] as number);
      slopes.push(((values[later] as number) - (values[earlier] as number)) / step);
    }
  }
  const ordered = Float64Array.from(slopes).sort();
  const slope = quantile(ordered, 0.5);
  const rests = Float64Array.from(values, (value, at) => value - slope * (times[at] as number)).sort();
  const width = normalExceeded((1 - confidence) / 2) * Math.sqrt(mannKendall(series).variance);
  return {
    slope,
    low: inPlace(ordered, (ordered.length - width) / 2),
    high: inPlace(ordered, (ordered.length + width) / 2 + 1),
    intercept: quantile(rests, 0.5),
  };
}

/** The value in a place from 1, between places by straight line; `NaN` beyond the ends. */
function inPlace(ordered: Float64Array, place: number): number {
  if (!(place >= 1 && place <= ordered.length)) return Number.NaN;
  const below = ordered[Math.floor(place) - 1] as number;
  const above = ordered[Math.ceil(place) - 1] as number;
  return below + (above - below) * (place - Math.floor(place));
}
