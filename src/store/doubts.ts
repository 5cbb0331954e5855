import { type Kysely, sql } from 'kysely';
import { id } from '../base/index.js';
import type { Tables } from './tables.js';
import type { ObservationKey } from './types.js';

/** Marks values in force as doubtful, or takes the mark away; see `Store.markDoubtful`. */
export async function markDoubtful(
  db: Kysely<Tables>,
  keys: readonly ObservationKey[],
  reason: string | null,
): Promise<number> {
  const list = (name: keyof ObservationKey) => sql`${sql.val(keys.map((key) => key[name]))}::text[]`;
  const marked = await sql`
    update observations set doubtful = ${reason !== null}, doubt = ${reason}
    from (
      select distinct * from unnest(${list('indicator')}, ${list('city')}, ${list('period')})
        as given (indicator, city, period)
    ) as chosen
    where observations.indicator = chosen.indicator and observations.city = chosen.city
      and observations.period = chosen.period`.execute(db);
  return Number(marked.numAffectedRows ?? 0n);
}

/** Values marked after their import, with the reasons. */
export async function readDoubts(
  db: Kysely<Tables>,
): Promise<readonly (ObservationKey & { readonly reason: string })[]> {
  const rows = await db
    .selectFrom('observations')
    .select(['indicator', 'city', 'period', 'doubt'])
    .where('doubt', 'is not', null)
    .orderBy('indicator')
    .orderBy('city')
    .orderBy('period')
    .execute();
  return rows.map((row) => ({
    city: id<'city'>(row.city),
    indicator: id<'indicator'>(row.indicator),
    period: id<'period'>(row.period),
    reason: row.doubt ?? '',
  }));
}
