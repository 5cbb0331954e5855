import { AfterlodeError } from '../../../base/index.js';

/** The known points of a series, in order of time, with what a trend says of its span. */
export interface Series {
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** Times with a value ÷ times of the series, 0–1. */
  readonly availability: number;
  /** First and last time with a value; `NaN` where there is none. */
  readonly first: number;
  readonly last: number;
}

/**
 * The known points of a series.
 *
 * @param values by time; `NaN` is missing
 * @param times ascending, each once, in any unit; gaps may be of any length
 * @throws AfterlodeError INDEX_TABLE for times that do not ascend
 */
export function seriesOf(values: ArrayLike<number>, times: ArrayLike<number>): Series {
  for (let at = 0; at < values.length; at++) {
    if (at > 0 ? (times[at] as number) > (times[at - 1] as number) : Number.isFinite(times[0])) continue;
    throw new AfterlodeError(
      'INDEX_TABLE',
      { en: `time ${at + 1}`, zh: `第 ${at + 1} 个时间` },
      {
        found: String(times[at]),
        expected: { en: 'times in ascending order, one for each value', zh: '升序排列的时间，每个数值一个' },
      },
    );
  }
  const known = Array.from({ length: values.length }, (_, at) => at).filter(
    (at) => !Number.isNaN(values[at] as number),
  );
  const kept = Float64Array.from(known, (at) => times[at] as number);
  return {
    times: kept,
    values: Float64Array.from(known, (at) => values[at] as number),
    availability: values.length === 0 ? Number.NaN : known.length / values.length,
    first: kept[0] ?? Number.NaN,
    last: kept.at(-1) ?? Number.NaN,
  };
}
