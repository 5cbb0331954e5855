import { AfterlodeError, phrases } from '../../../base/index.js';
import { rowOf } from '../compare/index.js';
import type { ChainRun, Stretch } from '../types.js';

/**
 * Row of a unit, the rows of its time, and a group column.
 *
 * @throws AfterlodeError INDEX_NOT_FOUND
 */
export function placeIn(
  run: ChainRun,
  given: { readonly unit: string; readonly time?: number | null; readonly peers?: string },
): { readonly row: number; readonly stretch: Stretch; readonly groups: readonly string[] | null } {
  const { units, groups: columns } = run.kept;
  const row = rowOf(run, given.unit, given.time ?? null);
  const groups = given.peers === undefined ? null : (columns.get(given.peers) ?? null);
  if (given.peers !== undefined && !groups) {
    throw new AfterlodeError(
      'INDEX_NOT_FOUND',
      { en: 'group column', zh: '分组列' },
      {
        found: given.peers,
        expected: [...columns.keys()].join(', ') || phrases.groupColumns,
      },
    );
  }
  const stretch = run.stretches.find(({ from, to }) => row >= from && row < to);
  return { row, stretch: stretch ?? { from: 0, to: units.length }, groups };
}
