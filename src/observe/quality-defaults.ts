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
} as const;

/** The limit in force: the catalog's parameter, else the default. */
export function qualityLimit(id: keyof typeof qualityDefaults, catalog: Pick<Catalog, 'parameters'>): number {
  return catalog.parameters.get(id)?.value ?? qualityDefaults[id];
}
