import { AfterlodeError, type Issue, issue, phrases, type Text } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import type { DriverYears } from '../../plan/index.js';
import { type NamedColumn, type NamedRow, readNamedRows } from '../tables/named-rows.js';

/** What is wrong with a table of a roadmap. */
export const tableFault = (where: string | Text, found: string | Text, expected: string | Text) =>
  new AfterlodeError('ROADMAP_TABLE', where, { found, expected });

export const aPlace = { en: 'a place', zh: '地区名称' };
export const placeColumn = { also: ['城市', '地区'], needed: true } as const;

const also: Readonly<Record<string, readonly string[]>> = {
  co2: ['碳排放', '二氧化碳'],
  gdp: ['地区生产总值'],
  population: ['人口', '常住人口'],
  energy: ['能源消费', '能耗'],
};

/** A whole number of four digits. @throws AfterlodeError ROADMAP_TABLE */
export function yearOf(row: NamedRow<'year'>): number {
  const year = row.number('year');
  if (Number.isInteger(year) && year >= 1000 && year <= 9999) return year;
  throw row.wrong('year', row.text('year') || phrases.empty, {
    en: 'a year such as 2020',
    zh: '年份，如 2020',
  });
}

/**
 * Reads `place,year,co2` and columns of drivers; years in which one of them is empty are left out.
 *
 * @param columns that the table must have besides
 * @returns places in the order in which they first stand
 * @throws AfterlodeError ROADMAP_TABLE naming the cell, FILE_… of reading
 */
export async function readDrivers(
  source: RowSource,
  columns: readonly string[],
): Promise<{ readonly places: readonly DriverYears[]; readonly issues: readonly Issue[] }> {
  const names = ['co2', ...columns];
  const heads: Record<string, NamedColumn> = { place: placeColumn, year: { also: ['年份'], needed: true } };
  for (const column of names) heads[column] = { also: also[column] ?? [], needed: true };
  const { name, rows } = await readNamedRows(source, heads, tableFault);
  const places = new Map<string, Map<number, readonly number[]>>();
  for (const row of rows) {
    const place = row.word('place', aPlace);
    const own = places.get(place) ?? new Map<number, readonly number[]>();
    const year = yearOf(row);
    if (own.has(year))
      throw row.wrong('year', String(year), { en: 'each year once for a place', zh: '每个地区每年一行' });
    own.set(
      year,
      names.map((column) => aboveZero(row, column)),
    );
    places.set(place, own);
  }
  const found = Array.from(places, ([place, byYear]) => yearsOf(name, place, byYear, names));
  return { places: found.map(({ data }) => data), issues: found.flatMap(({ issues }) => issues) };
}

/** Logarithms need what is above 0. */
function aboveZero(row: NamedRow<string>, column: string): number {
  const value = row.number(column);
  if (value > 0 || Number.isNaN(value)) return value;
  throw row.wrong(column, row.text(column), phrases.numberAbove0);
}

function yearsOf(
  name: string,
  place: string,
  byYear: ReadonlyMap<number, readonly number[]>,
  names: readonly string[],
) {
  const complete = [...byYear]
    .filter(([, values]) => !values.some(Number.isNaN))
    .toSorted(([a], [b]) => a - b);
  const years = complete.map(([year]) => year);
  if (years.length === 0)
    throw tableFault(
      phrases.within(name, place),
      { en: 'no year with all values', zh: '没有各列齐全的年份' },
      { en: `a year with ${names.join(', ')}`, zh: `${names.join('、')} 齐全的年份` },
    );
  const given = [...byYear.keys()];
  const [first, last] = [Math.min(...given), Math.max(...given)];
  const gaps = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
    (year) => !years.includes(year),
  );
  const column = (at: number) => Float64Array.from(complete, ([, values]) => values[at] as number);
  const drivers = new Map(names.slice(1).map((driver, at) => [driver, column(at + 1)]));
  const where = phrases.within(name, place);
  return {
    data: { place, years, co2: column(0), drivers } satisfies DriverYears,
    issues:
      gaps.length === 0 ? [] : [issue('ROADMAP_LEFT_OUT', 'warning', where, { found: gaps.join(', ') })],
  };
}
