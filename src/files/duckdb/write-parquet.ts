import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvLine } from '../../base/index.js';
import { openBytes } from '../read.js';
import { writeStreamAtomically } from '../write.js';
import { withEngine } from './engine.js';

/** A column of a Parquet file: text as UTF-8, or a double. */
export interface ParquetColumn {
  readonly name: string;
  readonly isNumber: boolean;
}

type Rows = Iterable<readonly (string | number | null)[]>;

/** Rows that are written at a time. */
const perPiece = 2000;
/** Enough for the row groups under way; the rows themselves are on the disk. */
const memory = '512MB';

/**
 * A table as Parquet, Zstandard within. The rows go through a file of text in a temporary folder of this user, so that memory does not
 * grow with them; the folder is removed when the last byte was taken or the reader goes away. Missing numbers (`NaN`) and empty cells
 * are null.
 */
export async function* parquetOf(columns: readonly ParquetColumn[], rows: Rows): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-export-'));
  const [text, table] = [join(folder, 'rows.csv'), join(folder, 'table.parquet')];
  try {
    await writeStreamAtomically(text, linesOf(rows));
    await withEngine(({ run }) => run(conversion(columns, text, table)), memory);
    yield* openBytes(table);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* linesOf(rows: Rows): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(`${csvLine(row)}\n`);
    if (lines.length < perPiece) continue;
    yield encoder.encode(lines.join(''));
    lines = [];
  }
  yield encoder.encode(lines.join(''));
}

function conversion(columns: readonly ParquetColumn[], from: string, to: string): string {
  const types = columns.map(({ name, isNumber }) => `${literal(name)}: '${isNumber ? 'double' : 'varchar'}'`);
  const options = [
    `columns = {${types.join(', ')}}, auto_detect = false, header = false`,
    `delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = true`,
  ];
  const read = `read_csv(${literal(from)}, ${options.join(', ')})`;
  return `copy (select * from ${read}) to ${literal(to)} (format parquet, compression zstd)`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
