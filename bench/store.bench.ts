import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Access } from '../src/store/access.js';
import { backupTables } from '../src/store/backup-form.js';
import type { Store } from '../src/store/index.js';
import { prepareSchema } from '../src/store/migrate.js';
import { openAccess } from '../src/store/open.js';
import { makeStore } from '../src/store/store.js';
import { batches, manyRows, source } from '../test/store/made.js';
import type { Measurement } from './measure.js';

/** As many rows as the annual panel has; the baselines insert a thirty-second of them. */
const count = 126_367;
const few = Math.round(count / 32);
const rows = manyRows(count);
let opened: Promise<{ access: Access; store: Store }> | null = null;
let filled = false;

/** One embedded database for all runs, made at the first one. It goes with the process. */
function open(): Promise<{ access: Access; store: Store }> {
  opened ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'afterlode-bench-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    const access = await openAccess({ folder });
    await prepareSchema(access);
    await sql`create table plain (city text, indicator text, period text, value double precision)`.execute(
      access.db,
    );
    return { access, store: makeStore(access) };
  })();
  return opened;
}

async function importAll(): Promise<void> {
  const { access, store } = await open();
  const tables = sql.join(backupTables.map(({ name }) => sql.table(name)));
  // With tables that no backup carries but that name rows of one: sessions, failures.
  await sql`truncate ${tables} cascade`.execute(access.db);
  await store.saveImport(source(), batches(rows, 5_000));
  filled = true;
}

async function importAgain(): Promise<void> {
  if (!filled) await importAll();
  await (await open()).store.saveImport(source(), batches(rows, 5_000));
}

async function readBack(): Promise<number> {
  if (!filled) await importAll();
  return (await (await open()).store.observations()).value.length;
}

/** What a program does that thinks of rows: a statement for each, in one transaction. */
async function insertOneByOne(): Promise<void> {
  const { access } = await open();
  await access.write(async (db) => {
    await sql`truncate plain`.execute(db);
    for (const { city, indicator, period, value } of rows.slice(0, few)) {
      await sql`insert into plain values (${city}, ${indicator}, ${period}, ${value})`.execute(db);
    }
  });
}

/** Rows as objects, the way a driver gives them. */
async function readObjects(): Promise<number> {
  if (!filled) await importAll();
  const { access } = await open();
  const found = await access.db.selectFrom('observations').selectAll().limit(few).execute();
  return found.length;
}

/** Measurements of the room for `npm run bench`. */
export const storeBench: readonly Measurement[] = [
  {
    name: `store: import ${count} rows; baseline: insert ${few} one by one`,
    run: importAll,
    baseline: insertOneByOne,
    limitMs: 6_000,
  },
  {
    name: `store: import ${count} rows again, nothing changed; baseline: insert ${few} one by one`,
    run: importAgain,
    baseline: insertOneByOne,
    limitMs: 6_000,
  },
  {
    name: `store: read ${count} values as columns; baseline: read ${few} rows as objects`,
    run: readBack,
    baseline: readObjects,
    limitMs: 1_500,
  },
];
