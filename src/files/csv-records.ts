import { parse } from 'csv-parse/sync';
import { AfterlodeError, foreignReason } from '../base/index.js';
import { readTextAt } from './place.js';

/**
 * Records of a small CSV file (UTF-8, commas, quotes allowed), by heading.
 *
 * @param path or http(s) address
 * @throws AfterlodeError `FILE_FORMAT` naming the line; as `readTextAt`
 */
export async function readCsvRecords(path: string): Promise<readonly Readonly<Record<string, string>>[]> {
  return parsed<Record<string, string>>(path, true);
}

/**
 * Rows of a small CSV file (UTF-8, commas, quotes allowed), header included.
 *
 * @throws AfterlodeError `FILE_FORMAT` naming the line; as `readTextFile`
 */
export async function readCsvRows(path: string): Promise<string[][]> {
  return parsed<string[]>(path, false);
}

async function parsed<Row>(path: string, columns: boolean): Promise<Row[]> {
  const text = await readTextAt(path);
  const plain = plainRows(text);
  if (plain !== null) return (columns ? byHeading(plain) : plain) as Row[];
  try {
    return parse(text, { columns, skip_empty_lines: true, bom: true }) as unknown as Row[];
  } catch (error) {
    const found = foreignReason(error);
    throw new AfterlodeError('FILE_FORMAT', path, { found, expected: 'CSV' }, error);
  }
}

/**
 * Rows of the usual case, lines of equally many cells and nothing quoted, in a tenth of the parser's time.
 *
 * @returns null for any other text, also a faulty one: the parser reads it or says what is wrong
 */
function plainRows(text: string): string[][] | null {
  if (/["\r\ufeff]/.test(text)) return null;
  const rows = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(','));
  return rows.every((row) => row.length === rows[0]?.length) ? rows : null;
}

function byHeading([headings = [], ...rows]: readonly string[][]): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] as string])));
}
