import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { AfterlodeError, foreignReason, phrases } from '../base/index.js';
import type { Access } from './access.js';
import { backupTables, columnsOf, countRows, rowsAtOnce } from './backup-form.js';
import { checkHeader, damaged, parseLine, sameList } from './backup-lines.js';
import { gunzipLines } from './gunzip-lines.js';
import { insertColumns, type Target } from './insert-columns.js';
import { migrateTo } from './migrate.js';
import { newestSchema } from './migrations/index.js';
import type { Tables } from './tables.js';
import type { RestoreCounts } from './types-state.js';

/** Rows handed to the database at a time. */
const batch = 5_000;

/** Reads a backup into an empty store; see `Store.restore`. */
export async function restore(
  access: Access,
  bytes: AsyncIterable<Uint8Array>,
  rest?: (lines: AsyncIterable<string>) => Promise<void>,
): Promise<RestoreCounts> {
  return access.write(async (db) => {
    await refuseFull(db, access.where);
    const lines = numbered(gunzipLines(bytes));
    const header = checkHeader(await lines.next());
    // A backup of an older version goes into tables of its own version, which then go forward with its rows in them.
    if (header.schema !== newestSchema) await migrateTo(db, header.schema);
    for (const table of header.tables) {
      const targets = await columnsOf(db, table.name);
      if (
        !sameList(
          table.columns,
          targets.map((target) => target.name),
        )
      ) {
        throw damaged(
          { en: 'line 1', zh: '第 1 行' },
          table.columns.join(','),
          targets.map((target) => target.name).join(','),
        );
      }
      await restoreTable(db, table.name, targets, table.rows, lines);
    }
    await checkEnd(lines, rest);
    await refuseOrphans(db);
    if (header.schema !== newestSchema) await migrateTo(db, newestSchema);
    return counted(db);
  });
}

/** Lines with their numbers and the checksum of all lines before. */
interface Lines {
  /** Next line, null at the end. */
  next(): Promise<string | null>;
  /** Number of the line given last, from 1. */
  at(): number;
  /** SHA-256 of all lines before the one given last. */
  before(): string;
}

function numbered(source: AsyncIterable<string>): Lines {
  const iterator = source[Symbol.asyncIterator]();
  const hash = createHash('sha256');
  let count = 0;
  let last: string | null = null;
  return {
    async next() {
      if (last !== null) hash.update(`${last}\n`);
      const step = await iterator.next();
      last = step.done ? null : step.value;
      count += 1;
      return last;
    },
    at: () => count,
    before: () => hash.copy().digest('hex'),
  };
}

async function restoreTable(
  db: Transaction<Tables>,
  table: string,
  targets: readonly Target[],
  rows: number,
  lines: Lines,
): Promise<void> {
  const step = rowsAtOnce(table, batch);
  for (let done = 0; done < rows; done += step) {
    const values: unknown[][] = targets.map(() => []);
    for (let row = done; row < Math.min(rows, done + step); row += 1) {
      const line = await lines.next();
      const found = line === null ? null : parseLine(line);
      if (!Array.isArray(found) || found.length !== targets.length) {
        throw damaged(
          { en: `line ${lines.at()}`, zh: `第 ${lines.at()} 行` },
          found === null ? { en: 'the end', zh: '末尾' } : { en: 'something else', zh: '其他内容' },
          { en: `a row of ${table}`, zh: `${table} 的一行` },
        );
      }
      found.forEach((value: unknown, at) => values[at]?.push(value));
    }
    await insertOrRefuse(db, table, targets, values, lines.at());
  }
}

async function insertOrRefuse(
  db: Transaction<Tables>,
  table: string,
  targets: readonly Target[],
  values: readonly (readonly unknown[])[],
  line: number,
): Promise<void> {
  try {
    await insertColumns(db, table, targets, values);
  } catch (error) {
    const code = error instanceof Error ? Reflect.get(error, 'code') : null;
    // 22: a value that is none of its type, 23: a row that breaks a rule of the tables. Anything else is no fault of the file.
    if (typeof code !== 'string' || !/^2[23]/.test(code)) throw error;
    const found = foreignReason(error);
    throw damaged(
      { en: `line ${line} or shortly before`, zh: `第 ${line} 行或其前不远处` },
      found,
      { en: `rows of ${table}`, zh: `${table} 的行` },
      error,
    );
  }
}

async function checkEnd(lines: Lines, rest?: (lines: AsyncIterable<string>) => Promise<void>): Promise<void> {
  const line = await lines.next();
  const expected = lines.before();
  const found: unknown = line === null ? null : parseLine(line);
  const checksum = found !== null && typeof found === 'object' ? Reflect.get(found, 'sha256') : null;
  if (checksum !== expected) {
    throw damaged(
      { en: `line ${lines.at()}`, zh: `第 ${lines.at()} 行` },
      checksum === null ? { en: 'no checksum', zh: '没有校验和' } : String(checksum),
      { en: `checksum ${expected}`, zh: `校验和 ${expected}` },
    );
  }
  const more = await lines.next();
  if (more === null) return;
  if (rest === undefined)
    throw damaged(
      { en: `line ${lines.at()}`, zh: `第 ${lines.at()} 行` },
      { en: 'more lines', zh: '多余的行' },
      { en: 'the end', zh: '末尾' },
    );
  await rest(from(more, lines));
}

/** What is left of the lines, the first of which has been read. */
async function* from(first: string, lines: Lines): AsyncIterable<string> {
  for (let line: string | null = first; line !== null; line = await lines.next()) yield line;
}

/** Rows of observations must refer to imports and texts that are there. */
async function refuseOrphans(db: Transaction<Tables>): Promise<void> {
  for (const table of ['observations', 'earlier_observations']) {
    const orphans = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)}
      where import not in (select number from imports)
        or source not in (select number from texts) or note not in (select number from texts)`.execute(db);
    const count = orphans.rows[0]?.count ?? 0;
    if (count > 0)
      throw damaged(
        table,
        { en: `${count} rows that refer to nothing`, zh: `${count} 行没有对应的来源` },
        phrases.none,
      );
  }
}

async function refuseFull(db: Transaction<Tables>, where: string): Promise<void> {
  let found = 0;
  for (const { name } of backupTables) found += await countRows(db, name);
  if (found > 0) throw new AfterlodeError('STORE_NOT_EMPTY', where, { found });
}

async function counted(db: Transaction<Tables>): Promise<RestoreCounts> {
  return {
    imports: await countRows(db, 'imports'),
    observations: await countRows(db, 'observations'),
    earlier: await countRows(db, 'earlier_observations'),
    findings: await countRows(db, 'findings'),
    decisions: await countRows(db, 'decisions'),
    answers: await countRows(db, 'survey_answers'),
    events: await countRows(db, 'ledger_events'),
    targets: await countRows(db, 'plan_targets'),
    accounts: await countRows(db, 'accounts'),
    audited: await countRows(db, 'audit_events'),
    rounds: await countRows(db, 'rounds'),
  };
}
