import { AfterlodeError } from '../../../base/index.js';
import type { ChainRun } from '../types.js';

/**
 * Number of a unit's row (at a time) among the rows that a run kept.
 *
 * @param time null where the table knows no time
 * @throws AfterlodeError INDEX_NOT_FOUND
 */
export function rowOf(run: ChainRun, unit: string, time: number | null = null): number {
  const { units, times } = run.kept;
  const row = units.findIndex((name, at) => name === unit && (time === null || times?.[at] === time));
  if (row >= 0) return row;
  throw new AfterlodeError(
    'INDEX_NOT_FOUND',
    time === null ? { en: 'unit', zh: '单元' } : { en: `unit at time ${time}`, zh: `时间 ${time} 的单元` },
    {
      found: unit,
      expected: { en: 'a unit of the table that was not screened out', zh: '表中未被筛除的单元' },
    },
  );
}
