import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readCsvRows } from '../../src/files/index.js';

/** Tables of peers for the tests of weights. */

const folder = join(process.env.AFTERLODE_SHARED ?? join('..', 'shared'), 'data/reference');

/** A row of a table by its headings. */
export type Row = Readonly<Record<string, string>>;

/** Rows of a table below `shared/data/reference`. */
export async function rows(path: string): Promise<Row[]> {
  const file = join(folder, path);
  if (!existsSync(file)) throw new Error(`no reference table ${file}; set AFTERLODE_SHARED`);
  const [heading = [], ...cells] = await readCsvRows(file);
  return cells.map((line) => Object.fromEntries(heading.map((name, at) => [name, line[at] ?? ''])));
}

/** A column of rows as numbers. */
export const numbers = (from: readonly Row[], name: string) =>
  Float64Array.from(from, (row) => Number(row[name]));

/** Largest difference relative to the expected value; both lists of the same length. */
export function largestDifference(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  expect(found.length).toBe(wanted.length);
  return Math.max(
    ...Array.from(wanted, (value, at) => Math.abs((found[at] as number) - value) / (Math.abs(value) || 1)),
  );
}

/** Shows a measured difference where AFTERLODE_DIFFERENCES is set: the figures of the method pages. */
export function show(what: string, difference: number): void {
  if (process.env.AFTERLODE_DIFFERENCES) process.stdout.write(`${what} ${difference.toExponential(1)}\n`);
}
