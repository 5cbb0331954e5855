import type { IndicatorSpec, Normalisation, Scale } from '../../types.js';
import { applyScale, fitScale } from '../index.js';

/** Short words for tests of scales. */

export const missing = Number.NaN;
export const column = (...values: number[]) => Float64Array.from(values);
export const spec = (other: Partial<IndicatorSpec> = {}): IndicatorSpec => ({
  code: 'x',
  direction: 1,
  goalposts: null,
  target: null,
  denominator: null,
  ...other,
});
export const less = spec({ direction: -1 });
export const minmax = { method: 'minmax', low: 0, high: 100, trim: 0 } as const;
export const zscore = { method: 'zscore', mean: 10, deviation: 2 } as const;

export function fit(
  values: Float64Array,
  how: Normalisation,
  indicator = spec(),
  reference: Uint8Array | null = null,
): Scale {
  const units = Array.from(values, (_, row) => `u${row}`);
  return fitScale(values, how, { indicator, reference, stretch: { from: 0, to: values.length }, units });
}
export const score = (values: Float64Array, how: Normalisation, indicator = spec()) =>
  Array.from(applyScale(fit(values, how, indicator), values), (value) => value + 0);
