import { AfterlodeError, id, type Period } from '../base/index.js';
import type { Catalog, Index } from '../catalog/index.js';

/** Periods that an index covers, ascending, with the indices of each. */
export function indexPeriods(catalog: Catalog): { period: string; indices: string[] }[] {
  const byPeriod = new Map<string, string[]>();
  for (const index of catalog.indices.values()) {
    for (const period of index.periods) byPeriod.set(period, [...(byPeriod.get(period) ?? []), index.id]);
  }
  return [...byPeriod].sort(([a], [b]) => (a < b ? -1 : 1)).map(([period, indices]) => ({ period, indices }));
}

/** The latest period that an index covers: what a report without `--period` speaks of. */
export function latestPeriod(catalog: Catalog): string {
  return indexPeriods(catalog).at(-1)?.period ?? '';
}

/**
 * The period a call means.
 *
 * @throws AfterlodeError PERIOD_UNKNOWN where no index covers it
 */
export function periodOf(catalog: Catalog, asked: string | undefined): Period {
  const known = indexPeriods(catalog).map((one) => one.period);
  const period = asked ?? latestPeriod(catalog);
  if (!known.includes(period)) {
    throw new AfterlodeError('PERIOD_UNKNOWN', 'period', { found: period, expected: known.join(', ') });
  }
  return id<'period'>(period);
}

/**
 * The index a call means in a period; default the first that covers it.
 *
 * @throws AfterlodeError CALL_OPTION where it does not cover the period
 */
export function indexOf(catalog: Catalog, period: string, asked: string | undefined): Index {
  const indices = [...catalog.indices.values()].filter((index) => index.periods.includes(period));
  const found = asked === undefined ? indices[0] : indices.find((index) => index.id === asked);
  if (!found) {
    const expected = indices.map((index) => index.id).join(', ');
    throw new AfterlodeError('CALL_OPTION', 'index', { found: asked ?? '', expected });
  }
  return found;
}
