import { fitSeries } from '../displacement/fit.js';
import type { Bowl, BowlSettings, BowlTrend } from './types.js';

/** A half with fewer dates has no error of its slope. */
const leastDates = 3;

type Halves = Pick<Bowl, 'trend' | 'earlyMmPerYear' | 'lateMmPerYear' | 'changeErrorMmPerYear'>;

/**
 * Compares the rates of the first and the second half of a series, which share the middle date where their number is odd.
 *
 * - stopped: moved before, is slower for sure, and now surely counts as still ground
 * - steady: the change, with its error, is less than the rate that counts as still
 * - growing, slowing: faster or slower for sure
 * - cannot_say: the error is larger than that, or there are fewer than six dates
 *
 * @param epochs ISO dates, ascending
 * @param mm one value for each, negative sinks; any missing: cannot_say
 */
export function trendOf(
  epochs: readonly string[],
  mm: Float64Array,
  settings: Pick<BowlSettings, 'sureErrors' | 'stillMmPerYear'>,
): Halves {
  const half = Math.ceil(epochs.length / 2);
  const early = lineOf(epochs.slice(0, half), mm.subarray(0, half));
  const late = lineOf(epochs.slice(-half), mm.subarray(-half));
  const faster = early.rate - late.rate;
  const error = Math.hypot(early.error, late.error);
  const found = { earlyMmPerYear: early.rate, lateMmPerYear: late.rate, changeErrorMmPerYear: error };
  const sure = settings.sureErrors * error;
  const rest = -late.rate + settings.sureErrors * late.error;
  let trend: BowlTrend = 'cannot_say';
  if (epochs.length < 2 * leastDates || Number.isNaN(sure)) return { trend, ...found };
  const [moved, stands] = [-early.rate > settings.stillMmPerYear, rest < settings.stillMmPerYear];
  if (-faster > sure && moved && stands) trend = 'stopped';
  else if (Math.abs(faster) + sure <= settings.stillMmPerYear) trend = 'steady';
  else if (Math.abs(faster) > sure) trend = faster > 0 ? 'growing' : 'slowing';
  return { trend, ...found };
}

function lineOf(epochs: readonly string[], mm: Float64Array): { rate: number; error: number } {
  const grid = { width: 1, height: 1, originX: 0, originY: 0, cellWidth: 1, cellHeight: -1, crs: null };
  const { mmPerYear, standardErrorMmPerYear } = fitSeries({
    grid,
    epochs,
    cumulativeMm: Array.from(mm, (value) => Float64Array.of(value)),
    rank: Uint16Array.of(epochs.length - 1),
    tied: Uint8Array.of(1),
  });
  return { rate: mmPerYear[0] as number, error: standardErrorMmPerYear[0] as number };
}
