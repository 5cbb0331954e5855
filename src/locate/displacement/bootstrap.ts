import type { Random } from '../../base/index.js';
import { designOf, slopeRow, type Terms } from './design.js';
import { yearsOf } from './network.js';
import type { Series } from './types.js';

/** The middle 95% of bootstrapped rates, mm per year; `NaN` where there is no answer. */
export interface RateInterval {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** How many drawings may fail to tell the unknowns apart for each one that is wanted, before none is believed. */
const mostTries = 20;

/**
 * Bootstrap of each cell's rate: epochs are drawn with replacement, line and terms are fitted anew, and of the slopes the middle
 * 95% is told (Efron and Tibshirani 1986). All cells share the drawings, so that neighbours can be compared and parts of a scene
 * give what the whole gives.
 *
 * @param random seeded, so that equal input gives equal answer
 * @param runs drawings
 * @returns `NaN` everywhere where there are no more epochs than unknowns, or hardly any drawing tells the unknowns apart
 */
export function bootstrapRates(series: Series, terms: Terms, random: Random, runs: number): RateInterval {
  const cells = series.grid.width * series.grid.height;
  const low = new Float64Array(cells).fill(Number.NaN);
  const high = low.slice();
  const years = yearsOf(series.epochs);
  const { columns } = designOf(years, terms);
  const epochs = years.length;
  if (epochs <= columns.length) return { low, high };
  const rows = drawnRows(columns, random, runs);
  if (rows === null) return { low, high };
  const slopes = new Float64Array(runs);
  const values = new Float64Array(epochs);
  const [first, last] = [Math.floor(0.025 * runs), Math.ceil(0.975 * runs) - 1];
  for (let cell = 0; cell < cells; cell++) {
    let sum = 0;
    for (let epoch = 0; epoch < epochs; epoch++) {
      values[epoch] = (series.cumulativeMm[epoch] as Float64Array)[cell] as number;
      sum += values[epoch] as number;
    }
    // NaN is the one number that differs from itself.
    if (sum !== sum) continue;
    for (let run = 0; run < runs; run++) {
      const row = rows[run] as Float64Array;
      let slope = 0;
      for (let epoch = 0; epoch < epochs; epoch++)
        slope += (row[epoch] as number) * (values[epoch] as number);
      slopes[run] = slope;
    }
    slopes.sort();
    low[cell] = slopes[first] as number;
    high[cell] = slopes[last] as number;
  }
  return { low, high };
}

/** One row for each drawing; a drawing that does not tell the unknowns apart is made again. */
function drawnRows(columns: readonly Float64Array[], random: Random, runs: number): Float64Array[] | null {
  const epochs = columns[0]?.length ?? 0;
  const rows: Float64Array[] = [];
  for (let attempt = 0; attempt < mostTries * runs && rows.length < runs; attempt++) {
    const times = new Float64Array(epochs);
    for (let draw = 0; draw < epochs; draw++) {
      const at = Math.floor(random() * epochs);
      times[at] = (times[at] as number) + 1;
    }
    const row = slopeRow(columns, times);
    if (row !== null) rows.push(row);
  }
  return rows.length === runs ? rows : null;
}
