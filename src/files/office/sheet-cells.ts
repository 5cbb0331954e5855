import type { TableRow } from '../rows.js';
import { type NumberKind, unescaped } from './shared-parts.js';
import { type XmlPiece, xmlPieces } from './xml.js';

/** What cells refer to. */
export interface SharedParts {
  readonly texts: readonly string[];
  /** By style. */
  readonly kinds: readonly NumberKind[];
  /** Days are counted from 1904, as some Macintosh programs do. */
  readonly from1904: boolean;
}

interface Open {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  isFormula: boolean;
}

const computed = '#ERROR!';
const dayMilliseconds = 86_400_000;

/**
 * Rows of a sheet that hold anything, in the order of the file.
 *
 * @param most columns: from the left; cells: reading ends above this number
 */
export function sheetRows(
  xml: string,
  shared: SharedParts,
  most: { readonly columns: number; readonly cells: number },
): { readonly rows: readonly TableRow[]; readonly cells: number } {
  const rows = new Map<number, string[]>();
  let cells = 0;
  for (const cell of cellsOf(xml)) {
    const text = textOf(cell, shared);
    if (text === '' || cell.column > most.columns) continue;
    cells += 1;
    if (cells > most.cells) break;
    const row = rows.get(cell.row) ?? [];
    while (row.length < cell.column) row.push('');
    row[cell.column - 1] = text;
    rows.set(cell.row, row);
  }
  return { rows: [...rows].map(([row, line]) => ({ row, cells: line })), cells };
}

/** Cells without an address follow the one before, as the standard says. */
function* cellsOf(xml: string): Generator<Open> {
  let row = 0;
  let column = 0;
  let cell: Open | null = null;
  let inside = '';
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (cell !== null && (inside === 'v' || inside === 't')) cell.value += piece.text;
      continue;
    }
    if (piece.kind === 'close') {
      inside = '';
      if (piece.name === 'c' && cell !== null) {
        yield cell;
        cell = null;
      }
      continue;
    }
    inside = piece.name;
    if (piece.name === 'row') {
      row = Number(piece.attributes.get('r') ?? row + 1);
      column = 0;
    } else if (piece.name === 'f' && cell !== null) {
      cell.isFormula = true;
    } else if (piece.name === 'c') {
      cell = opened(piece, row, column + 1);
      column = cell.column;
    }
  }
}

function opened({ attributes }: Extract<XmlPiece, { kind: 'open' }>, row: number, usual: number): Open {
  const address = /^([A-Z]{1,3})\d+$/.exec(attributes.get('r') ?? '');
  const column = address === null ? usual : columnNumber(address[1] as string);
  const type = attributes.get('t') ?? 'n';
  return { row, column, type, style: Number(attributes.get('s') ?? 0), value: '', isFormula: false };
}

/** `A` is 1, `AA` is 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function textOf({ type, value, style, isFormula }: Open, shared: SharedParts): string {
  if (isFormula && value === '' && type !== 'str') return computed;
  switch (type) {
    case 's':
      return shared.texts[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.slice(0, 10);
    case 'n':
      return value === '' ? '' : numberText(Number(value), shared.kinds[style] ?? 'plain', shared.from1904);
    default:
      return unescaped(value);
  }
}

/** A number shown as a percentage keeps its sign, so that 12.5% does not become 0.125 percent. */
function numberText(value: number, kind: NumberKind, from1904: boolean): string {
  if (kind === 'percent') return `${Number((value * 100).toPrecision(15))}%`;
  if (kind === 'plain') return String(value);
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(epoch + value * dayMilliseconds);
  return Number.isNaN(day.getTime()) ? String(value) : day.toISOString().slice(0, 10);
}
