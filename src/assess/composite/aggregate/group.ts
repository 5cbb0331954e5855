import { AfterlodeError } from '../../../base/index.js';
import type { Stretch, Values } from '../types.js';

/** The children of one group in one stretch of rows. */
export interface Group {
  /** By child, cut to the stretch. */
  readonly columns: readonly Values[];
  readonly rows: number;
  /** By row: how many children are there; null where none is missing. */
  readonly available: Int32Array | null;
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
 * Cuts children to a stretch and counts what is missing.
 *
 * @throws AfterlodeError INDEX_RULE where there is no child
 */
export function groupOf(children: readonly Values[], options: GroupOptions): Group {
  const length = children[0]?.length;
  if (length === undefined) {
    throw new AfterlodeError('INDEX_RULE', 'a group', { found: 'no child', expected: 'one child or more' });
  }
  const { from, to } = options.stretch ?? { from: 0, to: length };
  const whole = from === 0 && to === length;
  const columns = whole ? children : children.map((column) => column.subarray(from, to));
  const names = options.names ?? ((child, row) => `child ${child + 1}, row ${row + 1}`);
  return {
    columns,
    rows: to - from,
    available: countAvailable(columns, to - from),
    // A share such as 0.7 of ten children must not fail by a rounding of its product.
    least: Math.max(1, Math.ceil((options.minimumCoverage ?? 0) * children.length - 1e-9)),
    name: (child, row) => names(child, row + from),
  };
}

/** The children that take part: a weight of 0 leaves a child out under every rule. Returns how many were written. */
export function takingPart(weights: Float64Array, into: Int32Array): number {
  let count = 0;
  for (let child = 0; child < into.length; child++) {
    const weight = weights[child] as number;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new AfterlodeError('INDEX_RULE', `weight of child ${child + 1}`, {
        found: weight,
        expected: 'a weight from 0, one for each child',
      });
    }
    if (weight > 0) into[count++] = child;
  }
  return count;
}

/** True where so few children are there that the row is missing. */
export function isScarce(group: Group, row: number): boolean {
  return group.available !== null && (group.available[row] as number) < group.least;
}

export function refuseNegative(group: Group, child: number, row: number, found: number): never {
  throw new AfterlodeError('INDEX_NOT_POSITIVE', group.name(child, row), {
    found,
    expected: 'scores from 0',
  });
}

function countAvailable(columns: readonly Values[], rows: number): Int32Array | null {
  let available: Int32Array | null = null;
  for (const column of columns) {
    if (!hasMissing(column)) continue;
    available ??= new Int32Array(rows).fill(columns.length);
    for (let row = 0; row < rows; row++) {
      if (Number.isNaN(column[row] as number)) available[row] = (available[row] as number) - 1;
    }
  }
  return available;
}

/** True where a value of the column is missing. */
export function hasMissing(column: Values): boolean {
  for (let row = 0; row < column.length; row++) {
    if (Number.isNaN(column[row] as number)) return true;
  }
  return false;
}
