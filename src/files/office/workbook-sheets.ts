import { AfterlodeError, type Text } from '../../base/index.js';
import { formOf } from '../open-rows.js';
import { openSource, type RowSource, type TableRow } from '../rows.js';
import { type OfficeParts, officeParts } from './parts.js';
import { sharedTexts, styleKinds } from './shared-parts.js';
import { sheetRows } from './sheet-cells.js';
import { xmlPieces } from './xml.js';

/** One sheet of a workbook with all its rows; cells as `openRows` gives them. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly TableRow[];
}

/** What a workbook that somebody filled may hold at most. */
export interface WorkbookLimits {
  /** Bytes of the file. */
  readonly file: number;
  /** Bytes of all its parts after unpacking. */
  readonly bytes: number;
  readonly parts: number;
  readonly sheets: number;
  /** Cells with something in them, of all sheets. */
  readonly cells: number;
  /** Columns from the left that are read. */
  readonly columns: number;
}

/**
 * Reads all sheets of an XLSX workbook of a bounded size: results of formulas and not the formulas, errors as their text (`#DIV/0!`),
 * `#ERROR!` for a formula that no program has computed, percentages with their sign, days as `2024-07-01`, rich text without its looks.
 * Formulas, links, names, and rules of validation are never followed.
 *
 * @throws AfterlodeError CALL_FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY, FILE_FORMAT for another form, macros, a password,
 *   damage, and what is above the limits
 */
export async function readWorkbookSheets(
  from: RowSource,
  limits: WorkbookLimits,
): Promise<readonly WorkbookSheet[]> {
  const source = await openSource(from);
  const fault = (found: Text) => new AfterlodeError('FILE_FORMAT', source.name, { found, expected: 'XLSX' });
  if (source.size === 0) throw new AfterlodeError('FILE_EMPTY', source.name);
  const form = formOf(await source.range(0, 8));
  if (form !== 'workbook') throw fault(otherForms[form]);
  if (source.size > limits.file) throw fault(tooLarge(source.size, limits.file));
  const parts = await officeParts(source, 'XLSX', limits);
  if (parts.names.some((name) => /vbaProject|\.bin$/i.test(name) && /vba|macro/i.test(name)))
    throw fault({ en: 'a workbook with macros', zh: '带宏的工作簿' });
  try {
    return await sheetsOf(parts, limits, fault);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw fault({ en: `damaged XML (${error.message})`, zh: `XML 已损坏（${error.message}）` });
  }
}

async function sheetsOf(
  parts: OfficeParts,
  limits: WorkbookLimits,
  fault: (found: Text) => AfterlodeError,
): Promise<readonly WorkbookSheet[]> {
  const book = await parts.text('xl/workbook.xml');
  if (book === null) throw fault({ en: 'a ZIP archive without a workbook', zh: '不含工作簿的 ZIP 压缩包' });
  const targets = await targetsOf(parts);
  const { list, from1904 } = listOf(book);
  if (list.length > limits.sheets)
    throw fault({ en: `${list.length} sheets`, zh: `${list.length} 个工作表` });
  const shared = {
    texts: sharedTexts((await parts.text('xl/sharedStrings.xml')) ?? ''),
    kinds: styleKinds((await parts.text('xl/styles.xml')) ?? ''),
    from1904,
  };
  const sheets: WorkbookSheet[] = [];
  let room = limits.cells;
  for (const { name, hidden, relation } of list) {
    const xml = await parts.text(targets.get(relation) ?? '');
    if (xml === null) throw fault({ en: `no content of the sheet ${name}`, zh: `工作表 ${name} 没有内容` });
    const { rows, cells } = sheetRows(xml, shared, { columns: limits.columns, cells: room });
    if (cells > room)
      throw fault({
        en: `more than ${limits.cells} filled cells`,
        zh: `超过 ${limits.cells} 个有内容的单元格`,
      });
    room -= cells;
    sheets.push({ name, hidden, rows });
  }
  return sheets;
}

/** Parts by the ids under which the workbook names them. */
async function targetsOf(parts: OfficeParts): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const piece of xmlPieces((await parts.text('xl/_rels/workbook.xml.rels')) ?? '')) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue;
    const target = piece.attributes.get('Target') ?? '';
    const name = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    found.set(piece.attributes.get('Id') ?? '', name);
  }
  return found;
}

interface Listed {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

function listOf(xml: string): { readonly list: readonly Listed[]; readonly from1904: boolean } {
  const list: Listed[] = [];
  let from1904 = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind !== 'open') continue;
    const { attributes } = piece;
    if (piece.name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '');
    if (piece.name !== 'sheet') continue;
    const hidden = (attributes.get('state') ?? 'visible') !== 'visible';
    list.push({ name: attributes.get('name') ?? '', hidden, relation: attributes.get('id') ?? '' });
  }
  return { list, from1904 };
}

const otherForms = {
  text: { en: 'no workbook', zh: '不是工作簿' },
  gzip: { en: 'a gzip file', zh: 'gzip 文件' },
  parquet: { en: 'a Parquet file', zh: 'Parquet 文件' },
  'old-workbook': {
    en: 'a workbook of the old form (.xls) or one with a password',
    zh: '旧格式（.xls）或加了密码的工作簿',
  },
} as const;

function tooLarge(bytes: number, most: number): Text {
  const mebibytes = (value: number) => Math.ceil(value / 1024 / 1024);
  return {
    en: `${mebibytes(bytes)} MiB, at most ${mebibytes(most)} MiB are read`,
    zh: `${mebibytes(bytes)} MiB，最多读取 ${mebibytes(most)} MiB`,
  };
}
