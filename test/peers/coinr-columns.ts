import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCsvRows } from '../../src/files/index.js';

/** Tables of the R package COINr as columns of numbers (README beside the tables). */

const folder = join(process.env.AFTERLODE_SHARED ?? join('..', 'shared'), 'data/reference/coinr');

/** A table of the peer: its first columns name the rows, the others hold text or numbers. */
export interface PeerTable {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** @throws Error where the folder is not there: AFTERLODE_SHARED says where it is */
export async function peerTable(path: string): Promise<PeerTable> {
  const file = join(folder, path);
  if (!existsSync(file)) throw new Error(`no reference table ${file}; set AFTERLODE_SHARED`);
  const [heading = [], ...rows] = await readCsvRows(file);
  return { heading, rows };
}

/** Text of a column. */
export function words({ heading, rows }: PeerTable, name: string): string[] {
  const at = heading.indexOf(name);
  if (at < 0) throw new Error(`no column ${name}`);
  return rows.map((row) => row[at] as string);
}

/** Numbers of a column; an empty cell is missing. */
export function numbers(table: PeerTable, name: string): Float64Array {
  return Float64Array.from(words(table, name), (cell) => (cell === '' || cell === 'NA' ? NaN : Number(cell)));
}

/** Rows of a table by the text of some columns. */
export function rowsBy(table: PeerTable, ...names: readonly string[]): Map<string, number> {
  const columns = names.map((name) => words(table, name));
  return new Map(table.rows.map((_, row) => [columns.map((column) => column[row]).join(' '), row]));
}

/** What a comparison found: how many numbers, and the largest difference. */
export interface Agreement {
  compared: number;
  /** Relative to the largest number of the column: tables give twelve digits of numbers that differences are taken of. */
  largest: number;
  worst: string;
}

export function agreement(): Agreement {
  return { compared: 0, largest: 0, worst: 'nothing differs' };
}

/** Compares two columns cell by cell; missing must be missing in both. */
export function compareColumn(
  seen: Agreement,
  where: string,
  found: Float64Array,
  wanted: Float64Array,
): void {
  if (found.length !== wanted.length) throw new Error(`${where}: ${found.length} rows for ${wanted.length}`);
  const size = wanted.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
  for (let row = 0; row < wanted.length; row++) {
    const [is, should] = [found[row] as number, wanted[row] as number];
    const far = Object.is(is, should) ? 0 : Math.abs(is - should);
    const relative = far === 0 ? 0 : far / size;
    seen.compared += 1;
    if (relative <= seen.largest) continue;
    seen.largest = Number.isNaN(relative) ? Infinity : relative;
    seen.worst = `${where}, row ${row}: ${is} for ${should}`;
  }
}

/** The worst difference if it is above the limit; else nothing. */
export function beyond({ largest, worst }: Agreement, limit: number): string {
  return largest <= limit ? '' : worst;
}
