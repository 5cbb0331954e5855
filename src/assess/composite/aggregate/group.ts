import { AfterlodeError, phrases } from '../../../base/index.js';
import type { Stretch, Values } from '../types.js';

/** The children of one group in one stretch of rows. */
export interface Group {
  /** By child, cut to the stretch. */
  readonly columns: readonly Values[];
  readonly rows: number;
  /** So many children a row must have, at least one. */
  readonly least: number;
  /** Says in errors which child and which row of the stretch is meant. */
  readonly name: (child: number, row: number) => string;
}

/** Writes the aggregate of a group into a column of the stretch's length, under weights that may change from call to call. */
export type Combine = (weights: Float64Array, into: Values) => void;

export interface GroupOptions {
  /** Available children ÷ children, a count, 0–1; below it a row is missing. Null: one child suffices. */
  readonly minimumCoverage: number | null;
  /** Rows that are aggregated; all if absent. */
  readonly stretch?: Stretch | undefined;
  /** Says in errors which child and which row of the columns is meant. */
  readonly names?: ((child: number, row: number) => string) | undefined;
}

/**
 * Cuts children to a stretch.
 *
 * @throws AfterlodeError INDEX_RULE where there is no child
 */
export function groupOf(children: readonly Values[], options: GroupOptions): Group {
  const length = children[0]?.length;
  if (length === undefined) {
    throw new AfterlodeError(
      'INDEX_RULE',
      { en: 'a group', zh: '分组' },
      {
        found: { en: 'no child', zh: '没有子项' },
        expected: { en: 'one child or more', zh: '至少一个子项' },
      },
    );
  }
  const { from, to } = options.stretch ?? { from: 0, to: length };
  const whole = from === 0 && to === length;
  const names = options.names ?? ((child, row) => `child ${child + 1}, row ${row + 1}`);
  return {
    columns: whole ? children : children.map((column) => column.subarray(from, to)),
    rows: to - from,
    // A share such as 0.7 of ten children must not fail by a rounding of its product.
    least: Math.max(1, Math.ceil((options.minimumCoverage ?? 0) * children.length - 1e-9)),
    name: (child, row) => names(child, row + from),
  };
}

/**
 * The children that take part: a weight of 0 leaves a child out under every rule. Returns how many were written.
 *
 * @throws AfterlodeError INDEX_RULE for a weight that is missing, below 0 or infinite, and for too few or too many
 */
export function takingPart(weights: Float64Array, into: Int32Array): number {
  if (weights.length !== into.length) {
    const found = { en: `${weights.length} weights`, zh: `${weights.length} 个权重` };
    throw new AfterlodeError('INDEX_RULE', 'weights', {
      found,
      expected: { en: `${into.length}, one for each child`, zh: `${into.length} 个（每个子项一个）` },
    });
  }
  let count = 0;
  for (let child = 0; child < into.length; child++) {
    const weight = weights[child] as number;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      const where = { en: `weight of child ${child + 1}`, zh: `第 ${child + 1} 个子项的权重` };
      throw new AfterlodeError('INDEX_RULE', where, { found: weight, expected: phrases.numberFrom0 });
    }
    if (weight > 0) into[count++] = child;
  }
  return count;
}

/** By row, how many children are there; null where none is missing anywhere. */
export function countAvailable(columns: readonly Values[]): Int32Array | null {
  let available: Int32Array | null = null;
  for (const column of columns) {
    if (!hasMissing(column)) continue;
    available ??= new Int32Array(column.length).fill(columns.length);
    for (let row = 0; row < column.length; row++) {
      if (Number.isNaN(column[row] as number)) available[row] = (available[row] as number) - 1;
    }
  }
  return available;
}

/** True where a value of the column is missing. */
export function hasMissing(column: Values): boolean {
  // A sum with a missing value is missing, and adding is faster than asking each; opposite infinities ask again.
  let sum = 0;
  for (let row = 0; row < column.length; row++) sum += column[row] as number;
  return Number.isNaN(sum) && column.some(Number.isNaN);
}

/** True where so few children are there that the row is missing. */
export function isScarce(available: Int32Array | null, group: Group, row: number): boolean {
  return available !== null && (available[row] as number) < group.least;
}

/** @throws AfterlodeError INDEX_NOT_POSITIVE, naming the first score below 0 of a column */
export function refuseNegative(group: Group, child: number): never {
  const column = group.columns[child] as Values;
  const row = column.findIndex((score) => score < 0);
  throw new AfterlodeError('INDEX_NOT_POSITIVE', group.name(child, row), {
    found: column[row] as number,
    expected: { en: 'scores from 0', zh: '不小于 0 的得分' },
  });
}
