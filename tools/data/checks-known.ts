import type { CheckDefinition } from './checks.js';
import { field } from './csv.js';
import type { Shipped } from './shipped.js';

/** Population of a listed prefecture in both census years, on the boundaries of each year. */
function unaligned(shipped: Shipped, areas: string, adcode: string, year: string): number {
  const own = new RegExp(`(?:^| )${year}=(\\S*)`).exec(areas)?.[1];
  const codes = own === undefined ? [adcode] : own.split('+');
  const table = shipped.table(`census_${year}`);
  return codes.reduce(
    (sum, code) => sum + (table.get(`${code}/${year}`)?.get('population') ?? Number.NaN),
    0,
  );
}

/** Relative change 2010 to 2020 of each listed prefecture, by register code. */
export function populationChange(shipped: Shipped, aligned: boolean): ReadonlyMap<string, number> {
  const table = shipped.table('census_aligned');
  const at = (code: string, year: string) =>
    table.get(`${code}/${year}`)?.get('population_aligned') ?? Number.NaN;
  const prefectures = shipped
    .rows('register/cities.csv')
    .filter((row) => field(row, 'level') === 'prefecture');
  return new Map(
    prefectures.map((row) => {
      const code = field(row, 'adcode');
      const value = (year: string) =>
        aligned ? at(code, year) : unaligned(shipped, field(row, 'areas'), code, year);
      return [code, value('2020') / value('2010') - 1];
    }),
  );
}

function shrinking(shipped: Shipped, aligned: boolean): number {
  return [...populationChange(shipped, aligned).values()].filter((change) => change < 0).length;
}

/**
 * Mining in percent of the employed, pooled over prefectures of the census year with a row of their own.
 *
 * @param listed the listed prefectures, or all others without the municipalities
 */
export function pooledMining(shipped: Shipped, year: string, listed: boolean): number {
  const codes = new Set(shipped.rows('register/cities.csv').map((row) => field(row, 'id')));
  const table = shipped.table(`census_${year}`);
  let mining = 0;
  let employed = 0;
  for (const unit of shipped.rows('register/units.csv')) {
    if (field(unit, 'level') !== 'prefecture' || codes.has(field(unit, 'listed')) !== listed) continue;
    const row = table.get(`${field(unit, 'code')}/${year}`);
    mining += row?.get('employed_mining') ?? 0;
    employed += row?.get('employed') ?? 0;
  }
  return Number(((100 * mining) / employed).toFixed(2));
}

function mining(year: string, listed: boolean, expected: number): CheckDefinition {
  return {
    table: `census_${year}`,
    what: listed
      ? {
          zh: '采矿业占从业人口比重，列名地级合计，%',
          en: 'mining in percent of the employed, listed prefectures pooled',
        }
      : {
          zh: '采矿业占从业人口比重，其他地级合计，%',
          en: 'mining in percent of the employed, other prefectures pooled',
        },
    expected,
    count: (shipped) => pooledMining(shipped, year, listed),
  };
}

function rows(table: string, expected: number): CheckDefinition {
  return { table, what: { zh: '行数', en: 'rows' }, expected, count: (shipped) => shipped.table(table).size };
}

function matrixCells(shipped: Shipped): ReadonlyMap<string, number> {
  return new Map(
    shipped
      .rows('tables/io_2020_42.csv.gz')
      .map((row) => [
        `${field(row, 'row')}/${field(row, 'origin')}/${field(row, 'col')}`,
        Number(field(row, 'value')),
      ]),
  );
}

/** Sectors whose inputs do not add up to total inputs, or whose uses do not add up to output, within 1e-8. */
function unbalanced(shipped: Shipped): number {
  const cells = matrixCells(shipped);
  const at = (key: string) => cells.get(key) ?? 0;
  const sectors = shipped
    .rows('tables/io_2020_42.sectors.csv')
    .filter((row) => field(row, 'kind') === 'sector')
    .map((row) => field(row, 'code'));
  return sectors.filter((sector) => {
    const inputs = sectors.reduce(
      (sum, from) => sum + at(`${from}/domestic/${sector}`) + at(`${from}/import/${sector}`),
      at(`TVA//${sector}`),
    );
    const uses = sectors.reduce(
      (sum, to) => sum + at(`${sector}/domestic/${to}`),
      at(`${sector}/domestic/TFU`),
    );
    const near = (a: number, b: number) => Math.abs(a - b) <= 1e-8 * Math.abs(b);
    return !near(inputs, at(`TI//${sector}`)) || !near(uses, at(`${sector}/domestic/GO`));
  }).length;
}

/** Checks against figures known from the accounts of the sources. */
export const knownChecks: Readonly<Record<string, CheckDefinition>> = {
  mining_2010_listed: mining('2010', true, 2.53),
  mining_2010_others: mining('2010', false, 0.52),
  mining_2020_listed: mining('2020', true, 2.24),
  mining_2020_others: mining('2020', false, 0.36),
  shrinking_unaligned: {
    table: 'census_2020',
    what: {
      zh: '126个列名地级中2010-2020年人口减少的个数，区划未对齐',
      en: 'of the 126 listed prefectures, how many lost people 2010 to 2020, boundaries not aligned',
    },
    expected: 74,
    count: (shipped) => shrinking(shipped, false),
  },
  aligned_rows: rows('census_aligned', 719),
  shrinking_aligned: {
    table: 'census_aligned',
    what: {
      zh: '126个列名地级中2010-2020年人口减少的个数，区划已对齐',
      en: 'of the 126 listed prefectures, how many lost people 2010 to 2020, on aligned boundaries',
    },
    expected: 77,
    count: (shipped) => shrinking(shipped, true),
  },
  yearbook_rows: rows('yearbook_2004_2012', 1988),
  yearbook_moved: {
    table: 'yearbook_2004_2012',
    what: { zh: '移到所属年份的市年', en: 'city-years put into the year they belong to' },
    expected: 116,
    count: (shipped) =>
      shipped.rows('marks.csv').filter((mark) => field(mark, 'mark') === 'year-corrected').length / 9,
  },
  city_2015_rows: rows('city_2015', 279),
  io_balance: {
    table: 'io_2020_42',
    what: {
      zh: '投入或使用不平衡的部门（1e-8）',
      en: 'sectors whose inputs or uses do not balance (1e-8)',
    },
    expected: 0,
    count: unbalanced,
  },
  io_value_added: {
    table: 'io_2020_42',
    what: { zh: '增加值合计，亿元', en: 'value added, 100 million yuan' },
    expected: 1016422,
    count: (shipped) => Math.round((matrixCells(shipped).get('TVA//TIU') ?? Number.NaN) / 10000),
  },
};
