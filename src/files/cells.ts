import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AfterlodeError } from '../base/index.js';
import type { CellBatch } from '../locate/index.js';
import { markedEncoding } from './encoding.js';
import { systemCode } from './failure.js';
import { formOf, openRows } from './open-rows.js';
import { type OpenSource, openSource, type RowOptions, type RowSource } from './rows.js';

/** No table has a longer line. */
const longestRow = 1024 * 1024;

/** Which columns of a heading are wanted: their positions, each batch has them in this order. */
export type ChooseCells = (heading: readonly string[]) => readonly number[];

/**
 * Cells of chosen columns of a table as bytes, for tables of a hundred million rows: nothing is made of a cell that nobody wants, and a
 * batch holds some megabytes at most. CSV (comma, semicolon, tab; UTF-8 or GB18030) and CSV.gz are split in place; the wanted columns of
 * Parquet and workbooks come through their readers. A batch is valid until the next one is asked for.
 *
 * @param choose is told the heading once
 * @throws AfterlodeError what `choose` throws, and as `openRows`; messages never quote a cell
 */
export async function* openCells(
  source: RowSource,
  choose: ChooseCells,
  onProgress?: RowOptions['onProgress'],
): AsyncIterable<CellBatch> {
  const opened = await openSource(source);
  if (opened.size === 0) throw new AfterlodeError('FILE_EMPTY', opened.name);
  const form = formOf(await opened.range(0, 8));
  if (form === 'text' || form === 'gzip') yield* textCells(opened, choose, form === 'gzip', onProgress);
  else if (form === 'parquet') {
    const { parquetCells } = await import('./cells-parquet.js');
    yield* parquetCells(opened, choose, onProgress);
  } else yield* rowCells(source, choose, onProgress);
}

async function* textCells(
  source: OpenSource,
  choose: ChooseCells,
  compressed: boolean,
  onProgress: RowOptions['onProgress'],
): AsyncIterable<CellBatch> {
  const pieces = source.pieces((read) => onProgress?.(read, source.size));
  const bytes = compressed ? unpacked(pieces, source.name) : pieces;
  let held: Uint8Array = new Uint8Array(0);
  let splitter: Splitter | null = null;
  let row = 1;
  for await (const piece of joined(bytes)) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    if (splitter === null) {
      const end = lineEnd(held, 0);
      if (end < 0) {
        refuseLong(held.length, source.name);
        continue;
      }
      splitter = splitterOf(held.subarray(0, end), choose, source.name);
      held = held.subarray(end);
      row += 1;
    }
    const { batch, used } = splitter(held, row, false);
    row += batch.rows;
    held = held.subarray(used);
    refuseLong(held.length, source.name);
    if (batch.rows > 0) yield batch;
  }
  if (splitter === null && held.length > 0) splitter = splitterOf(held, choose, source.name);
  else if (splitter !== null && held.length > 0) {
    const { batch } = splitter(held, row, true);
    if (batch.rows > 0) yield batch;
  }
}

/** Pieces of at least a megabyte, so that a batch is worth its while. */
async function* joined(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let [parts, size] = [[] as Uint8Array[], 0];
  for await (const part of bytes) {
    parts.push(part);
    size += part.length;
    if (size < 1024 * 1024) continue;
    yield Buffer.concat(parts);
    [parts, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(parts);
}

/** Splits whole rows of some bytes; says how many bytes they took. */
type Splitter = (
  bytes: Uint8Array,
  firstRow: number,
  last: boolean,
) => { readonly batch: CellBatch; readonly used: number };

const [quote, comma, semicolon, tab, newline] = [34, 44, 59, 9, 10];

/** Where the first line ends, one after its line feed, quotes minded; -1: not yet. */
function lineEnd(bytes: Uint8Array, from: number): number {
  let quoted = false;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) quoted = !quoted;
    else if (byte === newline && !quoted) return at + 1;
  }
  return -1;
}

function splitterOf(line: Uint8Array, choose: ChooseCells, name: string): Splitter {
  const mark = markedEncoding(line);
  if (mark?.encoding.startsWith('utf-16') || line.includes(0)) {
    const facts = { found: 'UTF-16', expected: { en: 'UTF-8 or GB18030', zh: 'UTF-8 或 GB18030' } };
    throw new AfterlodeError('FILE_FORMAT', name, facts);
  }
  const text = decodedCell(line.subarray(mark?.length ?? 0)).trim();
  const delimiter = [comma, tab, semicolon]
    .map((code) => ({ code, count: text.split(String.fromCharCode(code)).length - 1 }))
    .reduce((best, one) => (one.count > best.count ? one : best)).code;
  const heading = text.split(String.fromCharCode(delimiter)).map((cell) => cell.replace(/^"|"$/g, '').trim());
  const places = choose(heading);
  const wanted = new Int32Array(heading.length).fill(-1);
  for (const [order, place] of places.entries()) wanted[place] = order;
  const buffers = { from: new Int32Array(), to: new Int32Array() };
  return (bytes, firstRow, last) =>
    splitRows(bytes, { firstRow, last, delimiter, wanted, columns: places.length }, buffers);
}

interface SplitOptions {
  readonly firstRow: number;
  readonly last: boolean;
  readonly delimiter: number;
  /** By column of the file: its place in the batch; -1: not wanted. */
  readonly wanted: Int32Array;
  readonly columns: number;
}

function splitRows(
  bytes: Uint8Array,
  { firstRow, last, delimiter, wanted, columns }: SplitOptions,
  buffers: { from: Int32Array; to: Int32Array },
): { batch: CellBatch; used: number } {
  let [at, used, rows] = [0, 0, 0];
  const width = wanted.length;
  while (at < bytes.length) {
    const base = rows * columns;
    if (base + columns > buffers.from.length) widen(buffers, columns);
    const { from, to } = buffers;
    for (let place = 0; place < columns; place++) {
      from[base + place] = 0;
      to[base + place] = 0;
    }
    let column = 0;
    let whole = false;
    while (at <= bytes.length) {
      let start = at;
      let end = -1;
      if (bytes[at] === quote) {
        start = at + 1;
        at = closingQuote(bytes, start);
        end = at;
        at += 1;
      }
      while (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== newline) at += 1;
      if (end < 0) end = at;
      const place = column < width ? (wanted[column] as number) : -1;
      if (place >= 0) {
        from[base + place] = start;
        to[base + place] = end;
      }
      column += 1;
      if (at >= bytes.length) {
        whole = last;
        break;
      }
      at += 1;
      if (bytes[at - 1] === newline) {
        whole = true;
        break;
      }
    }
    if (!whole) break;
    // A line without anything, as at the end of many files, is no row but counts as one.
    rows += 1;
    used = at;
  }
  if (last && used === 0 && rows === 0) used = bytes.length;
  return { batch: { bytes, from: buffers.from, to: buffers.to, columns, rows, firstRow }, used };
}

/** Position of the quote that closes a cell; doubled ones stand for themselves and stay doubled: identifiers need no more. */
function closingQuote(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.length; at++) {
    if (bytes[at] !== quote) continue;
    if (bytes[at + 1] !== quote) return at;
    at += 1;
  }
  return bytes.length;
}

function widen(buffers: { from: Int32Array; to: Int32Array }, columns: number): void {
  const size = Math.max(1 << 16, buffers.from.length * 2, columns);
  for (const name of ['from', 'to'] as const) {
    const wide = new Int32Array(size);
    wide.set(buffers[name]);
    buffers[name] = wide;
  }
}

function refuseLong(bytes: number, name: string): void {
  if (bytes <= longestRow) return;
  const facts = {
    found: { en: 'a row longer than 1 MiB', zh: '有一行超过 1 MiB' },
    expected: { en: 'rows with line ends and closed quotes', zh: '有换行且引号闭合的行' },
  };
  throw new AfterlodeError('FILE_GARBAGE', name, facts);
}

async function* unpacked(bytes: AsyncIterable<Uint8Array>, name: string): AsyncIterable<Uint8Array> {
  try {
    for await (const piece of pipeline(Readable.from(bytes), createGunzip(), () => undefined))
      yield piece as Buffer;
  } catch (error) {
    const code = systemCode(error);
    if (error instanceof AfterlodeError || code === null || !code.startsWith('Z_')) throw error;
    throw new AfterlodeError('FILE_FORMAT', name, { found: code, expected: 'gzip' }, error);
  }
}

/** Cells of other forms, told as bytes so that all readers see one form. */
async function* rowCells(
  source: RowSource,
  choose: ChooseCells,
  onProgress: RowOptions['onProgress'],
): AsyncIterable<CellBatch> {
  let places: readonly number[] | null = null;
  for await (const batch of openRows(source, onProgress ? { onProgress } : {})) {
    let rows = batch;
    if (places === null) {
      places = choose((batch[0]?.cells ?? []).map((cell) => cell.trim()));
      rows = batch.slice(1);
    }
    const wanted = places;
    if (rows.length > 0)
      yield packCells(
        rows.map(({ cells }) => wanted.map((at) => cells[at] ?? '')),
        rows[0]?.row ?? 2,
      );
  }
}

/** Rows of texts as a batch of bytes. */
export function packCells(rows: readonly (readonly string[])[], firstRow: number): CellBatch {
  const columns = rows[0]?.length ?? 0;
  const from = new Int32Array(rows.length * columns);
  const to = new Int32Array(rows.length * columns);
  const encoder = new TextEncoder();
  const parts = rows.flat().map((cell) => encoder.encode(cell));
  let at = 0;
  for (const [place, part] of parts.entries()) {
    from[place] = at;
    at += part.length;
    to[place] = at;
  }
  return { bytes: Buffer.concat(parts), from, to, columns, rows: rows.length, firstRow };
}

/** Text of a cell in UTF-8, else in GB18030. */
export function decodedCell(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
