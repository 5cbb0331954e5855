import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { AfterlodeError } from '../../base/index.js';
import type { ReadingColumns } from '../../locate/index.js';
import { formOf } from '../open-rows.js';
import { openSource, type RowSource } from '../rows.js';
import { textHead } from '../rows-text.js';
import type { Engine } from './engine.js';

/** Which columns of a heading hold what. */
export type ChooseReadings = (heading: readonly string[]) => ReadingColumns;

/** Readings as the engine sees them: expressions of SQL, null where there is no such column. */
export interface ReadingRows {
  readonly from: string;
  readonly estate: string;
  /** The keyed hash of the unit, 64 bits; null where the cell is empty. The unit itself goes no further. */
  readonly unit: string;
  readonly date: string;
  readonly water: string | null;
  readonly power: string | null;
  readonly kind: string | null;
  readonly value: string | null;
  /** Passes to begin with: a table of this size hardly fits into the memory of the engine in fewer. */
  readonly passes: number;
  /** Row of the file, heading included; asked for only where rows are at fault, as it costs the second thread. */
  readonly row: string;
}

/**
 * Bytes of a file for each pass. A unit takes some 140 bytes in each of two threads, so that some six million fit into 2 GB; of monthly
 * readings they have 2.5 GB of text, a sixth of it packed, and less in Parquet.
 */
const bytesOfPass = { text: 2e9, gzip: 0.4e9, parquet: 0.5e9 };

/** A key for one call, forgotten with it. */
export const drawKey = () => randomBytes(16).toString('hex');

/**
 * Readings that the engine reads by itself, by all threads: UTF-8 text, plain or gzip, and Parquet; null where it cannot.
 *
 * @throws AfterlodeError what `choose` throws, `FILE_…`
 */
export async function scannedReadings(
  engine: Engine,
  source: RowSource,
  choose: ChooseReadings,
  key: string,
): Promise<ReadingRows | null> {
  const opened = await openSource(source);
  if (opened.size === 0) throw new AfterlodeError('FILE_EMPTY', opened.name);
  const form = formOf(await opened.range(0, 8));
  if (typeof source !== 'string' || form === 'workbook' || form === 'old-workbook') return null;
  const path = literal(asPattern(resolve(source)));
  const passes = (kind: keyof typeof bytesOfPass) => Math.ceil(opened.size / bytesOfPass[kind]);
  if (form === 'parquet')
    return { ...(await parquetReadings(engine, path, choose, key)), passes: passes('parquet') };
  const { heading, delimiter, isUtf16 } = await textHead(opened, form === 'gzip');
  if (isUtf16) return null;
  const columns = choose(heading);
  const struct = heading.map((_, at) => `c${at}: 'varchar'`).join(', ');
  const options = [
    'auto_detect = false, header = false, skip = 1, hive_partitioning = false',
    `columns = {${struct}}, delim = ${literal(delimiter)}, quote = '"', escape = '"'`,
    // Rows of another length and quotes that stay open are refused, and the file read row by row.
    `null_padding = false, strict_mode = true, compression = '${form === 'gzip' ? 'gzip' : 'none'}'`,
  ];
  const rows = rowsOf(`read_csv(${path}, ${options.join(', ')})`, columns, (at) => `c${at}`, key);
  return { ...rows, passes: passes(form === 'gzip' ? 'gzip' : 'text') };
}

async function parquetReadings(
  engine: Engine,
  path: string,
  choose: ChooseReadings,
  key: string,
): Promise<ReadingRows> {
  const from = `read_parquet(${path}, hive_partitioning = false, binary_as_string = true)`;
  const described = await engine.rows(
    `select column_name, column_type from (describe select * from ${from})`,
  );
  const names = described.map(([name]) => String(name));
  const cell = (at: number) => {
    const name = `"${names[at]?.replaceAll('"', '""')}"`;
    // Not a number is how some writers say that there is none.
    return /^(FLOAT|DOUBLE)$/.test(String(described[at]?.[1]))
      ? `case when not isnan(${name}) then ${name} end`
      : name;
  };
  return rowsOf(from, choose(names), cell, key);
}

function rowsOf(
  from: string,
  columns: ReadingColumns,
  cell: (at: number) => string,
  key: string,
): ReadingRows {
  const clean = (at: number) => `trim(coalesce(${cell(at)}::varchar, ''), E' \\t\\r\\n')`;
  const optional = (at: number) => (at < 0 ? null : clean(at));
  const unit = clean(columns.unit);
  return {
    from,
    passes: 1,
    estate: clean(columns.estate),
    unit: `case when ${unit} <> '' then md5_number_lower('${key}' || ${unit}) end`,
    date: clean(columns.month),
    water: optional(columns.water),
    power: optional(columns.power),
    kind: optional(columns.kind),
    value: optional(columns.value),
    row: 'row_number() over () + 1',
  };
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path as a pattern that only the file itself fits. */
function asPattern(path: string): string {
  return path.replaceAll(/[*?[]/g, (letter) => `[${letter}]`);
}
