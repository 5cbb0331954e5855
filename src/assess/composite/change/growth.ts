import type { Series } from './series.js';

/**
 * Compound growth: (last ÷ first)^(1 ÷ (last time − first time)) − 1, a share per unit of time; only the first and the
 * last known value count. Missing with fewer than two values, or where one of both is not above 0.
 *
 * Source: standard; COINr `CAGR`.
 */
export function compoundGrowth({ values, first, last }: Series): number {
  const from = values[0] ?? Number.NaN;
  const to = values.at(-1) ?? Number.NaN;
  if (!(from > 0 && to > 0 && last > first)) return Number.NaN;
  return Math.expm1(Math.log(to / from) / (last - first));
}

/**
 * Average change in percent per unit of time: slope of the straight line of least squares ÷ the line's value at the
 * first known time × 100. All known values count. Missing with fewer than two values, or where the line starts at 0.
 *
 * Source: COINr `prc_change`, found from its results: it divides by the fitted first value, not by the observed one.
 */
export function percentChange({ times, values, first }: Series): number {
  const count = values.length;
  if (count < 2) return Number.NaN;
  const middle = times.reduce((sum, time) => sum + time, 0) / count;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  let [products, squares] = [0, 0];
  for (let at = 0; at < count; at++) {
    const distance = (times[at] as number) - middle;
    products += distance * ((values[at] as number) - mean);
    squares += distance * distance;
  }
  const slope = products / squares;
  const start = mean + slope * (first - middle);
  return start === 0 ? Number.NaN : (100 * slope) / start;
}
