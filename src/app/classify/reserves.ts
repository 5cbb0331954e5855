import {
  type ExhaustionClock,
  exhaustionClock,
  exhaustionVerdict,
  outputGrowth,
  parameterValue,
  type ReserveBasis,
  type ReserveSeries,
  reserveBases,
} from '../../assess/index.js';
import { AfterlodeError, type CityId, phrases, type Text } from '../../base/index.js';
import type { Catalog, ReservesInput } from '../../catalog/index.js';
import { readCsvRecords } from '../../files/index.js';
import { cityOf } from '../../register/index.js';
import { rowPlace } from '../tables/places.js';
import type { Workspace } from '../workspace.js';

/** Reserves as a file gives them, by unit. */
export interface Reserves {
  readonly series: ReadonlyMap<CityId, readonly ReserveSeries[]>;
  readonly clocks: (city: CityId) => readonly ExhaustionClock[];
  readonly inputs: (city: CityId) => Readonly<Record<ReservesInput, number>> | null;
}

/** No reserves: nothing is known of any unit. */
export const noReserves: Reserves = { series: new Map(), clocks: () => [], inputs: () => null };

type Row = Readonly<Record<string, string>>;

const basisWords: Readonly<Record<string, ReserveBasis>> = {
  recoverable: 'recoverable',
  可采储量: 'recoverable',
  total: 'total',
  总储量: 'total',
};

/** Years over which the growth of output is taken for the typing. */
const growthYears = 5;

/**
 * Reads reserves: `place,resource,basis,reserves,additions,year,output`, one row a year, `leading` (1) optional. `reserves`
 * stands in the first year and may be repeated; all amounts of a resource are in one unit. Rows of the country give
 * national shares.
 *
 * @throws AfterlodeError IDENTIFY_BASIS, IDENTIFY_RESERVES, CITY_UNKNOWN, CALL_FILE_MISSING
 */
export async function readReserves(ws: Workspace, path: string): Promise<Reserves> {
  const groups = new Map<string, { city: CityId; rows: [row: Row, line: number][] }>();
  const records = await readCsvRecords(path);
  records.forEach((row, at) => {
    const where = rowPlace(path, at + 2);
    checkHeadings(row, where);
    const city = cityOf(ws.register, row.place ?? '').id;
    const key = `${city}/${row.resource ?? ''}/${basisOf(row, where)}`;
    const group = groups.get(key) ?? { city, rows: [] };
    group.rows.push([row, at + 2]);
    groups.set(key, group);
  });
  const series = new Map<CityId, ReserveSeries[]>();
  for (const { city, rows } of groups.values()) {
    series.set(city, [...(series.get(city) ?? []), seriesOf(rows, path)]);
  }
  return reservesOf(ws, series);
}

function reservesOf(ws: Workspace, series: ReadonlyMap<CityId, readonly ReserveSeries[]>): Reserves {
  const rule = exhaustionRule(ws.catalog);
  const clocks = new Map(
    [...series].map(([city, all]) => [city, all.map((one) => exhaustionClock(one, rule))] as const),
  );
  const country = ws.register.cities.find(({ level }) => level === 'country');
  const national = (country && series.get(country.id)) ?? [];
  return {
    series,
    clocks: (city) => clocks.get(city) ?? [],
    inputs(city) {
      const own = clocks.get(city) ?? [];
      const verdict = exhaustionVerdict(own, ws.register.byId.get(city)?.resources[0] ?? null);
      const at = own.findIndex(
        ({ resource, basis }) => resource === verdict.resource && basis === verdict.basis,
      );
      const clock = own[at];
      const leading = series.get(city)?.[at];
      if (!clock || !leading) return null;
      return {
        remaining_share: clock.extractedShare === null ? Number.NaN : 1 - clock.extractedShare,
        years_left: clock.yearsLeft ?? Number.NaN,
        output_growth: outputGrowth(leading, growthYears),
        output_national_share: nationalShare(leading, national),
      };
    },
  };
}

function exhaustionRule(catalog: Catalog) {
  return {
    share: {
      recoverable: parameterValue(catalog, 'exhaustion_share'),
      total: parameterValue(catalog, 'exhaustion_share_total'),
    },
    nearYears: parameterValue(catalog, 'exhaustion_years'),
    outputYears: parameterValue(catalog, 'exhaustion_output_years'),
  };
}

/** Output of the last year by the country's of the same resource and year; `NaN` where the table has none. */
function nationalShare(own: ReserveSeries, national: readonly ReserveSeries[]): number {
  const year = own.years.at(-1) ?? Number.NaN;
  const of = national.find(({ resource }) => resource === own.resource);
  const whole = of?.output[of.years.indexOf(year)] ?? Number.NaN;
  return whole > 0 ? (own.output.at(-1) as number) / whole : Number.NaN;
}

function seriesOf(rows: readonly (readonly [row: Row, line: number])[], path: string): ReserveSeries {
  const dated = rows
    .map(([row, line]) => ({ row, line, year: numberIn(row, 'year', rowPlace(path, line)) }))
    .sort((a, b) => a.year - b.year);
  const [first] = dated as [(typeof dated)[number]];
  const amounts = (column: string) =>
    Float64Array.from(dated, ({ row, line }) => numberIn(row, column, rowPlace(path, line)));
  const given = [...amounts('reserves')].filter((one) => !Number.isNaN(one));
  if (new Set(given).size > 1) {
    const facts = {
      found: [...new Set(given)].join(', '),
      expected: { en: 'reserves at the start of the first year, once', zh: '首年年初的储量，只给一次' },
    };
    throw new AfterlodeError('IDENTIFY_RESERVES', rowPlace(path, first.line), facts);
  }
  return {
    place: first.row.place ?? '',
    resource: first.row.resource ?? '',
    basis: basisOf(first.row, rowPlace(path, first.line)),
    reserves: given[0] ?? Number.NaN,
    years: dated.map(({ year }) => year),
    output: amounts('output'),
    additions: amounts('additions'),
    leading: dated.some(({ row }) => /^(1|true|yes|是)$/i.test((row.leading ?? '').trim())),
  };
}

function basisOf(row: Row, where: Text): ReserveBasis {
  const written = (row.basis ?? '').trim();
  const found = basisWords[written.toLowerCase()];
  if (found) return found;
  throw new AfterlodeError('IDENTIFY_BASIS', where, { found: written, expected: reserveBases.join(', ') });
}

function checkHeadings(row: Row, where: Text): void {
  const needed = ['place', 'resource', 'basis', 'reserves', 'additions', 'year', 'output'];
  const lacking = needed.filter((name) => !(name in row));
  if (lacking.length === 0) return;
  const facts = { found: Object.keys(row).join(', '), expected: needed.join(', ') };
  throw new AfterlodeError('IDENTIFY_RESERVES', where, facts);
}

/** A number of a cell; an empty one is missing. */
function numberIn(row: Row, column: string, where: Text): number {
  const written = (row[column] ?? '').trim();
  if (written === '') {
    if (column !== 'year') return Number.NaN;
    throw new AfterlodeError('IDENTIFY_RESERVES', where, {
      found: { en: 'no year', zh: '未填年份' },
      expected: { en: 'a year', zh: '年份' },
    });
  }
  const value = Number(written);
  if (Number.isFinite(value)) return value;
  throw new AfterlodeError('IDENTIFY_RESERVES', where, {
    found: `${column} ${written}`,
    expected: phrases.number,
  });
}
