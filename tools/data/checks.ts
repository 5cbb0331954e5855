import type { Text } from '../../src/base/index.js';
import { sections } from './census-columns.js';
import { knownChecks } from './checks-known.js';
import { field } from './csv.js';
import type { Shipped, ShippedTable } from './shipped.js';
import type { Cell, Check } from './types.js';

/** A count over shipped tables, the number it should be, and words for the data page. */
export interface CheckDefinition {
  readonly table: string;
  readonly what: Text;
  readonly expected: number;
  readonly count: (shipped: Shipped) => number;
}

type Row = ReadonlyMap<string, Cell>;

const sectionColumns = sections.map((section) => `employed_${section.name}`);
const occupationColumns = 'heads professional clerks service farming production other'
  .split(' ')
  .map((name) => `occupation_${name}`);

/** Rows in which parts and total are present and differ. */
function misfits(table: ShippedTable, total: string, parts: readonly string[]): number {
  return [...table.values()].filter((row) => {
    const sum = sumOf(row, parts);
    const whole = row.get(total) ?? null;
    return sum !== null && whole !== null && sum !== whole;
  }).length;
}

function sumOf(row: Row, columns: readonly string[]): number | null {
  let sum = 0;
  for (const column of columns) {
    const value = row.get(column) ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** Count columns of a census table. */
function countColumns(shipped: Shipped, id: string): readonly string[] {
  const counts = ['person', 'household', 'sample_person', 'sample_household'];
  return Object.entries(shipped.sidecar(id).columns ?? {})
    .filter(([, column]) => counts.includes(column.unit))
    .map(([name]) => name);
}

/** Cells in which a unit of one level differs from the sum of the units it contains; blanks count as nothing there. */
function sumsOfParts(shipped: Shipped, year: string, level: string, parts: readonly string[]): number {
  const id = `census_${year}`;
  const table = shipped.table(id);
  const units = shipped.rows('register/units.csv');
  const inYear = units.filter((unit) => field(unit, 'years').split(' ').includes(year));
  const children = new Map<string, Row[]>();
  for (const unit of inYear) {
    const row = table.get(`${field(unit, 'code')}/${year}`);
    if (row === undefined || !parts.includes(field(unit, 'level'))) continue;
    const parent = field(unit, 'parent');
    children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  const columns = countColumns(shipped, id);
  let differing = 0;
  for (const unit of inYear.filter((one) => field(one, 'level') === level)) {
    const own = table.get(`${field(unit, 'code')}/${year}`);
    const inside = children.get(field(unit, 'code'));
    if (own === undefined || inside === undefined) continue;
    differing += columns.filter((column) => {
      const value = own.get(column) ?? null;
      return value !== null && value !== inside.reduce((sum, row) => sum + (row.get(column) ?? 0), 0);
    }).length;
  }
  return differing;
}

const countyLevels = ['county', 'county-city', 'district', 'area'];

function censusChecks(year: string, rows: number, loose: Readonly<Record<string, number>>) {
  const table = `census_${year}`;
  const of = (what: Text, expected: number, count: CheckDefinition['count']): CheckDefinition => ({
    table,
    what,
    expected,
    count,
  });
  const allZero = (zh: string, en: string, name: string, total: string, parts: readonly string[]) =>
    of({ zh, en }, loose[name] ?? 0, (shipped) => misfits(shipped.table(table), total, parts));
  return {
    [`${table}_rows`]: of({ zh: '行数', en: 'rows' }, rows, (shipped) => shipped.table(table).size),
    [`${table}_sections`]: allZero(
      '行业门类之和不等于从业人口的行',
      'rows whose sections do not add up to the employed',
      'sections',
      'employed',
      sectionColumns,
    ),
    [`${table}_occupations`]: allZero(
      '职业大类之和不等于从业人口的行',
      'rows whose occupations do not add up to the employed',
      'occupations',
      'employed',
      occupationColumns,
    ),
    [`${table}_ages`]: allZero(
      '年龄各组之和不等于总人口的行',
      'rows whose age groups do not add up to the population',
      'ages',
      'population',
      ['population_0_14', 'population_15_59', 'population_60_plus'],
    ),
    [`${table}_sexes`]: allZero(
      '男女之和不等于总人口的行',
      'rows whose men and women do not add up to the population',
      'sexes',
      'population',
      ['male', 'female'],
    ),
    [`${table}_urban`]: allZero(
      '城乡之和不等于总人口的行',
      'rows whose urban and rural population do not add up to the population',
      'urban',
      'population',
      ['population_urban', 'population_rural'],
    ),
    [`${table}_prefectures`]: of(
      {
        zh: '地级行与所辖各县之和不等的格（均有 marks）',
        en: 'cells in which a prefecture differs from the sum of its counties (all of them marked)',
      },
      loose.prefectures ?? 0,
      (shipped) => sumsOfParts(shipped, year, 'prefecture', countyLevels),
    ),
    [`${table}_provinces`]: of(
      {
        zh: '省级行与所辖各单位之和不等的格',
        en: 'cells in which a province differs from the sum of the units in it',
      },
      loose.provinces ?? 0,
      (shipped) => sumsOfParts(shipped, year, 'province', ['prefecture', ...countyLevels]),
    ),
    [`${table}_country`]: of(
      {
        zh: '全国行与各省之和不等的格',
        en: 'cells in which the country differs from the sum of its provinces',
      },
      loose.country ?? 0,
      (shipped) => sumsOfParts(shipped, year, 'country', ['province']),
    ),
  };
}

/** All checks by id. Tests count them again from the shipped files. */
export const checks: Readonly<Record<string, CheckDefinition>> = {
  ...censusChecks('2010', 3231, { occupations: 1, prefectures: 2 }),
  ...censusChecks('2020', 3350, { provinces: 1 }),
  ...knownChecks,
};

/** Counts all checks of one table. */
export function countChecks(table: string, shipped: Shipped): readonly Check[] {
  return Object.entries(checks)
    .filter(([, check]) => check.table === table)
    .map(([id, check]) => ({ id, what: check.what, found: check.count(shipped), expected: check.expected }));
}
