import { type Issue, issue } from '../base/index.js';
import type { SourceValues } from './source-values.js';

/** A column while its sources are laid over one another. */
export interface Merged {
  readonly values: Float64Array;
  readonly flags: Uint8Array;
  readonly origin: Uint16Array;
  /** Place of the winning source in the order of sources, for messages. */
  readonly winner: Int16Array;
}

/** Cells in which a later source says something else, and the worst of them. */
export interface Conflicts {
  count: number;
  /** Difference as a share of the larger amount. */
  difference: number;
  cell: number;
  first: number;
  second: number;
  other: number;
}

/** An empty column of `cells` cells. */
export function emptyMerged(cells: number): Merged {
  return {
    values: new Float64Array(cells).fill(Number.NaN),
    flags: new Uint8Array(cells),
    origin: new Uint16Array(cells),
    winner: new Int16Array(cells).fill(-1),
  };
}

export function noConflicts(): Conflicts {
  return { count: 0, difference: 0, cell: -1, first: -1, second: -1, other: Number.NaN };
}

/**
 * Fills cells that are still missing from the next source and notes where both have values that differ by more than
 * `tolerance` (a share of the larger amount).
 *
 * @param originOf origin index + 1 of a cell of the source
 */
export function mergeSource(
  merged: Merged,
  source: SourceValues,
  place: number,
  originOf: (cell: number) => number,
  tolerance: number,
  conflicts: Conflicts,
): void {
  const { values, flags, origin, winner } = merged;
  for (let cell = 0; cell < values.length; cell++) {
    const next = source.values[cell] as number;
    if (Number.isNaN(next)) continue;
    const taken = values[cell] as number;
    if (Number.isNaN(taken)) {
      values[cell] = next;
      flags[cell] = source.flags[cell] as number;
      origin[cell] = originOf(cell);
      winner[cell] = place;
      continue;
    }
    if (taken === next) continue;
    const difference = Math.abs(taken - next) / Math.max(Math.abs(taken), Math.abs(next));
    if (difference <= tolerance) continue;
    conflicts.count += 1;
    if (difference <= conflicts.difference) continue;
    Object.assign(conflicts, { difference, cell, first: winner[cell], second: place, other: next });
  }
}

/** The one issue that sums up what the sources of an indicator disagree about. */
export function sourcesDiffer(
  indicator: string,
  conflicts: Conflicts,
  merged: Merged,
  names: readonly string[],
  example: string,
  tolerance: number,
): Issue {
  return issue('PANEL_SOURCES_DIFFER', 'warning', indicator, {
    count: conflicts.count,
    tolerance: tolerance * 100,
    example,
    found: short(merged.values[conflicts.cell] as number),
    expected: short(conflicts.other),
    first: names[conflicts.first] ?? '',
    second: names[conflicts.second] ?? '',
  });
}

/** Six digits are enough to recognise a value in a message. */
export function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
