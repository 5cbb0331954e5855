import { designOf, isDetermined, operatorOf, type Terms } from './design.js';
import { yearsOf } from './network.js';
import type { Rate, Series } from './types.js';

/** A line with terms through each series. */
export interface Fit extends Rate {
  /** mm per year²; null where it was not asked for. `NaN` where there is no answer, as below. */
  readonly accelerationMmPerYear2: Float64Array | null;
  /** Half the distance between the highest and the lowest of the yearly wave, mm. */
  readonly seasonMm: Float64Array | null;
  /** Error of the elevation model, m. */
  readonly elevationErrorM: Float64Array | null;
  /** Root of the mean squared distance from the line, mm. */
  readonly misfitMm: Float64Array;
  /** Share of the variance that is explained, 0–1; `NaN` where the series does not vary. */
  readonly explained: Float64Array;
}

/**
 * Fits a line with intercept, and terms if asked, through the series of each cell by least squares: slope in mm per year of
 * 365.25 days and its standard error, √(squared misfits ÷ (epochs − unknowns) · diagonal of the inverse of XᵀX).
 *
 * Cells that are not tied get the slope of their least-norm series: mask with `tied` where only measured values count. With as
 * many unknowns as epochs the standard error is `NaN`; with more, or where the dates do not tell the terms apart, everything is.
 */
export function fitSeries(series: Series, terms: Terms = {}): Fit {
  const years = yearsOf(series.epochs);
  const { columns, at } = designOf(years, terms);
  const epochs = years.length;
  const free = epochs - columns.length;
  const cells = series.grid.width * series.grid.height;
  const empty = () => new Float64Array(cells).fill(Number.NaN);
  const [rate, error, misfit, explained] = [empty(), empty(), empty(), empty()];
  const acceleration = at.acceleration < 0 ? null : empty();
  const season = at.season < 0 ? null : empty();
  const elevation = at.elevation < 0 ? null : empty();
  const result: Fit = {
    mmPerYear: rate,
    standardErrorMmPerYear: error,
    misfitMm: misfit,
    explained,
    accelerationMmPerYear2: acceleration,
    seasonMm: season,
    elevationErrorM: elevation,
  };
  if (!isDetermined(columns)) return result;
  const { operator, slopeVariance } = operatorOf(columns);
  const found = new Float64Array(columns.length);
  const values = new Float64Array(epochs);
  for (let cell = 0; cell < cells; cell++) {
    let sum = 0;
    for (let epoch = 0; epoch < epochs; epoch++) {
      const value = (series.cumulativeMm[epoch] as Float64Array)[cell] as number;
      values[epoch] = value;
      sum += value;
    }
    if (sum !== sum) continue;
    for (let k = 0; k < found.length; k++) {
      const row = operator[k] as Float64Array;
      let total = 0;
      for (let epoch = 0; epoch < epochs; epoch++)
        total += (row[epoch] as number) * (values[epoch] as number);
      found[k] = total;
    }
    let squares = 0;
    let spread = 0;
    for (let epoch = 0; epoch < epochs; epoch++) {
      let rest = values[epoch] as number;
      for (let k = 0; k < found.length; k++)
        rest -= (columns[k] as Float64Array)[epoch]! * (found[k] as number);
      squares += rest * rest;
      spread += ((values[epoch] as number) - sum / epochs) ** 2;
    }
    rate[cell] = found[1] as number;
    error[cell] = free > 0 ? Math.sqrt((squares / free) * slopeVariance) : Number.NaN;
    misfit[cell] = Math.sqrt(squares / epochs);
    explained[cell] = spread > 0 ? 1 - squares / spread : Number.NaN;
    if (acceleration) acceleration[cell] = found[at.acceleration] as number;
    if (season) season[cell] = Math.hypot(found[at.season] as number, found[at.season + 1] as number);
    if (elevation) elevation[cell] = found[at.elevation] as number;
  }
  return result;
}
