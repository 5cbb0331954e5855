import type { Catalog } from '../catalog/index.js';

/**
 * Limits of the data-quality checks where the catalog has no parameter of that name. All are the project's own rules (mark D):
 * they say where to look and decide nothing. A parameter `quality_…` of the catalog overrules the value here.
 */
export const qualityDefaults = {
  /** Share by which the parts may miss the whole, and by which two sources may differ, before it is reported. */
  quality_sum_tolerance: 0.01,
  quality_source_tolerance: 0.01,
  /**
   * A spike lies above or below both neighbours by more than this share of all changes of the indicator from year to year, and
   * by at least the factor below. On an annual panel of 300 prefectures whose spikes had been picked out independently, 0.95 and
   * 1.05 report 378 values, among them 125 of the 126 picked ones; 0.97 reports 245, among them 95.
   */
  quality_spike_share: 0.95,
  quality_spike_least: 1.05,
  /** Below this number of changes the share says nothing; then this factor alone makes a spike. */
  quality_spike_changes: 100,
  quality_spike_factor: 1.5,
  /**
   * Repeats are reported only for indicators where they are rarer than this share of all steps from year to year: an area
   * stays the same, a product does not.
   */
  quality_repeat_share: 0.05,
  /** A repeat is no chance where the last written digit is less than this share of the usual change of a year. */
  quality_repeat_chance: 0.1,
  /** So many units that repeat one indicator in one year, or indicators that one unit repeats, are a pattern and not a chance. */
  quality_repeat_units: 5,
  quality_repeat_indicators: 2,
  /**
   * A value is far from its own neighbours in time beyond this share of all distances of the indicator. It fits another unit
   * where it lies so many times nearer to that unit's own years. A row of another unit shows in at least so many indicators,
   * one alone in one more; a shift shows in so many rows.
   */
  quality_far_share: 0.95,
  quality_nearer_factor: 3,
  quality_displaced_indicators: 2,
  quality_displaced_rows: 3,
  /** The same number in two units is no chance where, at its digits, fewer than so many equal neighbours are to be expected. */
  quality_equal_chance: 0.003,
  /** A unit carries a total where it lies within this share of the sum of the units of a region. */
  quality_total_tolerance: 0.1,
  /** Years to each side in which the usual level of a value is looked for. */
  quality_digit_years: 3,
  /** How far a power of ten may be missed, as a factor. */
  quality_digit_tolerance: 1.6,
  /** Powers of ten are reported only where jumps of that size are rarer than this share of the values of the indicator. */
  quality_digit_share: 0.01,
} as const;

/** Name of a limit. */
export type QualityLimit = keyof typeof qualityDefaults;

/** The limit in force: the catalog's parameter, else the default. */
export function qualityLimit(id: QualityLimit, catalog: Pick<Catalog, 'parameters'>): number {
  return catalog.parameters.get(id)?.value ?? qualityDefaults[id];
}
