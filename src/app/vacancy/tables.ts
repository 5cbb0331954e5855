import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import type { FieldCheck, OccupiedEstimate } from '../../locate/index.js';
import { type NamedRow, readNamedRows } from '../tables/named-rows.js';

const fault = (where: string | Text, found: string | Text, expected: string | Text) =>
  new AfterlodeError('VACANCY_TABLE', where, { found, expected });

const anEstate: Text = { en: 'an estate', zh: '小区名称' };
const estateOnce: Text = { en: 'each estate once', zh: '不重复的小区' };

const estateColumns = {
  estate: { also: ['小区'], needed: true },
  units: { also: ['套数', '住房套数'], needed: true },
  cell: { also: ['网格'], needed: false },
} as const;

const occupiedColumns = {
  estate: { also: ['小区'], needed: true },
  source: { also: ['来源'], needed: true },
  occupied: { also: ['入住', '入住套数'], needed: true },
  error: { also: ['误差', '标准误差'], needed: false },
} as const;

const checkedColumns = {
  estate: { also: ['小区'], needed: true },
  checked: { also: ['核查', '核查套数'], needed: true },
  occupied: { also: ['入住', '入住套数'], needed: true },
} as const;

/** An estate of the table. */
export interface EstateRow {
  readonly id: string;
  readonly units: number;
  /** Cell of a grid or a district; null where the table has none. */
  readonly cell: string | null;
}

/**
 * Estates with their actual units.
 *
 * @throws AfterlodeError VACANCY_TABLE naming row and column, FILE_… of reading
 */
export async function readEstates(source: RowSource): Promise<readonly EstateRow[]> {
  const { rows } = await readNamedRows(source, estateColumns, fault);
  const seen = new Set<string>();
  return rows.map((row) => {
    const id = row.word('estate', anEstate);
    if (seen.has(id)) throw row.wrong('estate', id, estateOnce);
    seen.add(id);
    const units = row.number('units');
    if (!(Number.isInteger(units) && units > 0))
      throw row.wrong('units', row.text('units') || phrases.empty, phrases.wholeFrom(1));
    return { id, units, cell: row.text('cell') || null };
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
  const { rows } = await readNamedRows(source, occupiedColumns, fault);
  const found = new Map<string, OccupiedEstimate[]>();
  for (const row of rows) {
    const estate = row.word('estate', anEstate);
    const said = row.word('source', { en: 'a source', zh: '来源' });
    const list = found.get(estate) ?? [];
    if (list.some((one) => one.source === said))
      throw row.wrong('source', said, {
        en: 'each source once for an estate',
        zh: '每个小区每个来源只出现一次',
      });
    const [occupied, error] = [row.number('occupied'), row.number('error')];
    if (occupied < 0) throw row.wrong('occupied', row.text('occupied'), phrases.numberFrom0);
    if (error < 0) throw row.wrong('error', row.text('error'), phrases.numberFrom0);
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
  const { rows } = await readNamedRows(source, checkedColumns, fault);
  const unitsOf = new Map(estates.map(({ id, units }) => [id, units]));
  const found = new Map<string, FieldCheck>();
  for (const row of rows) {
    const id = row.text('estate');
    if (found.has(id)) throw row.wrong('estate', id, estateOnce);
    const checked = wholeAt(row, 'checked', 1, unitsOf.get(id) ?? Number.POSITIVE_INFINITY);
    found.set(id, { checked, occupied: wholeAt(row, 'occupied', 0, checked) });
  }
  return found;
}

function wholeAt(
  row: NamedRow<keyof typeof checkedColumns>,
  column: 'checked' | 'occupied',
  from: number,
  to: number,
): number {
  const value = row.number(column);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw row.wrong(column, row.text(column) || phrases.empty, {
    en: `a whole number from ${from}${Number.isFinite(to) ? ` to ${to}` : ''}`,
    zh: `不小于 ${from}${Number.isFinite(to) ? `、不大于 ${to}` : ''}的整数`,
  });
}
