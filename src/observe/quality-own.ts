import { present, quantile } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';
import { qualityLimit } from './quality-defaults.js';
import { type QualitySet, type Series, seriesValue } from './quality-series.js';

/** What the own series of units says each value should be near, in natural logarithms; `[city * span + year - first]`. */
export interface OwnLevels {
  readonly series: Series;
  /** Logarithm of the value; `NaN` where it is missing, zero or negative. */
  readonly logs: Float64Array;
  /**
   * Middle of the two neighbours in time; with one of them, that one and the median change of all units over the year.
   * Also where the value itself is missing.
   */
  readonly expected: Float64Array;
  /** Distance from the expectation that is far for this indicator; `NaN` where there are too few values. */
  readonly far: number;
}

/** Expectations from the units' own neighbours in time, and how far values usually lie from them. */
export function ownLevels(set: QualitySet, series: Series, catalog: Pick<Catalog, 'parameters'>): OwnLevels {
  const { span } = set;
  const logs = Float64Array.from(series.entries, (entry) => {
    const value = seriesValue(set, entry);
    return value > 0 ? Math.log(value) : Number.NaN;
  });
  const changes = yearlyChanges(logs, span);
  const expected = new Float64Array(logs.length).fill(Number.NaN);
  const distances: number[] = [];
  for (let cell = 0; cell < logs.length; cell++) {
    const year = cell % span;
    const before = year === 0 ? Number.NaN : (logs[cell - 1] as number);
    const after = year === span - 1 ? Number.NaN : (logs[cell + 1] as number);
    const middle = (before + after) / 2;
    if (!Number.isNaN(middle)) expected[cell] = middle;
    else if (Number.isNaN(after)) expected[cell] = before + (changes[year] as number);
    else expected[cell] = after - (changes[year + 1] as number);
    const distance = Math.abs((logs[cell] as number) - (expected[cell] as number));
    if (!Number.isNaN(distance)) distances.push(distance);
  }
  const enough = distances.length >= qualityLimit('quality_spike_changes', catalog);
  const share = qualityLimit('quality_far_share', catalog);
  const far = enough ? quantile(Float64Array.from(distances).sort(), share) : Number.NaN;
  return { series, logs, expected, far };
}

/** Distance of a value from what is expected in a cell, which may be another unit's; `NaN` where one is missing. */
export function distanceTo({ logs, expected }: OwnLevels, at: number, cell: number): number {
  return Math.abs((logs[at] as number) - (expected[cell] as number));
}

/** Whether a value lies far from its own years, and not between its two neighbours, where it could be a step on the way. */
export function isFar(levels: OwnLevels, cell: number, span: number): boolean {
  if (!(distanceTo(levels, cell, cell) > levels.far)) return false;
  const value = levels.logs[cell] as number;
  const before = cell % span === 0 ? Number.NaN : (levels.logs[cell - 1] as number);
  const after = cell % span === span - 1 ? Number.NaN : (levels.logs[cell + 1] as number);
  return !((before <= value && value <= after) || (after <= value && value <= before));
}

/** Median change into each year over all units; that of all years where no unit has one. */
function yearlyChanges(logs: Float64Array, span: number): Float64Array {
  const byYear = Array.from({ length: span }, () => [] as number[]);
  for (let cell = 0; cell < logs.length; cell++) {
    const change = cell % span === 0 ? Number.NaN : (logs[cell] as number) - (logs[cell - 1] as number);
    if (!Number.isNaN(change)) byYear[cell % span]?.push(change);
  }
  const whole = quantile(present(byYear.flat()), 0.5);
  return Float64Array.from(byYear, (found) => (found.length === 0 ? whole : quantile(present(found), 0.5)));
}
