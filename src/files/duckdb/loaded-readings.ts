import { createHmac } from 'node:crypto';
import type { DuckDBAppender } from '@duckdb/node-api';
import type { ReadingColumns } from '../../locate/index.js';
import { openRows } from '../open-rows.js';
import type { RowSource, TableRow } from '../rows.js';
import type { Engine } from './engine.js';
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
  { connection, run }: Engine,
  source: RowSource,
  choose: ChooseReadings,
  key: string,
  progress?: (share: number) => void,
): Promise<ReadingRows> {
  const cells = texts.map((name) => `${name} varchar`).join(', ');
  await run(`create or replace temp table loaded (unit ubigint, line bigint, ${cells})`);
  const appender = await connection.createAppender('loaded', 'main', 'temp');
  const onProgress = (read: number, total: number) => progress?.(read / total);
  let columns: ReadingColumns | null = null;
  let held = 0;
  for await (const batch of openRows(source, { onProgress })) {
    const rows = columns === null ? batch.slice(1) : batch;
    columns ??= choose((batch[0]?.cells ?? []).map((cell) => cell.trim()));
    // A line without anything is no row, as for the engine.
    for (const row of rows)
      if (row.cells.length > 1 || row.cells[0] !== '') append(appender, row, columns, key);
    held += rows.length;
    if (held < perFlush) continue;
    appender.flushSync();
    held = 0;
  }
  appender.closeSync();
  const has = (name: 'water' | 'power' | 'kind' | 'value') => ((columns?.[name] ?? -1) < 0 ? null : name);
  return {
    from: 'loaded',
    estate: 'estate',
    unit: 'unit',
    date: 'month',
    water: has('water'),
    power: has('power'),
    kind: has('kind'),
    value: has('value'),
    row: 'line',
  };
}

function append(
  appender: DuckDBAppender,
  { row, cells }: TableRow,
  columns: ReadingColumns,
  key: string,
): void {
  const cell = (name: keyof ReadingColumns) => (cells[columns[name]] ?? '').trim();
  const unit = cell('unit');
  if (unit === '') appender.appendNull();
  else appender.appendUBigInt(createHmac('md5', key).update(unit).digest().readBigUInt64LE());
  appender.appendBigInt(BigInt(row));
  for (const name of texts) appender.appendVarchar(cell(name));
  appender.endRow();
}
