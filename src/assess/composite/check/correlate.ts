import type { Values } from '../types.js';
import { kendall, kendallOfPlaces } from './kendall.js';
import { pearson } from './pearson.js';
import { meanRanks, placesOf } from './places.js';
import { spearman, spearmanOfPlaces } from './spearman.js';

/** Ways to measure how two columns go together. */
export type CorrelationKind = 'pearson' | 'spearman' | 'kendall';

/**
 * Correlation of two columns over the rows in which both have a value.
 *
 * @returns −1 to 1; `NaN` where fewer than two rows are left or one of the two is constant in them
 */
export function correlate(a: Values, b: Values, kind: CorrelationKind = 'pearson'): number {
  return measures[kind](a, b);
}

const measures = { pearson, spearman, kendall };

/**
 * Correlations of all pairs of columns, each over the rows in which both have a value.
 *
 * @returns `matrix[i * columns.length + j]`, symmetric; 1 on the diagonal, `NaN` there and beside for a constant column
 */
export function correlationMatrix(
  columns: readonly Values[],
  kind: CorrelationKind = 'pearson',
): Float64Array {
  const size = columns.length;
  const matrix = new Float64Array(size * size);
  // What a column needs for all its pairs is made once: places, and without gaps a centred column of length 1.
  const prepared = kind === 'pearson' ? columns : columns.map(placesOf);
  const ready = columns.map((column) => (kind === 'kendall' ? null : unitLength(column, kind)));
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      const [a, b] = [ready[i], ready[j]];
      const found = a && b ? dot(a, b) : ofPrepared[kind](prepared[i] as Values, prepared[j] as Values);
      const value = i === j && !Number.isNaN(found) ? 1 : found;
      matrix[i * size + j] = value;
      matrix[j * size + i] = value;
    }
  }
  return matrix;
}

const ofPrepared = { pearson, spearman: spearmanOfPlaces, kendall: kendallOfPlaces };

/** The column (or its ranks) less its mean, of length 1; null where it has gaps or is constant. */
function unitLength(column: Values, kind: 'pearson' | 'spearman'): Values | null {
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number;
    if (value !== value) return null;
    sum += value;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (!(most > least)) return null;
  const values = kind === 'spearman' ? meanRanks(column) : column;
  const mean = kind === 'spearman' ? (column.length + 1) / 2 : sum / column.length;
  const range = kind === 'spearman' ? 1 : most - least;
  const centred = new Float64Array(column.length);
  let square = 0;
  for (let row = 0; row < column.length; row++) {
    const distance = ((values[row] as number) - mean) / range;
    centred[row] = distance;
    square += distance * distance;
  }
  const length = Math.sqrt(square);
  for (let row = 0; row < centred.length; row++) centred[row] = (centred[row] as number) / length;
  return centred;
}

function dot(a: Values, b: Values): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += (a[row] as number) * (b[row] as number);
  return Math.max(-1, Math.min(1, sum));
}
