import { AfterlodeError } from '../../../base/index.js';
import type { ChainRun } from '../types.js';
import { decompose } from './decompose.js';
import type { Decomposition, Place } from './types.js';

/**
 * The row of a unit (at a time) among the rows that a run kept.
 *
 * @param time null where the table knows no time
 * @throws AfterlodeError INDEX_NOT_FOUND
 */
export function placeOf(run: ChainRun, unit: string, time: number | null = null): Place {
  const { units, times } = run.kept;
  const row = units.findIndex((name, at) => name === unit && (time === null || times?.[at] === time));
  if (row >= 0) return { run, row };
  throw new AfterlodeError('INDEX_NOT_FOUND', time === null ? 'unit' : `unit at time ${time}`, {
    found: unit,
    expected: 'a unit of the table that was not screened out',
  });
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
