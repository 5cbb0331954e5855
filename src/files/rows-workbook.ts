import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { AfterlodeError, foreignReason, type Text } from '../base/index.js';
import { type OpenSource, type RowBatch, type RowOptions, rowsPerBatch, type TableRow } from './rows.js';
import { zipEntries } from './zip-directory.js';
import { refuseBombs } from './zip-honest.js';

/** A small archive can unpack to something huge; strings of a workbook are held in memory. */
const largestStrings = 512 * 1024 * 1024;
/** Read at once where that is safer: unpacked and in memory it is some twenty times as large. */
export const largestWhole = 24 * 1024 * 1024;
const largestSheet = 4 * 1024 * 1024 * 1024 - 1;

/** The reader turns every error of a formula into not-a-number and forgets which it was; a formula never computed has no result. */
const formulaError = '#ERROR!';

interface SheetName {
  readonly name: string;
  readonly state?: string;
}

/** Rows of one sheet of an XLSX workbook: results of formulas, errors as their text (`#DIV/0!`; `#ERROR!` where a formula gave it), days as `2024-07-01`. */
export async function* workbookRows(source: OpenSource, options: RowOptions): AsyncIterable<RowBatch> {
  const entries = await refuseOddArchive(source);
  if (isLateList(entries) && source.size <= largestWhole) {
    yield* readWhole(source, options);
    return;
  }
  let delivered = false;
  try {
    for await (const batch of readOnce(source, options)) {
      delivered = true;
      yield batch;
    }
  } catch (error) {
    // The streaming reader was once seen to lose the list of sheets of a sound file on a busy machine. As long as no row
    // is out, reading anew costs nothing; a damaged file fails the second time as well.
    if (delivered || !(error instanceof AfterlodeError) || error.code !== 'FILE_FORMAT') throw error;
    yield* readOnce(source, options);
  }
}

async function* readOnce(source: OpenSource, options: RowOptions): AsyncIterable<RowBatch> {
  const input = Readable.from(source.pieces((read) => options.onProgress?.(read, source.size)));
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(input, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  const seen: string[] = [];
  try {
    for await (const sheet of reader) {
      const name = nameOf(sheet);
      seen.push(name);
      if (name !== (options.sheet ?? firstVisible(reader) ?? name)) continue;
      yield* sheetRows(sheet);
      return;
    }
  } catch (error) {
    if (error instanceof AfterlodeError) throw error;
    const found = foreignReason(error);
    throw new AfterlodeError('FILE_FORMAT', source.name, { found, expected: 'XLSX' }, error);
  } finally {
    input.destroy();
  }
  const facts = { expected: options.sheet ?? '', found: seen.join(', ') };
  throw new AfterlodeError('FILE_SHEET_MISSING', source.name, facts);
}

/** Reads the whole workbook into memory, for one whose list of sheets the streaming reader may lose. */
async function* readWhole(source: OpenSource, options: RowOptions): AsyncIterable<RowBatch> {
  const bytes = await source.range(0, source.size);
  options.onProgress?.(source.size, source.size);
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    );
  } catch (error) {
    const found = foreignReason(error);
    throw new AfterlodeError('FILE_FORMAT', source.name, { found, expected: 'XLSX' }, error);
  }
  const visible = book.worksheets.find(({ state }) => state === 'visible') ?? book.worksheets[0];
  const sheet = options.sheet ? book.getWorksheet(options.sheet) : visible;
  if (!sheet) {
    const found = book.worksheets.map(({ name }) => name).join(', ');
    throw new AfterlodeError('FILE_SHEET_MISSING', source.name, { expected: options.sheet ?? '', found });
  }
  yield* sheetRows(rowsOf(sheet));
}

async function* rowsOf(sheet: ExcelJS.Worksheet): AsyncIterable<ExcelJS.Row> {
  for (let row = 1; row <= sheet.rowCount; row++) {
    const found = sheet.findRow(row);
    if (found) yield found;
  }
}

async function* sheetRows(sheet: AsyncIterable<ExcelJS.Row>): AsyncIterable<RowBatch> {
  let batch: TableRow[] = [];
  for await (const row of sheet) {
    const cells: string[] = [];
    for (let column = 1; column <= row.cellCount; column++) cells.push(cellText(row.getCell(column)));
    batch.push({ row: row.number, cells });
    if (batch.length < rowsPerBatch) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** A number shown as a percentage keeps its sign, so that 12.5% does not become 0.125 percent. */
function cellText(cell: ExcelJS.Cell): string {
  if (cell.type === ExcelJS.ValueType.Merge) return '';
  const value = cell.type === ExcelJS.ValueType.Formula ? formulaResult(cell.result) : plain(cell.value);
  if (typeof value !== 'number') return value;
  const percent = cell.numFmt?.includes('%') ?? false;
  return percent ? `${Number((value * 100).toPrecision(15))}%` : String(value);
}

function formulaResult(result: unknown): string | number {
  const failed =
    result === undefined ||
    Number.isNaN(result) ||
    (typeof result === 'object' && result !== null && 'error' in result);
  return failed ? formulaError : plain(result);
}

function plain(value: unknown): string | number {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Date) return dayText(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'object') return '';
  if ('error' in value) return String(value.error);
  if ('richText' in value && Array.isArray(value.richText)) {
    return (value.richText as { text?: string }[]).map((part) => part.text ?? '').join('');
  }
  if ('text' in value) return plain(value.text);
  return '';
}

function dayText(day: Date): string {
  return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10);
}

function nameOf(sheet: unknown): string {
  const name = (sheet as { readonly name?: unknown }).name;
  return typeof name === 'string' ? name : '';
}

/** The reader keeps the list of sheets to itself; it stands in its model. */
function firstVisible(reader: unknown): string | null {
  const sheets = (reader as { readonly model?: { readonly sheets?: readonly SheetName[] } }).model?.sheets;
  return sheets?.find((sheet) => sheet.state === undefined || sheet.state === 'visible')?.name ?? null;
}

/** Whether sheets stand before the list that names them: the streaming reader then puts them aside and may lose some. */
function isLateList(entries: ZipEntries): boolean {
  const list = entries.findIndex(({ name }) => name === 'xl/workbook.xml');
  const sheet = entries.findIndex(({ name }) => name.startsWith('xl/worksheets/'));
  return sheet >= 0 && list > sheet;
}

type ZipEntries = Awaited<ReturnType<typeof zipEntries>>;

async function refuseOddArchive(source: OpenSource): Promise<ZipEntries> {
  const entries = await zipEntries(source, 'XLSX');
  const fault = (found: string | Text) =>
    new AfterlodeError('FILE_FORMAT', source.name, { found, expected: 'XLSX' });
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml'))
    throw fault({ en: 'a ZIP archive without a workbook', zh: '不含工作簿的 ZIP 压缩包' });
  const tooLarge = entries.find((entry) => {
    const limit = entry.name.startsWith('xl/worksheets/') ? largestSheet : largestStrings;
    return entry.size >= limit;
  });
  if (tooLarge)
    throw fault({
      en: `${tooLarge.name} unpacks to ${Math.round(tooLarge.size / 1024 / 1024)} MiB`,
      zh: `${tooLarge.name} 解压后有 ${Math.round(tooLarge.size / 1024 / 1024)} MiB`,
    });
  await refuseBombs(source, entries, 'XLSX');
  return entries;
}
