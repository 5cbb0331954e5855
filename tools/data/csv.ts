import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { Cell, SourceRow } from './types.js';

/**
 * Reads a CSV file with a heading line, packed or not.
 *
 * @param path ends in `.csv` or `.csv.gz`; UTF-8
 */
export function readCsv(path: string): readonly SourceRow[] {
  return parseCsv(readFileSync(path));
}

/** Rows of CSV bytes; gzip is recognised by its first two bytes. */
export function parseCsv(bytes: Uint8Array): readonly SourceRow[] {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return parse(Buffer.from(plain), { columns: true, bom: true }) as SourceRow[];
}

/** CSV text with `\n` ends; quotes only where a comma, a quote or a line break asks for them. */
export function csvText(heading: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [heading.map(quoted).join(',')];
  for (const row of rows) lines.push(row.map(quoted).join(','));
  return `${lines.join('\n')}\n`;
}

/** UTF-8 bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'));
}

/** Gzip that gives equal bytes for equal text: no time stamp, and no mark of the operating system. */
export function packed(text: string): Uint8Array {
  const bytes = new Uint8Array(gzipSync(Buffer.from(text, 'utf8'), { level: 9 }));
  bytes[9] = 255;
  return bytes;
}

/** A number as written in a table: at most 12 significant digits, so that noise of binary storage disappears. */
export function numberText(value: Cell | undefined): string {
  if (value === null || value === undefined) return '';
  const text = String(Number(value.toPrecision(12)));
  if (text.includes('e')) throw new Error(`no plain form for ${value}`);
  return text;
}

/** The number in a source cell; empty is missing. */
export function numberOf(text: string | undefined): Cell {
  if (text === undefined || text.trim() === '') return null;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`not a number: ${text}`);
  return Number(value.toPrecision(12));
}

/** A column of a row that must be there. */
export function field(row: SourceRow, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`no column ${name} in ${JSON.stringify(row).slice(0, 200)}`);
  return value;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
