import type { Code, Facts, Text } from '../../base/index.js';
import { type Catalog, convert, plainWord, sameBase } from '../../catalog/index.js';
import { isFormulaError, readNumber, readUnit, shifted } from '../../observe/index.js';
import type { FormRow } from './types.js';

/** Why the cell of a value cannot be taken. */
export interface CellFault {
  readonly code: Code;
  readonly facts: Facts;
}

/** What people write into a cell to say that there is no value. */
const noValue = new Set(['', '-', '—', '–', '…', '...', 'na', 'n/a', 'null', '空', '缺', '无', '/']);
const day = /^\d{4}-\d{2}-\d{2}$/;
/** A number and the words behind it. */
const withWords = /^([+-]?[\d., ]*\d(?:e[+-]?\d+)?\s*(?:万亿|亿|千万|百万|万|千)?)\s*(\D.*)$/iu;

/**
 * Reads the cell of a value: a number in the row's unit, full-width or with separators of thousands, with 万 or 亿 where that can mean
 * only one thing, with its unit behind it, or as a percentage.
 *
 * @returns the value in the row's unit, null for a cell that says that there is none, or why it cannot be taken
 */
export function readValue(
  text: string,
  row: FormRow,
  catalog: Pick<Catalog, 'units'>,
): number | null | CellFault {
  const written = text.normalize('NFKC').trim();
  if (noValue.has(plainWord(written))) return null;
  if (isFormulaError(written)) return { code: 'WORKBOOK_CELL_ERROR', facts: { found: written } };
  if (day.test(written)) return { code: 'WORKBOOK_CELL_DAY', facts: { found: written } };
  const number = readNumber(written);
  if (number !== null) {
    if (number.percent) return inUnit(number.value, '%', written, row, catalog);
    // 12 万 in a row of 万人: whether 万 was meant once or twice cannot be known.
    if (number.suffix !== '' && catalog.units.get(row.unit)?.factor !== 1) return wrongUnit(written, row);
    return number.value;
  }
  const [, digits = '', words = ''] = withWords.exec(written) ?? [];
  return numberWithUnit(written, digits, words, row, catalog) ?? notNumber(written, row);
}

/** `12 万人` may be read as 12 of 万人 or as 12 万 of 人: both are the same. Null where there is no such unit. */
function numberWithUnit(
  written: string,
  digits: string,
  words: string,
  row: FormRow,
  catalog: Pick<Catalog, 'units'>,
): number | CellFault | null {
  const number = readNumber(digits);
  if (number === null || words === '') return null;
  return readUnit(words, catalog) === null ? null : inUnit(number.value, words, written, row, catalog);
}

function inUnit(
  value: number,
  words: string,
  written: string,
  row: FormRow,
  catalog: Pick<Catalog, 'units'>,
): number | CellFault {
  const read = readUnit(words, catalog);
  if (read === null || !sameBase(read.unit, row.unit, catalog)) return wrongUnit(written, row);
  return convert(shifted(value, read.exponent), read.unit, row.unit, catalog);
}

function wrongUnit(found: string, { unitLabel }: FormRow): CellFault {
  return { code: 'WORKBOOK_CELL_UNIT', facts: { found, expected: unitLabel } };
}

function notNumber(written: string, { unitLabel }: FormRow): CellFault {
  const found = written.slice(0, 60);
  const expected: Text = { en: `a number in ${unitLabel.en}`, zh: `以 ${unitLabel.zh} 计的数字` };
  return { code: 'WORKBOOK_CELL_NUMBER', facts: { found, expected } };
}
