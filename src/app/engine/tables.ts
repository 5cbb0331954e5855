import { AfterlodeError, phrases } from '../../base/index.js';
import { readTableRows } from '../../files/index.js';

/** A table of a request: text of a CSV file, rows of cells with the heading first, or one object for each row. */
export type GivenTable = string | readonly (readonly GivenCell[])[] | readonly GivenRecord[];
export type GivenCell = string | number | null;
type GivenRecord = Readonly<Record<string, GivenCell>>;

/**
 * All cells of a table as text, heading first; null is an empty cell.
 *
 * @param name for messages: `data`
 * @throws AfterlodeError INDEX_TABLE for no rows, FILE_… for text that is no table
 */
export async function tableCells(name: string, given: GivenTable): Promise<readonly (readonly string[])[]> {
  if (typeof given === 'string') {
    const rows = await readTableRows({ name, bytes: new TextEncoder().encode(given) });
    return rows.map(({ cells }) => cells);
  }
  const [first] = given;
  if (first === undefined) {
    throw new AfterlodeError('INDEX_TABLE', name, {
      found: phrases.noRows,
      expected: phrases.headingAndRow,
    });
  }
  if (isCells(first)) return (given as readonly (readonly GivenCell[])[]).map((row) => row.map(textOf));
  const records = given as readonly GivenRecord[];
  const heading = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return [heading, ...records.map((record) => heading.map((key) => textOf(record[key] ?? null)))];
}

function isCells(row: GivenRecord | readonly GivenCell[]): row is readonly GivenCell[] {
  return Array.isArray(row);
}

function textOf(cell: GivenCell): string {
  return cell === null ? '' : String(cell);
}
