import type { Text } from '../../src/base/index.js';
import type { Cell, MarkKind, MarkRow, WideRow } from './types.js';

/** A cell that this generator mends itself, because the sums of the table give its value. */
interface Repair {
  readonly code: string;
  readonly column: string;
  readonly value: number;
  readonly original: Cell;
  readonly detail: Text;
}

const shifted: Text = {
  zh: '户数45误入乡村人口栏：总人口等于城镇人口，全省户数恰多45、乡村人口恰少45',
  en: 'the 45 households stand in the column of the rural population: everybody is urban, and the province has 45 households more and 45 rural persons less than its parts',
};

const repairs: Readonly<Record<string, readonly Repair[]>> = {
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
    {
      code: '371300',
      column: 'population_tertiary_educated',
      detail: {
        zh: '大学本科及以上（女）与所辖各县之和相差-54442，合计随之存疑',
        en: 'women with university education differ from the sum of the counties by -54442, and so does this sum',
      },
    },
  ],
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
    dropBlank(marks, repair.code, repair.column);
    note(repair.code, repair.column, 'corrected', repair.original, repair.detail);
  }
  for (const doubt of doubts[year] ?? []) {
    const found = byCode.get(doubt.code)?.cells.get(doubt.column) ?? null;
    note(doubt.code, doubt.column, 'doubtful', found, doubt.detail);
  }
  for (const row of rows) {
    const blank = row.cells.get('population_rural') === null;
    if (!blank || row.cells.get('population_urban') !== row.cells.get('population')) continue;
    row.cells.set('population_rural', 0);
    dropBlank(marks, row.code, 'population_rural');
    note(row.code, 'population_rural', 'derived', null, allUrban);
  }
}

const allUrban = {
  zh: '原表为空；总人口等于城镇人口，故为0',
  en: 'blank in the source; 0, because the urban population is the whole population',
};

function dropBlank(marks: MarkRow[], code: string, column: string): void {
  const at = marks.findIndex((mark) => mark.code === code && mark.column === column && mark.mark === 'blank');
  if (at >= 0) marks.splice(at, 1);
}
