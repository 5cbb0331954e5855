import { type Kysely, sql, type Transaction } from 'kysely';
import { AfterlodeError } from '../base/index.js';
import type { Access } from './access.js';
import { appendAudit } from './audit.js';
import { importRecord } from './imports.js';
import { enqueueEvent } from './outbox.js';
import { makeStaged, refuseTwice, stage } from './staged.js';
import type { Tables } from './tables.js';
import { type TextNumbers, textNumbers } from './texts.js';
import type { ImportRecord, NewImport, NewObservation, SavedImport, SaveImportOptions } from './types.js';

/** Saves one import in one transaction; see `Store.saveImport`. */
export async function saveImport(
  access: Access,
  source: NewImport,
  batches: AsyncIterable<readonly NewObservation[]>,
  options: SaveImportOptions,
): Promise<SavedImport> {
  const saved = await access.write((db) => saveRows(db, source, batches, options));
  await afterImport(access, saved.accepted + saved.revised);
  return saved;
}

/** Saves an import as a part of a writing transaction; `afterImport` follows it. */
export async function saveRows(
  db: Transaction<Tables>,
  source: NewImport,
  batches: AsyncIterable<readonly NewObservation[]> | Iterable<readonly NewObservation[]>,
  options: SaveImportOptions,
): Promise<SavedImport> {
  await makeStaged(db);
  const texts = await textNumbers(db);
  let rows = 0;
  for await (const batch of batches) {
    await stage(db, batch, texts);
    rows += batch.length;
    options.onProgress?.(rows);
  }
  const unchanged = (await refuseTwice(db)) + (await dropUnchanged(db));
  const rejected = options.rejected?.() ?? 0;
  if (unchanged === rows) {
    return { import: await earlierImport(db, source), accepted: 0, unchanged, revised: 0, rejected };
  }
  const merged = await merge(db, source, texts, { rows, unchanged, rejected });
  const { import: record, ...counts } = merged;
  const { file, sha256, layout, by, at } = source;
  const told = { file, sha256, layout, ...counts };
  await appendAudit(
    db,
    { action: 'data.import', target: `import/${record.id}`, old: null, new: told },
    options.signed ?? { by, at, why: '' },
  );
  return merged;
}

/** The embedded database has no background worker that would do this. */
export async function afterImport(access: Access, changed: number): Promise<void> {
  if (access.engine !== 'pglite' || changed === 0) return;
  try {
    await sql`vacuum (analyze) observations`.execute(access.db);
  } catch (error) {
    // The import is saved by now; who hears that the disk is full would take it for lost. The next one makes up for it.
    if (!(error instanceof AfterlodeError && error.code === 'STORE_FULL')) throw error;
  }
}

async function merge(
  db: Transaction<Tables>,
  source: NewImport,
  texts: TextNumbers,
  { rows, unchanged, rejected }: { rows: number; unchanged: number; rejected: number },
): Promise<SavedImport & { readonly import: ImportRecord }> {
  await texts.save();
  const revised = await keepEarlier(db);
  const counts = { accepted: rows - unchanged - revised, unchanged, revised, rejected };
  const row = {
    number: await nextNumber(db),
    id: await freeId(db, source.sha256),
    file: source.file,
    sha256: source.sha256,
    layout: source.layout,
    licence: source.licence,
    imported_by: source.by,
    imported_at: source.at,
    ...counts,
    status: 'saved',
  } as const;
  await db.insertInto('imports').values(row).execute();
  // There is one writer at a time: where nothing is revised, no row can meet another, and asking each costs a third
  // of the time. In the order of the key the index grows at its end.
  const ifPresent =
    revised === 0
      ? sql``
      : sql`on conflict (indicator, city, period) do update set
      value = excluded.value, unit = excluded.unit, status = excluded.status, import = excluded.import,
      "row" = excluded."row", source = excluded.source, note = excluded.note,
      revision = observations.revision + 1, doubtful = excluded.doubtful, doubt = null`;
  await sql`
    insert into observations
    select indicator, city, period, value, unit, status, ${row.number}::integer, "row", source, note, 1, doubtful
    from staged order by indicator, city, period ${ifPresent}`.execute(db);
  await enqueueEvent(db, { kind: 'import.saved', at: source.at, data: { import: row.id, ...counts } });
  return { import: importRecord(row), ...counts };
}

/** Drops the rows whose value, unit and status are in force already. */
async function dropUnchanged(db: Kysely<Tables>): Promise<number> {
  const dropped = await sql`
    delete from staged using observations present
    where present.indicator = staged.indicator and present.city = staged.city
      and present.period = staged.period and present.value is not distinct from staged.value
      and present.unit = staged.unit and present.status = staged.status`.execute(db);
  return Number(dropped.numAffectedRows ?? 0n);
}

/** Copies the values that are about to be replaced. */
async function keepEarlier(db: Kysely<Tables>): Promise<number> {
  const kept = await sql`
    insert into earlier_observations
    select present.* from observations present join staged using (indicator, city, period)`.execute(db);
  return Number(kept.numAffectedRows ?? 0n);
}

async function earlierImport(db: Kysely<Tables>, source: NewImport): Promise<ImportRecord | null> {
  const row = await db
    .selectFrom('imports')
    .selectAll()
    .where('sha256', '=', source.sha256)
    .where('layout', '=', source.layout)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? importRecord(row) : null;
}

async function nextNumber(db: Kysely<Tables>): Promise<number> {
  const highest = await db
    .selectFrom('imports')
    .select((of) => of.fn.max('number').as('number'))
    .executeTakeFirst();
  return (highest?.number ?? 0) + 1;
}

/** The id follows from the file, so that equal work in two places gives equal ids. */
async function freeId(db: Kysely<Tables>, sha256: string): Promise<string> {
  const stem = sha256.slice(0, 12);
  const like = await db.selectFrom('imports').select('id').where('id', 'like', `${stem}%`).execute();
  const taken = new Set(like.map((row) => row.id));
  let id = stem;
  for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`;
  return id;
}
