import { solvePositive } from './least-norm.js';

/** What besides a constant and a slope is fitted to a series. */
export interface Terms {
  /** One wave a year, as sine and cosine. */
  readonly season?: boolean;
  /** Half the acceleration times (years − their mean)²: the rate stays that of the middle of the dates. */
  readonly acceleration?: boolean;
  /**
   * Millimetres of line of sight that one metre of error of the elevation model causes, by epoch:
   * perpendicular baseline ÷ (slant range · sin incidence) · 1000. Its factor is the error in metres.
   */
  readonly elevation?: Float64Array | undefined;
}

/** Columns of the equations by name, and at which place they stand. */
export interface Design {
  /** Constant, years, then what was asked for, each by epoch. */
  readonly columns: readonly Float64Array[];
  /** -1 where a term was not asked for. */
  readonly at: { readonly acceleration: number; readonly season: number; readonly elevation: number };
}

/** A pivot that is this share of what it was before elimination is nothing but rounding. */
const dependent = 1e-10;

/** Columns of the equations of a line with terms. */
export function designOf(years: Float64Array, terms: Terms): Design {
  const columns: Float64Array[] = [new Float64Array(years.length).fill(1), years];
  const at = { acceleration: -1, season: -1, elevation: -1 };
  const middle = years.reduce((sum, year) => sum + year, 0) / years.length;
  if (terms.acceleration) at.acceleration = columns.push(years.map((year) => (year - middle) ** 2 / 2)) - 1;
  if (terms.season) {
    at.season = columns.push(years.map((year) => Math.sin(2 * Math.PI * year))) - 1;
    columns.push(years.map((year) => Math.cos(2 * Math.PI * year)));
  }
  if (terms.elevation) at.elevation = columns.push(terms.elevation) - 1;
  return { columns, at };
}

/** Rows that turn a series into its unknowns, and the slope's variance for errors of variance 1. All cells share both. */
export function operatorOf(columns: readonly Float64Array[]) {
  const normal = normalOf(columns);
  const inverse = columns.map((_, at) => {
    const unit = new Float64Array(columns.length);
    unit[at] = 1;
    solvePositive(normal.slice(), unit);
    return unit;
  });
  const operator = inverse.map((row) =>
    (columns[0] as Float64Array).map((_, epoch) =>
      columns.reduce((sum, column, k) => sum + (row[k] as number) * (column[epoch] as number), 0),
    ),
  );
  return { operator, slopeVariance: inverse[1]?.[1] as number };
}

/**
 * The row that turns a series into its slope where each epoch counts so many times.
 *
 * @param times by epoch, from 0
 * @returns null where the epochs that count do not tell the columns apart: then any slope is as good as another
 */
export function slopeRow(columns: readonly Float64Array[], times: Float64Array): Float64Array | null {
  const normal = normalOf(columns, times);
  const pivots = normal.slice();
  const size = columns.length;
  const unit = new Float64Array(size);
  unit[1] = 1;
  solvePositive(pivots, unit);
  for (let at = 0; at < size; at++) {
    const place = at * size + at;
    if (!((pivots[place] as number) > dependent * (normal[place] as number))) return null;
  }
  return times.map(
    (weight, epoch) =>
      weight * columns.reduce((sum, column, k) => sum + (unit[k] as number) * (column[epoch] as number), 0),
  );
}

/** Whether the epochs tell all columns apart. */
export function isDetermined(columns: readonly Float64Array[]): boolean {
  const epochs = columns[0]?.length ?? 0;
  return epochs >= columns.length && slopeRow(columns, new Float64Array(epochs).fill(1)) !== null;
}

function normalOf(columns: readonly Float64Array[], times?: Float64Array): Float64Array {
  const size = columns.length;
  const normal = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      normal[i * size + j] = dot(columns[i] as Float64Array, columns[j] as Float64Array, times);
  return normal;
}

function dot(a: Float64Array, b: Float64Array, times?: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number) * (times?.[i] ?? 1);
  return sum;
}
