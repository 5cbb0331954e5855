import type { Random } from '../../base/index.js';
import { designOf, operatorOf, type Terms } from './design.js';
import { yearsOf } from './network.js';
import type { Series } from './types.js';

/** Where each cell's series bends most. */
export interface Bends {
  /** Position of the epoch at which the slope changes; -1 where nothing can be said. */
  readonly epoch: Int16Array;
  /** mm per year; `NaN` where nothing can be said. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /**
   * Share of straight series with independent normal errors on the same dates that seem to bend at least as clearly, 0–1; of
   * all dates the best was picked there as well. `NaN` where nothing can be said.
   */
  readonly p: Float64Array;
}

/** Straight series that are made to compare with. */
const simulated = 999;

/** Epochs on each side of a bend, its own included. */
const leastBeside = 3;

/** A misfit below this share of the largest value is rounding. */
const exact = 1e-9;

/**
 * The one epoch at which two joined lines fit best instead of one, cell by cell, and how rarely noise does as well. The gain is
 * measured by F of the bend against the straight line; as the best of many dates is taken, tables of F are too generous (Andrews
 * 1993), so F is compared with the largest F of made straight series on the same dates (a Monte Carlo test: Dufour 2006).
 *
 * @param terms fitted on both sides of the comparison; an acceleration is a bend of another kind and has no place here
 * @param random seeded
 */
export function bendsOf(series: Series, terms: Omit<Terms, 'acceleration'>, random: Random): Bends {
  const cells = series.grid.width * series.grid.height;
  const missing = () => new Float64Array(cells).fill(Number.NaN);
  const found = { epoch: new Int16Array(cells).fill(-1), before: missing(), after: missing(), p: missing() };
  const search = searchOf(yearsOf(series.epochs), terms);
  if (search === null) return found;
  const limits = straightLimits(search, random);
  const values = new Float64Array(series.epochs.length);
  for (let cell = 0; cell < cells; cell++) {
    let largest = 0;
    for (let epoch = 0; epoch < values.length; epoch++) {
      const value = (series.cumulativeMm[epoch] as Float64Array)[cell] as number;
      values[epoch] = value;
      // A missing value stays the largest: nothing is larger.
      if (!(Math.abs(value) <= largest)) largest = Math.abs(value);
    }
    if (Number.isNaN(largest)) continue;
    const best = search.best(values, exact * largest);
    if (best === null) continue;
    found.epoch[cell] = best.epoch;
    const { before, after } = search.slopes(values, best);
    found.before[cell] = before;
    found.after[cell] = after;
    found.p[cell] = (1 + limits.length - placeOf(limits, best.f)) / (1 + limits.length);
  }
  return found;
}

interface Best {
  readonly epoch: number;
  /** Change of the slope. */
  readonly bend: number;
  readonly f: number;
}

interface Search {
  readonly epochs: number;
  /** null where the straight line leaves no misfit above `rounding`. */
  best(values: Float64Array, rounding: number): Best | null;
  slopes(values: Float64Array, best: Best): { readonly before: number; readonly after: number };
}

/** null where there are too few epochs to look for a bend. */
function searchOf(years: Float64Array, terms: Terms): Search | null {
  const epochs = years.length;
  const { columns } = designOf(years, terms);
  const free = epochs - columns.length - 2;
  if (epochs < 2 * leastBeside || free < 1) return null;
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const rest = without(column, basis);
    const length = lengthOf(rest);
    if (!(length > exact * lengthOf(column))) return null;
    basis.push(rest.map((value) => value / length));
  }
  const slope = operatorOf(columns).operator[1] as Float64Array;
  const hinges: { epoch: number; raw: Float64Array; unit: Float64Array; length: number }[] = [];
  for (let epoch = leastBeside - 1; epoch <= epochs - leastBeside; epoch++) {
    const raw = years.map((year) => Math.max(0, year - (years[epoch] as number)));
    const rest = without(raw, basis);
    const length = lengthOf(rest);
    if (length > exact * lengthOf(raw))
      hinges.push({ epoch, raw, unit: rest.map((value) => value / length), length });
  }
  const rest = new Float64Array(epochs);
  return {
    epochs,
    best(values, rounding) {
      rest.set(values);
      for (const direction of basis) take(rest, direction);
      const straight = dot(rest, rest);
      if (!(straight > epochs * rounding ** 2)) return null;
      let most = -1;
      let at = -1;
      let share = 0;
      for (let hinge = 0; hinge < hinges.length; hinge++) {
        const along = dot(rest, (hinges[hinge] as (typeof hinges)[number]).unit);
        if (along * along > most) [most, at, share] = [along * along, hinge, along];
      }
      const taken = hinges[at];
      if (taken === undefined) return null;
      const left = Math.max(0, straight - most);
      return { epoch: taken.epoch, bend: share / taken.length, f: most / 2 / (left / free) };
    },
    slopes(values, { epoch, bend }) {
      const raw = (hinges.find((one) => one.epoch === epoch) as (typeof hinges)[number]).raw;
      let before = 0;
      for (let at = 0; at < epochs; at++)
        before += (slope[at] as number) * ((values[at] as number) - bend * (raw[at] as number));
      return { before, after: before + bend };
    },
  };
}

/** Largest F of straight series with normal errors, ascending. */
function straightLimits(search: Search, random: Random): Float64Array {
  const values = new Float64Array(search.epochs);
  const limits = Float64Array.from({ length: simulated }, () => {
    for (let at = 0; at < values.length; at++) values[at] = normal(random);
    return search.best(values, 0)?.f ?? 0;
  });
  return limits.sort();
}

/** A normal number (Box and Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** How many of the ascending numbers are below a number. */
function placeOf(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function without(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const rest = column.slice();
  // Twice is enough to leave nothing but rounding (Kahan's rule).
  for (let round = 0; round < 2; round++) for (const direction of basis) take(rest, direction);
  return rest;
}

function take(from: Float64Array, direction: Float64Array): void {
  const factor = dot(from, direction);
  for (let at = 0; at < from.length; at++)
    from[at] = (from[at] as number) - factor * (direction[at] as number);
}

function lengthOf(values: Float64Array): number {
  return Math.sqrt(dot(values, values));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
