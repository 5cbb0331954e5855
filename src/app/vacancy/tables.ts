import {
  AfterlodeError,
  phrases,
  type Text,
  type TextTable,
  textTable,
  writtenNumber,
} from '../../base/index.js';
import { type RowSource, readTableRows } from '../../files/index.js';
import type { FieldCheck, OccupiedEstimate } from '../../locate/index.js';

const fault = (where: string | Text, found: string | Text, expected: string | Text) =>
  new AfterlodeError('VACANCY_TABLE', where, { found, expected });

/** An estate of the table. */
export interface EstateRow {
  readonly id: string;
  readonly units: number;
  /** Cell of a grid or a district; null where the table has none. */
  readonly cell: string | null;
}

interface ReadTable {
  readonly name: string;
  readonly table: TextTable;
  readonly column: (heading: string, needed: boolean) => number;
  readonly rowOf: (at: number) => number;
}

async function tableOf(source: RowSource): Promise<ReadTable> {
  const rows = await readTableRows(source);
  const name = typeof source === 'string' ? source : source.name;
  const table = textTable(
    name,
    rows.map(({ cells }) => cells),
    fault,
  );
  const heading = table.heading.map((cell) => cell.toLowerCase());
  return {
    name,
    table,
    rowOf: (at) => rows[at + 1]?.row ?? at + 2,
    column(word, needed) {
      const at = heading.findIndex((cell) => [word, ...(otherWords[word] ?? [])].includes(cell));
      if (at < 0 && needed) throw fault(name, table.heading.join(', '), phrases.column(word));
      return at;
    },
  };
}

/** Headings that mean the same. */
const otherWords: Readonly<Record<string, readonly string[]>> = {
  estate: ['小区'],
  units: ['套数', '住房套数'],
  cell: ['网格'],
  source: ['来源'],
  occupied: ['入住', '入住套数'],
  error: ['误差', '标准误差'],
  checked: ['核查', '核查套数'],
};

/**
 * Estates with their actual units.
 *
 * @throws AfterlodeError VACANCY_TABLE naming row and column, FILE_… of reading
 */
export async function readEstates(source: RowSource): Promise<readonly EstateRow[]> {
  const { name, table, column, rowOf } = await tableOf(source);
  const [estate, units, cell] = [column('estate', true), column('units', true), column('cell', false)];
  const seen = new Set<string>();
  return table.rows.map((cells, at) => {
    const place = (heading: string) => phrases.cellOf(name, rowOf(at), heading);
    const id = (cells[estate] ?? '').trim();
    if (id === '') throw fault(place('estate'), phrases.empty, { en: 'an estate', zh: '小区名称' });
    if (seen.has(id)) throw fault(place('estate'), id, { en: 'each estate once', zh: '不重复的小区' });
    seen.add(id);
    const count = writtenNumber(cells[units] ?? '', () => place('units'), fault);
    if (!(Number.isInteger(count) && count > 0))
      throw fault(place('units'), cells[units] || phrases.empty, phrases.wholeFrom(1));
    return { id, units: count, cell: (cells[cell] ?? '').trim() || null };
  });
}

/**
 * Estimates by estate. An empty error is not known.
 *
 * @throws AfterlodeError VACANCY_TABLE, FILE_… of reading
 */
export async function readOccupied(
  source: RowSource,
): Promise<ReadonlyMap<string, readonly OccupiedEstimate[]>> {
  const { name, table, column, rowOf } = await tableOf(source);
  const places = ['estate', 'source', 'occupied', 'error'].map((word) => column(word, word !== 'error'));
  const found = new Map<string, OccupiedEstimate[]>();
  for (const [at, cells] of table.rows.entries()) {
    const place = (heading: string) => phrases.cellOf(name, rowOf(at), heading);
    const [estate = '', said = '', written = '', wrong = ''] = places.map((column_) =>
      (cells[column_] ?? '').trim(),
    );
    if (estate === '') throw fault(place('estate'), phrases.empty, { en: 'an estate', zh: '小区名称' });
    if (said === '') throw fault(place('source'), phrases.empty, { en: 'a source', zh: '来源' });
    const list = found.get(estate) ?? [];
    if (list.some((one) => one.source === said))
      throw fault(place('source'), said, {
        en: 'each source once for an estate',
        zh: '每个小区每个来源只出现一次',
      });
    const occupied = writtenNumber(written, () => place('occupied'), fault);
    const error = writtenNumber(wrong, () => place('error'), fault);
    if (occupied < 0) throw fault(place('occupied'), written, phrases.numberFrom0);
    if (error < 0) throw fault(place('error'), wrong, phrases.numberFrom0);
    // A source that says nothing of an estate is missing there.
    if (!Number.isNaN(occupied)) list.push({ source: said, occupied, error });
    found.set(estate, list);
  }
  return found;
}

/**
 * Visits by estate: of units drawn at random so many were occupied.
 *
 * @param estates for the most that can be visited
 * @throws AfterlodeError VACANCY_TABLE, FILE_… of reading
 */
export async function readChecked(
  source: RowSource,
  estates: readonly EstateRow[],
): Promise<ReadonlyMap<string, FieldCheck>> {
  const { name, table, column, rowOf } = await tableOf(source);
  const [estate, checked, occupied] = ['estate', 'checked', 'occupied'].map((word) => column(word, true)) as [
    number,
    number,
    number,
  ];
  const unitsOf = new Map(estates.map(({ id, units }) => [id, units]));
  const found = new Map<string, FieldCheck>();
  for (const [at, cells] of table.rows.entries()) {
    const place = (heading: string) => phrases.cellOf(name, rowOf(at), heading);
    const id = (cells[estate] ?? '').trim();
    if (found.has(id)) throw fault(place('estate'), id, { en: 'each estate once', zh: '不重复的小区' });
    const whole = (column_: number, heading: string, from: number, to: number) => {
      const value = writtenNumber(cells[column_] ?? '', () => place(heading), fault);
      if (Number.isInteger(value) && value >= from && value <= to) return value;
      const expected = {
        en: `a whole number from ${from}${Number.isFinite(to) ? ` to ${to}` : ''}`,
        zh: `不小于 ${from}${Number.isFinite(to) ? `、不大于 ${to}` : ''}的整数`,
      };
      throw fault(place(heading), cells[column_] || phrases.empty, expected);
    };
    const looked = whole(checked, 'checked', 1, unitsOf.get(id) ?? Number.POSITIVE_INFINITY);
    found.set(id, { checked: looked, occupied: whole(occupied, 'occupied', 0, looked) });
  }
  return found;
}
