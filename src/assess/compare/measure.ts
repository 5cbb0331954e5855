import { type Period, present, quantile } from '../../base/index.js';
import type { Direction } from '../../catalog/index.js';
import type { LikeClass } from './group-units.js';

/** An indicator or an index over units and periods: `values[unit * periods.length + period]`, `NaN` is missing. */
export interface ComparedMeasure {
  readonly periods: readonly Period[];
  readonly values: Float64Array;
}

/** What the units of a group come to in one period; `NaN` where none has a value. */
export interface GroupPoint {
  readonly period: Period;
  /** Units with a value. */
  readonly count: number;
  readonly median: number;
  readonly q1: number;
  readonly q3: number;
}

/** Median and quartiles of a group in each period, unweighted over the units that have a value. */
export function groupPoints(measure: ComparedMeasure, rows: readonly number[]): readonly GroupPoint[] {
  return measure.periods.map((period, at) => pointOf(period, valuesAt(measure, rows, at)));
}

/**
 * As `groupPoints` for the class of a place: in each period the narrowest class that has at least `minimum` values, so
 * that the numbers are those that lights go by; the widest where none has so many.
 */
export function likePoints(
  measure: ComparedMeasure,
  classes: readonly LikeClass[],
  minimum: number,
): readonly (GroupPoint & Pick<LikeClass, 'label'>)[] {
  return measure.periods.map((period, at) => {
    const counted = classes.map(({ label, rows }) => ({ label, values: valuesAt(measure, rows, at) }));
    const found = counted.find(({ values }) => values.length >= minimum);
    if (found !== undefined) return { ...pointOf(period, found.values), label: found.label };
    const widest = counted.at(-1)?.label ?? { en: '', zh: '' };
    return { ...pointOf(period, new Float64Array(0)), label: widest };
  });
}

function valuesAt({ periods, values }: ComparedMeasure, rows: readonly number[], at: number): Float64Array {
  return present(rows.map((row) => values[row * periods.length + at] as number));
}

function pointOf(period: Period, values: Float64Array): GroupPoint {
  const at = (share: number) => quantile(values, share);
  return { period, count: values.length, median: at(0.5), q1: at(0.25), q3: at(0.75) };
}

/** Rank of a value among those of others, 1 is best, ties take the smallest; null where it or the direction is missing. */
export function placeAmong(
  value: number,
  others: readonly number[],
  better: Direction,
): { readonly rank: number; readonly ranked: number } | null {
  if (Number.isNaN(value) || (better !== 'more' && better !== 'less')) return null;
  const ahead = (one: number) => (better === 'more' ? one > value : one < value);
  const known = others.filter((one) => !Number.isNaN(one));
  return { rank: known.filter(ahead).length + 1, ranked: known.length };
}
