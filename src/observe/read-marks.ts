import { AfterlodeError, foreignReason, id, type Text } from '../base/index.js';
import { quotedRows } from './quoted-rows.js';
import type { Mark } from './types.js';

const kinds = ['corrected', 'year-corrected', 'doubtful', 'derived', 'blank'] as const;
const needed = ['table', 'code', 'period', 'column', 'mark', 'original', 'detail_en', 'detail_zh'] as const;

/**
 * Reads `data/marks.csv`: `table,code,period,column,mark,original,detail_en,detail_zh`; fields may be quoted.
 *
 * @param text the file, UTF-8 decoded; empty text gives no marks
 * @param file its name, for messages
 * @throws AfterlodeError `TABLE_MARK` naming the row
 */
export function readMarks(text: string, file = 'data/marks.csv'): readonly Mark[] {
  const rows = rowsOf(text, file);
  const header = rows[0];
  if (header === undefined) return [];
  for (const name of needed) {
    if (!header.includes(name))
      throw fault(file, 1, { en: `no column ${name}`, zh: `没有 ${name} 列` }, needed.join(','));
  }
  const at = Object.fromEntries(needed.map((name) => [name, header.indexOf(name)])) as Record<string, number>;
  return rows.slice(1).map((cells, index) => {
    const row = index + 2;
    if (cells.length !== header.length)
      throw fault(
        file,
        row,
        { en: `${cells.length} fields`, zh: `${cells.length} 个字段` },
        { en: `${header.length} fields`, zh: `${header.length} 个字段` },
      );
    const cell = (name: (typeof needed)[number]) => cells[at[name] as number] as string;
    const mark = kinds.find((kind) => kind === cell('mark'));
    if (mark === undefined)
      throw fault(file, row, { en: `mark "${cell('mark')}"`, zh: `标记“${cell('mark')}”` }, kinds.join(', '));
    const original = cell('original').trim() === '' ? null : Number(cell('original'));
    if (Number.isNaN(original))
      throw fault(
        file,
        row,
        { en: `original "${cell('original')}"`, zh: `原值“${cell('original')}”` },
        { en: 'a number or nothing', zh: '数字或空' },
      );
    return {
      table: cell('table'),
      code: cell('code'),
      period: id<'period'>(cell('period')),
      column: cell('column'),
      mark,
      original,
      detail: { en: cell('detail_en'), zh: cell('detail_zh') },
    };
  });
}

function rowsOf(text: string, file: string): readonly (readonly string[])[] {
  try {
    return quotedRows(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new AfterlodeError('TABLE_MARK', file, { found: foreignReason(cause), expected: 'CSV' }, cause);
  }
}

function fault(file: string, row: number, found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError(
    'TABLE_MARK',
    { en: `${file}, row ${row}`, zh: `${file} 第 ${row} 行` },
    { found, expected },
  );
}
