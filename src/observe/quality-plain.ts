import { quantile } from '../base/index.js';
import type { Catalog, Indicator } from '../catalog/index.js';
import { short } from './merge.js';
import { qualityLimit } from './quality-defaults.js';
import { doubt, type QualityMarks } from './quality-marks.js';
import { type QualitySet, type Series, seriesValue } from './quality-series.js';
import { scaleOf } from './units.js';

/** Values outside the valid range of their indicator. */
export function checkRange(
  set: QualitySet,
  catalog: Pick<Catalog, 'indicators' | 'units'>,
  marks: QualityMarks,
): void {
  const ranges = set.columns.indicators.map((id) => validRange(catalog.indicators.get(id), catalog));
  for (let at = 0; at < set.base.length; at++) {
    const value = set.base[at] as number;
    const range = ranges[set.columns.indicator[at] as number];
    if (!range || !(value < range[0] || value > range[1])) continue;
    doubt(set, at, 'QUALITY_RANGE', { found: short(value), expected: `${range[0]}–${range[1]}` }, marks);
  }
}

/** The catalog states valid ranges in the indicator's own unit; here they are needed in its base unit. */
function validRange(
  indicator: Indicator | undefined,
  catalog: Pick<Catalog, 'units'>,
): readonly [number, number] | null {
  if (indicator === undefined) return null;
  const scale = scaleOf(indicator.unit, catalog);
  const factor = scale === null ? 1 : scale.times / scale.over;
  return [indicator.valid[0] * factor, indicator.valid[1] * factor];
}

/** A spike lies above or below both neighbours by more than the factor; only positive values can be compared so. */
export function checkSpikes(
  set: QualitySet,
  series: Series,
  catalog: Pick<Catalog, 'parameters'>,
  marks: QualityMarks,
): void {
  const factor = spikeFactor(set, series, catalog);
  const { entries } = series;
  for (let at = 1; at < entries.length - 1; at++) {
    const entry = entries[at] as number;
    if (entry === 0 || at % set.span === 0 || at % set.span === set.span - 1) continue;
    const value = seriesValue(set, entry);
    const before = seriesValue(set, entries[at - 1] as number);
    const after = seriesValue(set, entries[at + 1] as number);
    if (!(value > 0 && before > 0 && after > 0)) continue;
    const above = value > before * factor && value > after * factor;
    const below = before > value * factor && after > value * factor;
    if (!above && !below) continue;
    const facts = { found: short(value), before: short(before), after: short(after) };
    doubt(set, entry - 1, 'QUALITY_SPIKE', facts, marks);
  }
}

/** How far a value must lie from both neighbours: further than changes of this indicator usually go. */
function spikeFactor(set: QualitySet, series: Series, catalog: Pick<Catalog, 'parameters'>): number {
  const changes: number[] = [];
  const { entries } = series;
  for (let at = 1; at < entries.length; at++) {
    if (entries[at] === 0 || entries[at - 1] === 0 || at % set.span === 0) continue;
    const change = seriesValue(set, entries[at] as number) / seriesValue(set, entries[at - 1] as number);
    if (change > 0 && change < Number.POSITIVE_INFINITY) changes.push(Math.abs(Math.log(change)));
  }
  return usualFactor(changes, catalog);
}

/**
 * The factor beyond which a change from one year to the next is unusual for an indicator.
 *
 * @param changes |ln(value / value of the year before)| of the indicator, of any units and years
 */
export function usualFactor(changes: readonly number[], catalog: Pick<Catalog, 'parameters'>): number {
  if (changes.length < qualityLimit('quality_spike_changes', catalog)) {
    return qualityLimit('quality_spike_factor', catalog);
  }
  const usual = quantile(Float64Array.from(changes).sort(), qualityLimit('quality_spike_share', catalog));
  return Math.max(Math.exp(usual), qualityLimit('quality_spike_least', catalog));
}

/** Where the parts miss the whole, one of them is wrong, and which one the sum cannot tell: all are doubtful. */
export function checkSum(
  set: QualitySet,
  whole: Series,
  parts: readonly Series[],
  catalog: Pick<Catalog, 'parameters'>,
  marks: QualityMarks,
): void {
  const tolerance = qualityLimit('quality_sum_tolerance', catalog);
  for (let at = 0; at < whole.entries.length; at++) {
    const entry = whole.entries[at] as number;
    const expected = seriesValue(set, entry);
    if (Number.isNaN(expected)) continue;
    let found = 0;
    for (const part of parts) found += seriesValue(set, part.entries[at] as number);
    if (!(Math.abs(found - expected) > tolerance * Math.abs(expected))) continue;
    const difference = expected === 0 ? '∞' : ((found / expected - 1) * 100).toFixed(1);
    const facts = { found: short(found), expected: short(expected), difference };
    const parted = parts.map((part) => (part.entries[at] as number) - 1);
    doubt(set, entry - 1, 'QUALITY_SUM', facts, marks, parted);
  }
}
