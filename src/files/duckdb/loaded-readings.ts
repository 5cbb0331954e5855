import { createHmac } from 'node:crypto';
import type { DuckDBAppender } from '@duckdb/node-api';
import type { ReadingColumns } from '../../locate/index.js';
import { openRows } from '../open-rows.js';
import type { RowSource, TableRow } from '../rows.js';
import { type Engine, guarded } from './engine.js';
import type { ChooseReadings, ReadingRows } from './reading-source.js';

/** Rows that are handed to the engine at a time. */
const perFlush = 50_000;

const texts = ['estate', 'month', 'water', 'power', 'kind', 'value'] as const;

/**
 * Readings of what the engine cannot read, put into a table of it row by row: workbooks, GB18030 and UTF-16, rows that are shorter or
 * longer than the heading. The unit is hashed before.
 *
 * @throws AfterlodeError what `choose` throws, `FILE_…`
 */
export async function loadedReadings(
  engine: Engine,
  source: RowSource,
  choose: ChooseReadings,
  key: string,
  progress?: (share: number) => void,
): Promise<ReadingRows> {
  const onProgress = (read: number, total: number) => progress?.(read / total);
  let table: Loading | null = null;
  let held = 0;
  for await (const batch of openRows(source, { onProgress })) {
    const rows = table === null ? batch.slice(1) : batch;
    table ??= await loading(engine, choose((batch[0]?.cells ?? []).map((cell) => cell.trim())));
    // A line without anything is no row, as for the engine.
    for (const row of rows) if (row.cells.length > 1 || row.cells[0] !== '') append(table, row, key);
    held += rows.length;
    if (held < perFlush) continue;
    await flush(table);
    held = 0;
  }
  if (table !== null) await flush(table);
  const names: Loading['names'] = table?.names ?? [];
  const text = (name: (typeof texts)[number]) => (names.includes(name) ? name : null);
  return {
    from: 'loaded',
    passes: 1,
    estate: 'estate',
    unit: 'unit',
    date: 'month',
    water: text('water'),
    power: text('power'),
    kind: text('kind'),
    value: text('value'),
    row: 'line',
  };
}

/** A table that is being filled. */
interface Loading {
  readonly columns: ReadingColumns;
  /** Columns of the file that it has. */
  readonly names: readonly (typeof texts)[number][];
  readonly appender: DuckDBAppender;
}

async function loading({ connection, run }: Engine, columns: ReadingColumns): Promise<Loading> {
  const names = texts.filter((name) => columns[name] >= 0);
  const cells = names.map((name) => `${name} varchar`).join(', ');
  await run(`create or replace temp table loaded (unit ubigint, line bigint, ${cells})`);
  return { columns, names, appender: await connection.createAppender('loaded', 'main', 'temp') };
}

function flush({ appender }: Loading): Promise<void> {
  return guarded(async () => appender.flushSync());
}

function append({ appender, columns, names }: Loading, { row, cells }: TableRow, key: string): void {
  const cell = (name: keyof ReadingColumns) => (cells[columns[name]] ?? '').trim();
  const unit = cell('unit');
  if (unit === '') appender.appendNull();
  else appender.appendUBigInt(createHmac('md5', key).update(unit).digest().readBigUInt64LE());
  appender.appendBigInt(BigInt(row));
  for (const name of names) appender.appendVarchar(cell(name));
  appender.endRow();
}
