import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { AfterlodeError, foreignReason } from '../base/index.js';
import { decodeText } from './decode.js';
import { markedEncoding } from './encoding.js';
import { systemCode } from './failure.js';
import { type OpenSource, type RowBatch, type RowOptions, rowsPerBatch, type TableRow } from './rows.js';
import { isBomb, mostTimes } from './zip-honest.js';

/** No table has a longer line; a file without line ends is refused here, before it fills the memory. */
const longestRow = 1024 * 1024;
/** Tab, line feed, vertical tab, form feed and carriage return are the control characters that text may have. */
const controlCharacter = new RegExp(String.raw`[\u0000-\u0008\u000e-\u001f]`);
/** Looked at to find the delimiter. */
const headLength = 64 * 1024;

/** Rows of delimited text, plain or gzip-compressed. */
export async function* textRows(
  source: OpenSource,
  options: RowOptions,
  compressed: boolean,
): AsyncIterable<RowBatch> {
  const report = (read: number) => options.onProgress?.(read, source.size);
  const raw = source.pieces(report);
  const bytes = compressed ? unpacked(raw, source) : raw;
  const text = decodeText(bytes, options.encoding ?? 'auto', source.name)[Symbol.asyncIterator]();
  try {
    const head = await readHead(text);
    refuseOddText(head, source.name);
    const delimiter = options.delimiter ?? findDelimiter(head.text, source.name);
    yield* parsedRows(replay(head.text, text), delimiter, source.name);
  } finally {
    await text.return?.();
  }
}

/** How a text begins. */
export interface TextHead {
  readonly heading: readonly string[];
  readonly delimiter: string;
  /** Whether a byte-order mark says that it is UTF-16. */
  readonly isUtf16: boolean;
}

/**
 * Heading and form of delimited text, plain or gzip-compressed; of the file only the beginning is read.
 *
 * @throws AfterlodeError as of reading it
 */
export async function textHead(source: OpenSource, compressed: boolean): Promise<TextHead> {
  const raw = source.pieces();
  let mark: ReturnType<typeof markedEncoding> | undefined;
  async function* watched() {
    for await (const piece of compressed ? unpacked(raw, source) : raw) {
      mark ??= markedEncoding(piece);
      yield piece;
    }
  }
  const text = decodeText(watched(), 'auto', source.name)[Symbol.asyncIterator]();
  try {
    const head = await readHead(text);
    refuseOddText(head, source.name);
    const delimiter = findDelimiter(head.text, source.name);
    let heading: readonly string[] = [];
    for await (const [first] of parsedRows(replay(head.text, text), delimiter, source.name)) {
      heading = (first?.cells ?? []).map((cell) => cell.trim());
      break;
    }
    return { heading, delimiter, isUtf16: mark?.encoding.startsWith('utf-16') === true };
  } finally {
    await text.return?.();
  }
}

async function* parsedRows(
  text: AsyncIterable<string>,
  delimiter: string,
  name: string,
): AsyncIterable<RowBatch> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
  });
  let batch: TableRow[] = [];
  let row = 0;
  try {
    for await (const record of pipeline(Readable.from(text), parser, () => undefined)) {
      row += 1;
      batch.push({ row, cells: record as string[] });
      if (batch.length < rowsPerBatch) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    throw parseFailure(error, name);
  }
  if (batch.length > 0) yield batch;
}

function parseFailure(error: unknown, name: string): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    const facts = {
      found: { en: 'a row longer than 1 MiB', zh: '有一行超过 1 MiB' },
      expected: { en: 'rows with line ends and closed quotes', zh: '有换行且引号闭合的行' },
    };
    return new AfterlodeError('FILE_GARBAGE', name, facts, error);
  }
  return new AfterlodeError('FILE_FORMAT', name, { found: foreignReason(error), expected: 'CSV' }, error);
}

interface Head {
  readonly text: string;
  /** Whether this is the whole file. */
  readonly whole: boolean;
}

async function readHead(text: AsyncIterator<string>): Promise<Head> {
  let head = '';
  while (head.length < headLength) {
    const next = await text.next();
    if (next.done === true) return { text: head, whole: true };
    head += next.value;
  }
  return { text: head, whole: false };
}

async function* replay(head: string, rest: AsyncIterator<string>): AsyncIterable<string> {
  yield head;
  for (;;) {
    const next = await rest.next();
    if (next.done === true) return;
    yield next.value;
  }
}

function refuseOddText(head: Head, name: string): void {
  if (head.text.trim() === '') {
    if (head.whole) throw new AfterlodeError('FILE_EMPTY', name);
    throw new AfterlodeError('FILE_GARBAGE', name, {
      found: { en: 'blanks only', zh: '只有空白' },
      expected: { en: 'a header and rows', zh: '表头和数据行' },
    });
  }
  if (!head.whole && !/[\r\n]/.test(head.text)) {
    const found = {
      en: `no line end in its first ${head.text.length} characters`,
      zh: `前 ${head.text.length} 个字符中没有换行`,
    };
    throw new AfterlodeError('FILE_GARBAGE', name, {
      found,
      expected: { en: 'a header and rows', zh: '表头和数据行' },
    });
  }
  const control = head.text.slice(0, headLength).search(controlCharacter);
  if (control < 0) return;
  const found = { en: `a control character at ${control}`, zh: `第 ${control} 个字符为控制字符` };
  throw new AfterlodeError('FILE_GARBAGE', name, { found, expected: { en: 'text', zh: '文本' } });
}

/** The delimiter that stands in most of the first lines; of equal ones the more frequent. */
function findDelimiter(head: string, name: string): string {
  const lines = head
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  let best = { delimiter: '', lines: 0, count: 0 };
  for (const delimiter of [',', ';', '\t']) {
    const counts = lines.map((line) => line.replaceAll(/"[^"]*"/g, '').split(delimiter).length - 1);
    const having = counts.filter((count) => count > 0).length;
    const count = counts.reduce((sum, each) => sum + each, 0);
    if (having > best.lines || (having === best.lines && count > best.count)) {
      best = { delimiter, lines: having, count };
    }
  }
  if (best.count > 0) return best.delimiter;
  const found = {
    en: `no comma, semicolon or tab in its first ${lines.length} lines`,
    zh: `前 ${lines.length} 行中没有逗号、分号或制表符`,
  };
  throw new AfterlodeError('FILE_GARBAGE', name, { found, expected: { en: 'columns', zh: '分列的表' } });
}

async function* unpacked(
  bytes: AsyncIterable<Uint8Array>,
  { name, size }: OpenSource,
): AsyncIterable<Uint8Array> {
  let made = 0;
  try {
    for await (const piece of pipeline(Readable.from(bytes), createGunzip(), () => undefined)) {
      made += (piece as Buffer).length;
      if (isBomb(made, size)) throw bombOf(name);
      yield piece as Buffer;
    }
  } catch (error) {
    const code = systemCode(error);
    if (error instanceof AfterlodeError || code === null || !code.startsWith('Z_')) throw error;
    throw new AfterlodeError('FILE_FORMAT', name, { found: code, expected: 'gzip' }, error);
  }
}

function bombOf(name: string): AfterlodeError {
  const found = {
    en: `a file that unpacks to more than ${mostTimes} times its size`,
    zh: `解压后超过原大小 ${mostTimes} 倍的文件`,
  };
  return new AfterlodeError('FILE_FORMAT', name, { found, expected: 'gzip' });
}
