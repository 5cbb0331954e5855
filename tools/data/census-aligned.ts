import { join } from 'node:path';
import type { Text } from '../../src/base/index.js';
import { field, numberOf, numberText, readCsv } from './csv.js';
import type { BuiltTable, Cell, ColumnSpec, MarkKind, MarkRow, SourceRow, WideRow } from './types.js';

const id = 'census_aligned';
const years = ['2010', '2020'] as const;

/** Our column and the stem of the source's heading, which the year follows. */
const columns: readonly (ColumnSpec & { readonly stem: string })[] = [
  ...['population', 'population_urban', 'population_rural'].map((stem) => ({
    name: `${stem}_aligned`,
    unit: 'person',
    stem,
  })),
  { name: 'household_size_aligned', unit: 'person_per_household', stem: 'household_size' },
  { name: 'sex_ratio_aligned', unit: 'men_per_100_women', stem: 'sex_ratio' },
  ...['0_14', '15_59', '60_plus', '65_plus'].map((ages) => ({
    name: `age_${ages}_share_aligned`,
    unit: 'percent',
    stem: `age_${ages}_share`,
  })),
];

/**
 * Builds the prefecture table in which 2010 is set on the boundaries of 2020, and adds 莱芜 from the county tables,
 * because it had become part of 济南 by 2020.
 *
 * @param census the two census tables, already mended; cells that disagree with them are marked doubtful
 */
export function buildAligned(shared: string, census: readonly BuiltTable[]): BuiltTable {
  const yearbook = new Map(
    census.flatMap((table) => table.rows).map((row) => [`${row.code}/${row.period}`, row]),
  );
  const marks: MarkRow[] = [];
  const rows: WideRow[] = [];
  for (const row of readCsv(join(shared, 'data/panel/census.csv'))) {
    for (const year of years) {
      const read = rowOf(row, year);
      // Cities of the Xinjiang corps stand in the source without a single figure.
      if ([...read.cells.values()].every((value) => value === null)) continue;
      rows.push(read);
      marks.push(...doubtsOf(read, yearbook.get(`${read.code}/${year}`)));
    }
  }
  rows.push(...laiwu(yearbook, marks));
  rows.sort((a, b) => (a.code + a.period < b.code + b.period ? -1 : 1));
  return {
    id,
    title: {
      zh: '2010与2020年人口普查主要数据（2010年已对齐到2020年区划，地级）',
      en: 'Censuses 2010 and 2020, main figures of prefectures (2010 set on the boundaries of 2020)',
    },
    note,
    codes: 'register',
    boundary: { zh: '两年均为2020年末区划', en: 'boundaries of the end of 2020 in both years' },
    source,
    compressed: true,
    columns: columns.map(({ name, unit }) => ({ name, unit })),
    rows,
    marks,
  };
}

function rowOf(row: SourceRow, year: string): WideRow {
  const cells = new Map(columns.map(({ name, stem }) => [name, numberOf(row[`${stem}_${year}`])]));
  return { code: field(row, 'adcode'), period: year, cells };
}

function doubtsOf(row: WideRow, yearbook: WideRow | undefined): readonly MarkRow[] {
  const value = (stem: string) => row.cells.get(`${stem}_aligned`) ?? null;
  const found: MarkRow[] = [];
  const add = (stem: string, mark: MarkKind, detail: Text) => {
    const column = `${stem}_aligned`;
    if (found.some((one) => one.column === column && one.mark === mark)) return;
    found.push({
      table: id,
      code: row.code,
      period: row.period,
      column,
      mark,
      original: value(stem),
      detail,
    });
  };
  const population = value('population');
  const urban = value('population_urban');
  const rural = value('population_rural');
  if (population === null) return found;
  if (urban !== null && rural !== null && Math.abs(urban + rural - population) > 0.001 * population) {
    for (const stem of ['population', 'population_urban', 'population_rural'])
      add(stem, 'doubtful', partsDiffer);
  }
  for (const stem of ['population_urban', 'population_rural']) {
    if (!Number.isInteger(value(stem) ?? 0)) add(stem, 'derived', fraction);
  }
  if ((value('age_65_plus_share') ?? 0) > (value('age_60_plus_share') ?? 100)) {
    for (const stem of ['age_60_plus_share', 'age_65_plus_share']) add(stem, 'doubtful', order);
  }
  if (yearbook !== undefined) compare(row.period, population, value, yearbook, add);
  return found;
}

/** Against the county volume of the same year: in 2020 the areas are the same, in 2010 where the population agrees. */
function compare(
  year: string,
  population: number,
  value: (stem: string) => Cell,
  yearbook: WideRow,
  add: (stem: string, mark: MarkKind, detail: Text) => void,
): void {
  const printed = yearbook.cells.get('population') ?? null;
  if (printed === null) return;
  const sameArea = Math.abs(population / printed - 1) <= 0.01;
  if (!sameArea) {
    if (year === '2020') add('population', 'doubtful', differs(printed));
    return;
  }
  for (const stem of ['household_size', 'sex_ratio']) {
    const other = yearbook.cells.get(stem) ?? null;
    const own = value(stem);
    if (own !== null && other !== null && Math.abs(own / other - 1) > 0.03)
      add(stem, 'doubtful', differs(other));
  }
  for (const ages of ['0_14', '15_59', '60_plus', '65_plus']) {
    const other = share(yearbook.cells.get(`population_${ages}`) ?? null, printed);
    const own = value(`age_${ages}_share`);
    if (own !== null && other !== null && Math.abs(own - other) > 1) {
      add(`age_${ages}_share`, 'doubtful', differs(other));
    }
  }
}

/** 莱芜市: its own row in 2010, its two districts in 2020. */
function laiwu(yearbook: ReadonlyMap<string, WideRow>, marks: MarkRow[]): readonly WideRow[] {
  const parts: Readonly<Record<string, readonly string[]>> = {
    '2010': ['371200'],
    '2020': ['370116', '370117'],
  };
  return years.map((year) => {
    const rows = (parts[year] ?? []).map((code) => yearbook.get(`${code}/${year}`));
    const sum = (column: string) =>
      rows.reduce((total, row) => total + (row?.cells.get(column) ?? Number.NaN), 0);
    const population = sum('population');
    const round = (number: number) => Number(number.toFixed(2));
    const cells = new Map<string, Cell>([
      ['population_aligned', population],
      ['population_urban_aligned', sum('population_urban')],
      ['population_rural_aligned', sum('population_rural')],
      ['household_size_aligned', round(sum('household_population') / sum('households'))],
      ['sex_ratio_aligned', round((100 * sum('male')) / sum('female'))],
      ...['0_14', '15_59', '60_plus', '65_plus'].map(
        (ages) =>
          [`age_${ages}_share_aligned`, round((100 * sum(`population_${ages}`)) / population)] as const,
      ),
    ]);
    for (const [column, value] of cells) {
      if (value === null || !Number.isFinite(value)) throw new Error(`371200 ${year} ${column}`);
      const place = { table: id, code: '371200', period: year, column };
      marks.push({ ...place, mark: 'derived', original: null, detail: fromDistricts });
    }
    return { code: '371200', period: year, cells };
  });
}

function share(part: Cell, whole: number): Cell {
  return part === null ? null : Number(((100 * part) / whole).toFixed(2));
}

function differs(printed: number): Text {
  const text = numberText(printed);
  return {
    zh: `分县资料同一代码为${text}`,
    en: `the county volume has ${text} under the same code`,
  };
}

const partsDiffer = { zh: '城乡之和与总人口不符', en: 'urban and rural do not add up to the population' };
const fraction = {
  zh: '不是整数：原作者对合并单位按比例拆分',
  en: 'not a whole number: the author split a merged unit',
};
const order = {
  zh: '65岁及以上比重大于60岁及以上比重',
  en: 'the share aged 65 and over exceeds that of 60 and over',
};
const fromDistricts = {
  zh: '2019年并入济南；据分县资料：2010年为本市行，2020年为莱芜、钢城两区之和',
  en: 'part of Jinan since 2019; from the county volumes: its own row in 2010, the districts Laiwu and Gangcheng in 2020',
};

const note: Text = {
  zh: '2010年由原作者按2020年末区划调整，两年可直接比较；census_2010与census_2020则各用当年区划。2020年取自各地公报，少数与分县资料不同（已标疑）。保定不含雄安与定州。莱芜两行由本库据分县资料补入，其人口同时含于济南。新疆兵团各市原表无数，三沙2010年无数。台湾不在表中。',
  en: 'The author set 2010 on the boundaries of the end of 2020, so the two years compare directly, whereas census_2010 and census_2020 each keep the boundaries of their year. 2020 comes from bulletins of local governments; where it differs from the county volume the cell is marked. Baoding is without Xiongan and Dingzhou. The two rows of Laiwu were added here from the county volumes; its people are also in the row of Jinan. The source has no figures for the cities of the Xinjiang corps and none for Sansha in 2010. Taiwan is not in the table.',
};

const source = {
  repository: 'https://github.com/leiii/census',
  path: 'data/census/census_city_2010-2020_v1.csv',
  commit: 'not recorded',
  primary: {
    zh: '第六次全国人口普查资料；第七次全国人口普查各地公报；对齐：Lei Dong 等，Mapping Evolving Population Geography in China，2022',
    en: 'Sixth census yearbook and bulletins of the seventh census; alignment: Lei Dong et al., Mapping Evolving Population Geography in China, 2022',
  },
  licence: 'MIT',
  licence_file: 'licenses/leiii_census.txt',
};
