import type { Hierarchy, Values } from '../types.js';
import { leavesBelow } from './leaves-below.js';

/** How complete the rows of a table are. All arrays have one entry per row. */
export interface Availability {
  /** Counts of indicators. */
  readonly missing: Int32Array;
  readonly zeros: Int32Array;
  /** Values that are there ÷ indicators, 0–1. */
  readonly available: Float64Array;
  /** Values other than zero ÷ values that are there, 0–1; `NaN` in a row without values. */
  readonly nonZero: Float64Array;
  /** Of each aggregate of the hierarchy: indicators below it with a value ÷ indicators below it, 0–1. */
  readonly groups: readonly GroupAvailability[];
}
export interface GroupAvailability {
  readonly code: string;
  readonly available: Float64Array;
}

/**
 * Counts missing values and zeros row by row, over all indicators and, where a hierarchy is given, below each aggregate.
 * A missing value is no zero.
 *
 * @param columns by indicator, in the order of the hierarchy's leaves
 * @remarks Source: the data check of COINr (V, its tables); also OECD and JRC handbook 2008, step 3 (M).
 */
export function availability(columns: readonly Values[], hierarchy?: Hierarchy): Availability {
  const rows = columns[0]?.length ?? 0;
  const missing = countMissing(columns, rows);
  const zeros = new Int32Array(rows);
  for (const column of columns) {
    for (let row = 0; row < rows; row++) if (column[row] === 0) zeros[row] = (zeros[row] as number) + 1;
  }
  const nonZero = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const there = columns.length - (missing[row] as number);
    nonZero[row] = there === 0 ? Number.NaN : (there - (zeros[row] as number)) / there;
  }
  return { missing, zeros, available: share(missing, columns.length), nonZero, groups: byGroup() };

  function byGroup(): GroupAvailability[] {
    if (!hierarchy) return [];
    return hierarchy.nodes.slice(hierarchy.leaves).map(({ code }, above) => {
      const below = leavesBelow(hierarchy, hierarchy.leaves + above).map((leaf) => columns[leaf] as Values);
      return { code, available: share(countMissing(below, rows), below.length) };
    });
  }
}

function countMissing(columns: readonly Values[], rows: number): Int32Array {
  const missing = new Int32Array(rows);
  for (const column of columns) {
    for (let row = 0; row < rows; row++) {
      if (Number.isNaN(column[row])) missing[row] = (missing[row] as number) + 1;
    }
  }
  return missing;
}

function share(missing: Int32Array, of: number): Float64Array {
  // Not 1 − missing ÷ all, whose rounding puts a share of one tenth just below a threshold of 0.1.
  return Float64Array.from(missing, (count) => (of - count) / of);
}
