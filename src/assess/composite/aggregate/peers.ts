import type { Values } from '../types.js';
import type { Group } from './group.js';

/** Rows that a unit is held against. */
export interface Peers {
  readonly rows: readonly number[];
  /** By child of the group: its highest score. */
  readonly highest: Float64Array;
}

/**
 * The rows that no other row equals or exceeds in every child: only they can limit anybody's score, and they are
 * often few. A missing score counts as the least a row can have.
 */
export function peersOf(group: Group, children: Int32Array, takesPart: (row: number) => boolean): Peers {
  const highest = new Float64Array(group.columns.length);
  for (const child of children) {
    for (const score of group.columns[child] as Values) {
      if (score > (highest[child] as number)) highest[child] = score;
    }
  }
  const rows: number[] = [];
  for (let row = 0; row < group.rows; row++) {
    if (!takesPart(row) || rows.some((other) => isCovered(group, children, row, other))) continue;
    const left = rows.filter((other) => !isCovered(group, children, other, row));
    left.push(row);
    rows.splice(0, rows.length, ...left);
  }
  return { rows, highest };
}

function isCovered(group: Group, children: Int32Array, row: number, by: number): boolean {
  for (const child of children) {
    const column = group.columns[child] as Values;
    const own = column[row] as number;
    if (!Number.isNaN(own) && own > 0 && !((column[by] as number) >= own)) return false;
  }
  return true;
}
