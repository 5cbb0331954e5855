import type { Kysely } from 'kysely';
import { type CityId, type IndicatorId, id, type Period } from '../base/index.js';
import type { Observation } from '../observe/index.js';
import type { Tables } from './tables.js';

/** All revisions under one key, the first one first. */
export async function readHistory(
  db: Kysely<Tables>,
  city: CityId,
  indicator: IndicatorId,
  period: Period,
): Promise<readonly Observation[]> {
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('observations')
        .selectAll()
        .unionAll(from.selectFrom('earlier_observations').selectAll())
        .as('all_revisions'),
    )
    .innerJoin('imports', 'imports.number', 'all_revisions.import')
    .innerJoin('texts as sources', 'sources.number', 'all_revisions.source')
    .innerJoin('texts as notes', 'notes.number', 'all_revisions.note')
    .where('city', '=', city)
    .where('indicator', '=', indicator)
    .where('period', '=', period)
    .select(['value', 'unit', 'all_revisions.status', 'row', 'revision', 'doubtful'])
    .select(['imports.id as importId', 'sources.words as source', 'notes.words as note'])
    .orderBy('revision')
    .execute();
  return rows.map(({ unit, ...row }) => ({ city, indicator, period, unit: id<'unit'>(unit), ...row }));
}
