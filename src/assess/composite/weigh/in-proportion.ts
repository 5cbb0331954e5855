import { AfterlodeError, type Issue, issue, phrases, type Text } from '../../../base/index.js';
import type { Values } from '../types.js';
import { ends } from './spread.js';
import type { Weighed, WeighOptions } from './types.js';

/** The columns that have at least two different values. */
export interface Differing {
  readonly columns: readonly Values[];
  readonly names: readonly string[];
  /** Positions among the given columns. */
  readonly at: readonly number[];
  /** Smallest values. */
  readonly lows: readonly number[];
  /** Largest values. */
  readonly highs: readonly number[];
  /** Sums; `NaN` where a value is missing. */
  readonly sums: readonly number[];
}

/**
 * Weights in proportion to a measure of every column. A column without two different values tells nothing apart: its
 * weight is 0, with the issue INDEX_WEIGHTS_CONSTANT. One column alone has weight 1.
 *
 * @param method for messages
 * @param measure from 0, one number for each of the differing columns
 * @throws AfterlodeError INDEX_WEIGHTS_DATA for columns of unequal length, an infinite value, no differing column, and
 *   measures that are all 0
 */
export function inProportion(
  method: string,
  columns: readonly Values[],
  options: WeighOptions,
  measure: (kept: Differing) => ArrayLike<number>,
): Weighed {
  const { kept, issues } = differing(method, columns, options);
  const measures = kept.at.length === 1 ? [1] : measure(kept);
  return { weights: shared(method, columns.length, kept, measures), issues };
}

/**
 * Measures of the kept columns as weights of all `count` columns, 0 for those left out.
 *
 * @throws AfterlodeError INDEX_WEIGHTS_DATA for measures that are all 0
 */
export function shared(
  method: string,
  count: number,
  kept: Differing,
  measures: ArrayLike<number>,
): Float64Array {
  const weights = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < measures.length; i++) sum += measures[i] as number;
  if (!(sum > 0)) {
    throw unfit(
      method,
      kept.names.join(', '),
      { en: 'columns that all say the same', zh: '各列内容完全相同' },
      phrases.differing,
    );
  }
  kept.at.forEach((at, i) => {
    weights[at] = (measures[i] as number) / sum;
  });
  return weights;
}

/**
 * Sorts out columns without two different values; one column alone is kept as it is.
 *
 * @throws AfterlodeError INDEX_WEIGHTS_DATA as `inProportion`
 */
export function differing(
  method: string,
  columns: readonly Values[],
  options: WeighOptions,
): { readonly kept: Differing; readonly issues: readonly Issue[] } {
  const names = columns.map((_, at) => options.names?.[at] ?? `column ${at + 1}`);
  const kept: number[] = [];
  const lows: number[] = [];
  const highs: number[] = [];
  const sums: number[] = [];
  const issues: Issue[] = [];
  columns.forEach((column, at) => {
    const name = names[at] as string;
    if (column.length !== columns[0]?.length) {
      throw unfit(method, name, phrases.rows(column.length), {
        en: `${columns[0]?.length} as in the first column`,
        zh: `与首列相同的 ${columns[0]?.length} 行`,
      });
    }
    const { low, high, sum } = options.ends?.[at] ?? ends(column);
    if (high === Number.POSITIVE_INFINITY || (low === Number.NEGATIVE_INFINITY && high > low)) {
      throw unfit(
        method,
        name,
        { en: 'an infinite value', zh: '无穷大的数值' },
        { en: 'finite numbers', zh: '有限的数' },
      );
    }
    lows.push(low);
    highs.push(high);
    sums.push(sum);
    if (low < high || columns.length === 1) kept.push(at);
    else issues.push(issue('INDEX_WEIGHTS_CONSTANT', 'warning', name));
  });
  if (kept.length === 0) {
    throw unfit(
      method,
      names.join(', ') || { en: 'all', zh: '所有列' },
      { en: 'no column with two different values', zh: '没有含两个不同数值的列' },
      phrases.atLeastOne,
    );
  }
  return { kept: pick({ columns, names, at: [...columns.keys()], lows, highs, sums }, kept), issues };
}

/** Some of the columns, by their place in the list. */
export function pick(from: Differing, places: readonly number[]): Differing {
  const taken = <T>(list: readonly T[]) => places.map((at) => list[at] as T);
  return {
    columns: taken(from.columns),
    names: taken(from.names),
    at: taken(from.at),
    lows: taken(from.lows),
    highs: taken(from.highs),
    sums: taken(from.sums),
  };
}

/** The fault of a column that a method cannot weigh. */
export function unfit(
  method: string,
  where: string | Text,
  found: string | Text,
  expected: string | Text,
): AfterlodeError {
  return new AfterlodeError('INDEX_WEIGHTS_DATA', where, { method, found, expected });
}

/**
 * Refuses values below `least`, or 0 as well where only positive values have a meaning.
 *
 * @throws AfterlodeError INDEX_WEIGHTS_DATA naming column and row (from 1)
 */
export function requireSign(method: string, kept: Differing, sign: 'positive' | 'not negative'): void {
  kept.columns.forEach((column, at) => {
    const least = kept.lows[at] as number;
    if (least > 0 || (least === 0 && sign === 'not negative')) return;
    for (let row = 0; row < column.length; row++) {
      const value = column[row] as number;
      if (value < 0 || (value === 0 && sign === 'positive')) {
        const expected =
          sign === 'positive'
            ? { en: 'values above 0', zh: '大于 0 的数值' }
            : { en: 'values from 0', zh: '不小于 0 的数值' };
        const where = { en: `${kept.names[at]}, row ${row + 1}`, zh: `${kept.names[at]} 第 ${row + 1} 行` };
        throw unfit(method, where, String(value), expected);
      }
    }
  });
}
