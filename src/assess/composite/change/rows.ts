import { rowOf } from '../compare/index.js';
import type { ChainRun } from '../types.js';
import { decompose } from './decompose.js';
import type { Decomposition, Place } from './types.js';

/**
 * A unit (at a time) in a run.
 *
 * @throws AfterlodeError INDEX_NOT_FOUND
 */
export function placeOf(run: ChainRun, unit: string, time: number | null = null): Place {
  return { run, row: rowOf(run, unit, time) };
}

/** The change of a unit's score between two times, split (see `decompose`). */
export function decomposeChange(
  run: ChainRun,
  given: { readonly unit: string; readonly from: number; readonly to: number; readonly node?: string },
): Decomposition {
  return decompose(placeOf(run, given.unit, given.from), placeOf(run, given.unit, given.to), given.node);
}

/** How far a unit lies above another one (at a time), split (see `decompose`). */
export function decomposeDifference(
  run: ChainRun,
  given: {
    readonly unit: string;
    readonly other: string;
    readonly time?: number | null;
    readonly node?: string;
  },
): Decomposition {
  const time = given.time ?? null;
  return decompose(placeOf(run, given.other, time), placeOf(run, given.unit, time), given.node);
}
