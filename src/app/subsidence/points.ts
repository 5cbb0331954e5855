import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import { openRows } from '../../files/index.js';
import type { Series } from '../../locate/index.js';

/** Points of a product that has no grid. Its series holds them as one row of cells. */
export interface Points {
  readonly ids: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Table of points among the results. */
export const pointTableName = 'points.csv';
/** Motion of the points since the first date, mm: NumPy's matrix with a row for each row of the table and a column for each date. */
export const pointSeriesName = 'points_mm.npy';

const expected: Text = {
  en: 'columns pid, easting and northing or longitude and latitude, and two dates or more such as 20160105',
  zh: 'pid、easting 与 northing（或 longitude 与 latitude）列，以及至少两个日期列，如 20160105',
};

/**
 * Reads points with a column for each date, as the European Ground Motion Service writes them (Basic and Calibrated: along the
 * line of sight, negative away from the satellite; Ortho: up or east). Cells that are no number are missing.
 *
 * @throws AfterlodeError DISPLACEMENT_PRODUCT for other tables, and the faults of `openRows`
 */
export async function readPoints(path: string): Promise<{
  readonly points: Points;
  readonly dates: readonly string[];
  /** By date, as the file holds them. */
  readonly values: readonly Float64Array[];
  /** Whether the table is one of the service, whose unit is mm. */
  readonly service: boolean;
}> {
  let columns: ReturnType<typeof columnsOf> | null = null;
  const ids: string[] = [];
  const places: [number[], number[]] = [[], []];
  const numbers: number[][] = [];
  for await (const batch of openRows(path))
    for (const { cells } of batch) {
      if (columns === null) {
        columns = columnsOf(path, cells);
        for (const _ of columns.dates) numbers.push([]);
        continue;
      }
      ids.push(cells[columns.id] ?? '');
      places[0].push(numberIn(cells[columns.x]));
      places[1].push(numberIn(cells[columns.y]));
      for (const [at, { column }] of columns.dates.entries()) numbers[at]?.push(numberIn(cells[column]));
    }
  if (columns === null || ids.length === 0)
    throw new AfterlodeError('DISPLACEMENT_PRODUCT', path, { found: phrases.noRows, expected });
  return {
    points: { ids, x: Float64Array.from(places[0]), y: Float64Array.from(places[1]) },
    dates: columns.dates.map(({ date }) => date),
    values: numbers.map((list) => Float64Array.from(list)),
    service: columns.service,
  };
}

function columnsOf(path: string, headings: readonly string[]) {
  const names = headings.map((heading) => heading.trim().toLowerCase());
  const find = (...wanted: readonly string[]) => names.findIndex((name) => wanted.includes(name));
  const dates = names.flatMap((date, column) =>
    /^\d{4}-?\d{2}-?\d{2}$/.test(date) ? [{ date, column }] : [],
  );
  const found = {
    id: find('pid', 'id'),
    x: find('easting', 'longitude', 'lon', 'x'),
    y: find('northing', 'latitude', 'lat', 'y'),
  };
  if (dates.length < 2 || Object.values(found).includes(-1))
    throw new AfterlodeError('DISPLACEMENT_PRODUCT', path, {
      found: headings.slice(0, 8).join(', '),
      expected,
    });
  return { ...found, dates, service: names.includes('pid') && names.includes('mean_velocity') };
}

function numberIn(cell: string | undefined): number {
  return cell === undefined || cell.trim() === '' ? Number.NaN : Number(cell);
}

/**
 * Points as CSV; missing is an empty cell. Rate and its error come before the last date and ties, what else was asked for behind.
 *
 * @param more columns by name, rate and standard error first
 */
export function pointTable(
  { ids, x, y }: Points,
  { cumulativeMm, tied }: Series,
  more: readonly { readonly name: string; readonly values: ArrayLike<number> }[],
): string {
  const columns = [
    { name: 'x', values: x },
    { name: 'y', values: y },
    ...more.slice(0, 2),
    { name: 'last_mm', values: cumulativeMm.at(-1) as Float64Array },
    { name: 'tied', values: tied },
    ...more.slice(2),
  ];
  const cell = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? '' : String(value);
  const rows = ids.map((id, at) =>
    [
      /[",\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id,
      ...columns.map(({ values }) => cell(values[at])),
    ].join(','),
  );
  return `${['id', ...columns.map(({ name }) => name)].join(',')}\n${rows.join('\n')}\n`;
}
