import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import type { Access } from './access.js';
import {
  type BackupHeader,
  type BackupTable,
  backupFormat,
  backupTables,
  columnsOf,
  countRows,
  rowsAtOnce,
} from './backup-form.js';
import { newestSchema } from './migrations/index.js';
import type { Tables } from './tables.js';

/** Rows fetched at a time. */
const page = 10_000;

/** The whole store as compressed bytes; see `Store.backup`. */
export async function* backup(access: Access): AsyncIterable<Uint8Array> {
  yield* await access.snapshot(compressed);
}

async function compressed(db: Kysely<Tables>): Promise<readonly Uint8Array[]> {
  const zip = createGzip();
  const pieces: Uint8Array[] = [];
  zip.on('data', (piece: Uint8Array) => pieces.push(piece));
  const ended = once(zip, 'end');
  const hash = createHash('sha256');
  for await (const text of lines(db)) {
    hash.update(text);
    if (!zip.write(text)) await once(zip, 'drain');
  }
  zip.end(`${JSON.stringify({ sha256: hash.digest('hex') })}\n`);
  await ended;
  return pieces;
}

async function* lines(db: Kysely<Tables>): AsyncIterable<string> {
  const tables: BackupTable[] = [];
  for (const { name } of backupTables) {
    const columns = (await columnsOf(db, name)).map((column) => column.name);
    tables.push({ name, columns, rows: await countRows(db, name) });
  }
  const header: BackupHeader = { afterlode_backup: backupFormat, schema: newestSchema, tables };
  yield `${JSON.stringify(header)}\n`;
  for (const { name, order } of backupTables) {
    const columns = tables.find((table) => table.name === name)?.columns ?? [];
    yield* rowsOf(db, name, columns, order);
  }
}

/** The database writes the rows as JSON: one text a row passes the thread's border faster than an object would. */
async function* rowsOf(
  db: Kysely<Tables>,
  table: string,
  columns: readonly string[],
  order: string,
): AsyncIterable<string> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`
    declare backup_rows no scroll cursor for
    select json_build_array(${names})::text as line from ${sql.table(table)} order by ${sql.raw(order)}`.execute(
    db,
  );
  for (;;) {
    const { rows } = await sql<{
      line: string;
    }>`fetch ${sql.raw(String(rowsAtOnce(table, page)))} from backup_rows`.execute(db);
    if (rows.length === 0) break;
    yield `${rows.map((row) => row.line).join('\n')}\n`;
  }
  await sql`close backup_rows`.execute(db);
}
