import type { Screening, Values } from '../types.js';
import { availability } from './availability.js';

/** Which rows stay after a screening. */
export interface Screened {
  /** One byte per row: 1 stays, 0 is left out. */
  readonly keep: Uint8Array;
  /** Numbers of the rows that stay, ascending. */
  readonly rows: Int32Array;
}

/**
 * Leaves out rows with too few values: a row stays whose share of values that are there (`missing`), of values that are
 * not zero among these (`zeros`), or both (`either`) is at least the threshold.
 *
 * @param columns by indicator
 * @remarks A row without any value stays only where the threshold is 0. Source: the screening of COINr (V, its tables).
 */
export function screen(columns: readonly Values[], rule: Screening): Screened {
  const { available, nonZero } = availability(columns);
  const keep = new Uint8Array(available.length);
  const kept: number[] = [];
  for (let row = 0; row < keep.length; row++) {
    const enough = (available[row] as number) >= rule.threshold;
    const share = nonZero[row] as number;
    // Of a row without values no share of zeros can be said: it fails like one with too few.
    const lively = Number.isNaN(share) ? rule.threshold <= 0 : share >= rule.threshold;
    const stays = rule.by === 'missing' ? enough : rule.by === 'zeros' ? lively : enough && lively;
    if (!stays) continue;
    keep[row] = 1;
    kept.push(row);
  }
  return { keep, rows: Int32Array.from(kept) };
}
