import { type Period, yearOf } from '../base/index.js';
import { type Column, flag } from '../observe/index.js';
import type { FormulaMethod } from './formulas/index.js';

/** What an operator fills: values start as `NaN`, flags as 0; `[city * periods + period]`. */
export interface Computed {
  readonly values: Float64Array;
  readonly flags: Uint8Array;
}

type Inputs = readonly Column[];

/** First ÷ second; missing where the second is 0. */
export function computeRatio([over, under]: Inputs, into: Computed): void {
  if (!over || !under) return;
  for (let cell = 0; cell < into.values.length; cell++) {
    const divisor = under.values[cell] as number;
    if (divisor === 0) continue;
    into.values[cell] = (over.values[cell] as number) / divisor;
    into.flags[cell] = (over.flags[cell] as number) | (under.flags[cell] as number);
  }
}

/** First − second. */
export function computeDifference([from, less]: Inputs, into: Computed): void {
  if (!from || !less) return;
  for (let cell = 0; cell < into.values.length; cell++) {
    into.values[cell] = (from.values[cell] as number) - (less.values[cell] as number);
    into.flags[cell] = (from.flags[cell] as number) | (less.flags[cell] as number);
  }
}

/** Value ÷ value `years` before − 1; missing where the earlier value is 0 or its period is not in the panel. */
export function computeGrowth(
  [column]: Inputs,
  into: Computed,
  periods: readonly Period[],
  years: number,
): void {
  if (!column) return;
  const earlier = periods.map((period) => earlierPeriod(periods, period, years));
  for (let cell = 0; cell < into.values.length; cell++) {
    const at = cell % periods.length;
    const before = earlier[at] as number;
    if (before < 0) continue;
    const cellBefore = cell - at + before;
    const base = column.values[cellBefore] as number;
    if (base === 0) continue;
    into.values[cell] = (column.values[cell] as number) / base - 1;
    into.flags[cell] = (column.flags[cell] as number) | (column.flags[cellBefore] as number);
  }
}

/** Index of the period of the same kind `years` before (`2020-Q3` → `2019-Q3`); -1 where the panel has none. */
export function earlierPeriod(periods: readonly Period[], period: Period, years: number): number {
  const wanted = `${yearOf(period) - years}${period.slice(4)}`;
  return periods.findIndex((other) => other === wanted);
}

/** Sum of all inputs; missing where one is missing. */
export function computeSum(inputs: Inputs, into: Computed): void {
  for (let cell = 0; cell < into.values.length; cell++) {
    let sum = 0;
    let flags = 0;
    for (const column of inputs) {
      sum += column.values[cell] as number;
      flags |= column.flags[cell] as number;
    }
    into.values[cell] = sum;
    into.flags[cell] = flags;
  }
}

/** Mean of all inputs; missing where one is missing. */
export function computeMean(inputs: Inputs, into: Computed): void {
  computeSum(inputs, into);
  for (let cell = 0; cell < into.values.length; cell++) {
    into.values[cell] = (into.values[cell] as number) / inputs.length;
  }
}

/** The first input that is not missing; any but the first sets the flag `fallback`. */
export function computeFirst(inputs: Inputs, into: Computed): void {
  for (let cell = 0; cell < into.values.length; cell++) {
    for (let i = 0; i < inputs.length; i++) {
      const column = inputs[i] as Column;
      const value = column.values[cell] as number;
      if (Number.isNaN(value)) continue;
      into.values[cell] = value;
      into.flags[cell] = (column.flags[cell] as number) | (i > 0 ? flag.fallback : 0);
      break;
    }
  }
}

/**
 * A registered method, cell by cell; missing where an input, or an input of the country, is missing.
 *
 * @param country index of the country's row in the panel, -1 for none
 */
export function computeMethod(
  method: FormulaMethod,
  inputs: Inputs,
  into: Computed,
  periods: number,
  country: number,
): void {
  if (method.usesCountry && country < 0) return;
  const here = new Float64Array(inputs.length);
  const whole = new Float64Array(method.usesCountry ? inputs.length : 0);
  for (let cell = 0; cell < into.values.length; cell++) {
    let flags = gather(inputs, cell, here);
    if (method.usesCountry && flags >= 0) {
      const more = gather(inputs, country * periods + (cell % periods), whole);
      flags = more < 0 ? -1 : flags | more;
    }
    if (flags < 0) continue;
    into.values[cell] = method.compute(here, whole);
    into.flags[cell] = flags;
  }
}

/** Copies one cell of every input; returns their flags together, -1 where a value is missing. */
function gather(inputs: Inputs, cell: number, into: Float64Array): number {
  let flags = 0;
  for (let i = 0; i < inputs.length; i++) {
    const column = inputs[i] as Column;
    const value = column.values[cell] as number;
    if (Number.isNaN(value)) return -1;
    into[i] = value;
    flags |= column.flags[cell] as number;
  }
  return flags;
}
