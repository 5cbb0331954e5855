import type { Text } from '../../src/base/index.js';
import type { Cell, MarkKind, MarkRow, WideRow } from './types.js';

/** A cell that this generator mends itself, because the sums of the table give its value. */
interface Repair {
  readonly code: string;
  readonly column: string;
  readonly value: number;
  readonly original: Cell;
  readonly detail: Text;
  /** Prefecture that the source suspects; with the county mended it fits, so its doubt goes. */
  readonly clears?: string;
}

/** The value that the prefecture less its other counties gives, where it also fits the rest of the row. */
function byPrefecture(
  code: string,
  column: string,
  original: number,
  value: number,
  evidence: Text,
  clears?: string,
): Repair {
  const detail = {
    zh: `地级数减其余各县应为${value}；${evidence.zh}`,
    en: `the prefecture less its other counties gives ${value}; ${evidence.en}`,
  };
  return { code, column, original, value, detail, ...(clears === undefined ? {} : { clears }) };
}

const shifted: Text = {
  zh: '户数45误入乡村人口栏：总人口等于城镇人口，全省户数恰多45、乡村人口恰少45',
  en: 'the 45 households stand in the column of the rural population: everybody is urban, and the province has 45 households more and 45 rural persons less than its parts',
};

const repairs: Readonly<Record<string, readonly Repair[]>> = {
  '2020': [
    byPrefecture(
      '450421',
      'education_none_female',
      848,
      3848,
      {
        zh: '原数低于男性且使该行女性受教育人口偏少',
        en: 'with less than that the women of the row fall short',
      },
      '450400',
    ),
    byPrefecture(
      '451003',
      'education_preschool_female',
      -980,
      980,
      { zh: '原数为负', en: 'the figure is negative' },
      '451000',
    ),
  ],
  '2010': [
    {
      code: '211422',
      column: 'population_15_59',
      value: 349500,
      original: 379500,
      detail: {
        zh: '年龄各组比总人口多30000，地级数亦少30000，15-64岁比重合349500',
        en: 'the age groups exceed the population by 30000 and the prefecture is 30000 lower; 349500 fits both and the share aged 15 to 64',
      },
    },
    {
      code: '430407',
      column: 'population_0_14',
      value: 32946,
      original: 32940,
      detail: {
        zh: '年龄各组比总人口少6，地级数多6，应为32946',
        en: 'the age groups fall short of the population by 6 and the prefecture is 6 higher; 32946 fits both',
      },
    },
    ...[
      { column: 'population_rural', value: 0, original: 45 },
      { column: 'households', value: 45, original: null },
    ].map((cell) => ({ code: '460000~西沙群岛', ...cell, detail: shifted })),
    byPrefecture(
      '320826',
      'education_primary_female',
      1138097,
      138097,
      { zh: '原数超过该县女性人口', en: 'the figure exceeds the women of the county' },
      '320800',
    ),
    byPrefecture(
      '371323',
      'education_university_female',
      60491,
      6049,
      { zh: '原数使各级之和超过该县女性人口', en: 'with it the levels exceed the women of the county' },
      '371300',
    ),
    {
      code: '371323',
      column: 'population_tertiary_educated',
      value: 36663,
      original: 91105,
      detail: {
        zh: '大学本科及以上（女）应为6049，合计随之改正',
        en: 'women with university education are 6049; the sum is mended with them',
      },
    },
    byPrefecture(
      '421381',
      'population_16_plus_sample',
      154152,
      54152,
      { zh: '也等于从业与未工作人口之和', en: 'employed and not working add up to it' },
      '421300',
    ),
    {
      code: '420624',
      column: 'household_size',
      value: 3.33,
      original: 0.147916666667,
      detail: {
        zh: '原表把3.33存为时刻3:33；家庭户人口除以户数为3.33',
        en: 'the sheet keeps 3.33 as the time 3:33; household population by households is 3.33',
      },
    },
    {
      code: '530900',
      column: 'sex_ratio',
      value: 110.38,
      original: 11038,
      detail: { zh: '漏小数点；男女之比为110.38', en: 'decimal point lost; men by women is 110.38' },
    },
    {
      code: '451027',
      column: 'population_tertiary_educated',
      value: 5320,
      original: 4533.4,
      detail: {
        zh: '大学本科及以上（男）误为87.4，应为874，合计随之改正',
        en: 'men with university education stand as 87.4 instead of 874; the sum is mended with them',
      },
    },
  ],
};

interface Doubt {
  readonly code: string;
  readonly column: string;
  readonly detail: Text;
}

const doubts: Readonly<Record<string, readonly Doubt[]>> = {
  '2010': [
    { code: '632721', column: 'rooms_per_household' },
    { code: '632721', column: 'housing_area_per_person' },
    { code: '632323', column: 'housing_area_per_person' },
  ].map((cell) => ({ ...cell, detail: { zh: '远低于其他各县，可疑', en: 'far below all other counties' } })),
  '2020': [
    {
      code: '410000',
      column: 'household_population',
      detail: {
        zh: '比所辖各地之和多270，未改',
        en: 'exceeds the sum of its prefectures by 270, left as it is',
      },
    },
  ],
};

/**
 * Mends what the sources' own remarks leave open: slips that the sums of this table give away, and the rural
 * population that was left blank where everybody is urban.
 *
 * @throws Error where a cell to be mended does not hold the value it held when the slip was found
 */
export function repairCensus(year: string, rows: readonly WideRow[], marks: MarkRow[]): void {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const note = (code: string, column: string, mark: MarkKind, original: Cell, detail: Text) => {
    marks.push({ table: `census_${year}`, code, period: year, column, mark, original, detail });
  };
  for (const repair of repairs[year] ?? []) {
    const cells = byCode.get(repair.code)?.cells;
    const found = cells?.get(repair.column);
    if (found !== repair.original) throw new Error(`${repair.code} ${repair.column} is ${found}`);
    cells?.set(repair.column, repair.value);
    if (repair.original === null) dropMark(marks, repair.code, repair.column, 'blank');
    note(repair.code, repair.column, 'corrected', repair.original, repair.detail);
    if (repair.clears !== undefined) dropMark(marks, repair.clears, repair.column, 'doubtful');
  }
  for (const doubt of doubts[year] ?? []) {
    const found = byCode.get(doubt.code)?.cells.get(doubt.column) ?? null;
    note(doubt.code, doubt.column, 'doubtful', found, doubt.detail);
  }
  for (const row of rows) {
    const blank = row.cells.get('population_rural') === null;
    if (!blank || row.cells.get('population_urban') !== row.cells.get('population')) continue;
    row.cells.set('population_rural', 0);
    dropMark(marks, row.code, 'population_rural', 'blank');
    note(row.code, 'population_rural', 'derived', null, allUrban);
  }
}

const allUrban = {
  zh: '原表为空；总人口等于城镇人口，故为0',
  en: 'blank in the source; 0, because the urban population is the whole population',
};

/** Takes back a mark that a repair has settled. */
function dropMark(marks: MarkRow[], code: string, column: string, kind: MarkKind): void {
  const at = marks.findIndex((mark) => mark.code === code && mark.column === column && mark.mark === kind);
  if (at < 0) throw new Error(`no mark ${kind} at ${code} ${column}`);
  marks.splice(at, 1);
}
