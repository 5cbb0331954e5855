import type { ResultInput } from '../../assess/index.js';
import type { PopulationPlace } from '../analyse/people.js';
import { cellInput, type GivenRow, type GivenTable } from './given-table.js';
import { atEnd, type NumberRule, type Words } from './rule.js';

const change = 'population/change';
const percentHow: Words = ['100 · (last − first) ÷ first', '100 ·（期末 − 期初）÷ 期初'];
const annualHow: Words = [
  '100 · ((last ÷ first)^(1 ÷ years) − 1)',
  '100 ·（（期末 ÷ 期初）^（1 ÷ 年数）− 1）',
];
const changeLabel: Words = ['Change of residents', '常住人口变化'];
const annualLabel: Words = ['Change of residents a year', '常住人口年均变化'];

/** What the rules of a place need besides its row. */
export interface PeopleAsked {
  readonly row: PopulationPlace & { readonly from: number; readonly to: number };
  /** Address of an observed value of the place. */
  readonly value: (indicator: string, year: number, place?: string) => string;
  /** Whether the age shares of an end stand on the boundary of the last census. */
  readonly alignedAges: Readonly<Record<'first' | 'last', boolean>>;
  /** Units right inside the place, and whether each has a count in a year. */
  readonly parts: readonly { readonly place: string; readonly first: boolean; readonly last: boolean }[];
}

/** Rules of `analyse population` on the data of the workspace. */
export function populationRules(asked: PeopleAsked): readonly NumberRule[] {
  const { row, value } = asked;
  const { from, to } = row;
  const year = (end: string | undefined) => (end === 'first' ? from : to);
  const years = (name: string) =>
    Array.from({ length: to - from }, (_, step) => value(name, from + step + 1));
  const counted = (end: 'first' | 'last') => {
    const both = [value('population_aligned', year(end)), value('population', year(end))];
    if (row[end] === null) return both;
    return [both[row.aligned ? 0 : 1] as string];
  };
  return [
    ...(['first', 'last'] as const).map(
      (end): NumberRule => ({
        path: end,
        label: atEnd('Residents', '常住人口')({ end }),
        unit: 'person',
        how: row.aligned
          ? ['census count on the boundary of the last census', '按末次普查区划口径的普查人数']
          : ['census count on the boundary of its own year', '按当年区划口径的普查人数'],
        method: change,
        inputs: () => counted(end),
      }),
    ),
    rule('changePercent', changeLabel, 'percent', percentHow, change, () => ['./first', './last']),
    rule('annualPercent', annualLabel, 'percent', annualHow, change, () => ['./first', './last']),
    rule(
      'unalignedPercent',
      ['Change of residents, each census on its own boundary', '常住人口变化（各按当年区划）'],
      'percent',
      percentHow,
      change,
      () => [value('population', from), value('population', to)],
    ),
    ...componentRules(years),
    {
      path: 'netFlow/{end}',
      label: atEnd('Net flow of people', '人口净流动率'),
      unit: 'share',
      how: ['(residents − registered) ÷ registered', '（常住 − 户籍）÷ 户籍'],
      method: 'population/components',
      inputs: ({ end }) => [value('population', year(end)), value('population_registered', year(end))],
    },
    ...ageRules((name, end) => value(name, year(end)), asked.alignedAges),
    ...partRules(asked),
    ...landRules(value('area_built_up', from), value('area_built_up', to)),
  ];
}

function rule(
  path: string,
  label: Words,
  unit: string,
  how: Words,
  method: string,
  inputs: NumberRule['inputs'],
): NumberRule {
  return { path, label, unit, how, method, inputs };
}

function componentRules(years: (name: string) => readonly string[]): readonly NumberRule[] {
  const page = 'population/components';
  const both = () => ['./components/change', './components/natural'];
  return [
    rule(
      'components/change',
      ['Change of residents, persons', '常住人口增减'],
      'person',
      ['last − first; told only with births and deaths', '期末 − 期初；有出生与死亡数时给出'],
      page,
      () => ['./first', './last', './components/natural'],
    ),
    rule(
      'components/natural',
      ['Births less deaths', '自然增长'],
      'person',
      ['births − deaths of all years after the first', '期初之后各年出生 − 死亡'],
      page,
      () => [...years('births'), ...years('deaths')],
    ),
    rule(
      'components/migration',
      ['Net migration', '净迁移'],
      'person',
      [
        'change − (births − deaths): the remainder, errors of the counts included',
        '增减 −（出生 − 死亡）：余项，含普查误差',
      ],
      page,
      both,
    ),
    rule(
      'components/unexplained',
      ['Change left unexplained', '未解释的增减'],
      'person',
      ['0: migration is the remainder', '0：迁移取余项'],
      page,
      both,
    ),
  ];
}

const ages: Readonly<Record<string, { label: Words; how: Words; unit: string; of: readonly number[] }>> = {
  young: {
    label: ['Share of 0–14', '0–14岁占比'],
    how: ['0–14 ÷ all', '0–14岁 ÷ 总'],
    unit: 'share',
    of: [0, 1, 2],
  },
  working: {
    label: ['Share of 15–59', '15–59岁占比'],
    how: ['15–59 ÷ all', '15–59岁 ÷ 总'],
    unit: 'share',
    of: [0, 1, 2],
  },
  old60: {
    label: ['Share of 60 and over', '60岁及以上占比'],
    how: ['60+ ÷ all', '60岁及以上 ÷ 总'],
    unit: 'share',
    of: [0, 1, 2],
  },
  old65: {
    label: ['Share of 65 and over', '65岁及以上占比'],
    how: ['65+ ÷ all', '65岁及以上 ÷ 总'],
    unit: 'share',
    of: [0, 1, 2, 3],
  },
  dependency: {
    label: ['Dependents for each person of 15–59', '抚养比'],
    how: ['(0–14 + 60+) ÷ 15–59', '（0–14岁 + 60岁及以上）÷ 15–59岁'],
    unit: 'ratio',
    of: [0, 1, 2],
  },
  ageingIndex: {
    label: ['People of 60 and over for each of 0–14', '老少比'],
    how: ['60+ ÷ 0–14', '60岁及以上 ÷ 0–14岁'],
    unit: 'ratio',
    of: [0, 2],
  },
};
const ageCounts = ['population_0_14', 'population_15_59', 'population_60_plus', 'population_65_plus'];

function ageRules(
  value: (name: string, end: string) => string,
  aligned: PeopleAsked['alignedAges'],
): readonly NumberRule[] {
  const names = (end: string) =>
    aligned[end as 'first' | 'last']
      ? ageCounts.map((name) => `${name.replace('population_', 'age_')}_share_aligned`)
      : ageCounts;
  return Object.entries(ages).map(([part, { label, how, unit, of }]) => ({
    path: `ageing/{end}/${part}`,
    label: atEnd(...label),
    unit,
    how,
    method: 'population/components',
    inputs: ({ end = '' }) => of.map((at) => value(names(end)[at] as string, end)),
  }));
}

function partRules({ row, value, parts }: PeopleAsked): readonly NumberRule[] {
  const counts = (place: string) => [
    value('population', row.from, place),
    value('population', row.to, place),
  ];
  /** What the redrawn units together were made of. */
  const rest = () =>
    parts.flatMap(({ place, first, last }) => {
      if (first === last) return [];
      return [value('population', first ? row.from : row.to, place)];
    });
  const unit = (place: string) => (place === 'redrawn' ? rest() : counts(place));
  const units = (core?: boolean) => {
    const own = row.parts.units.filter((one) => core === undefined || one.core === core);
    const inputs = own.flatMap(({ place }) => unit(place));
    return inputs.length > 0 ? inputs : [...counts(row.place), value('population_aligned', row.from)];
  };
  const page = 'population/sub-units';
  const parted = (name: string, label: Words, as: string, how: Words, core?: boolean) =>
    rule(`parts/${name}`, label, as, how, page, () => units(core));
  return [
    parted('counted', ['Parts with both counts', '两次普查均有数的区县'], 'count', [
      'parts with both counts',
      '两次均有人数的区县数',
    ]),
    parted('losing', ['Parts that lost people', '人口减少的区县'], 'count', [
      'parts with last < first',
      '期末少于期初的区县数',
    ]),
    parted('losingShare', ['Share of parts that lost people', '人口减少的区县比例'], 'share', [
      'losing ÷ counted',
      '减少数 ÷ 计入数',
    ]),
    parted(
      'losingPeopleShare',
      ['People at first in parts that lost people', '人口减少区县的期初人口占比'],
      'share',
      ['people at first in losing parts ÷ in all parts', '减少区县期初人口 ÷ 全部区县期初人口'],
    ),
    parted(
      'coreChangePercent',
      ['Change of the districts together', '市辖区合计人口变化'],
      'percent',
      percentHow,
      true,
    ),
    parted(
      'outerChangePercent',
      ['Change outside the districts', '市辖区以外人口变化'],
      'percent',
      percentHow,
      false,
    ),
    {
      path: 'parts/units/{place}/changePercent',
      label: ({ place = '' }) => {
        const name = row.parts.units.find((one) => one.place === place)?.name;
        return [`Change of residents of ${name?.en ?? place}`, `${name?.zh ?? place}人口变化`];
      },
      unit: 'percent',
      how: percentHow,
      method: page,
      inputs: ({ place = '' }) => unit(place),
    },
  ];
}

function landRules(first: string, last: string): readonly NumberRule[] {
  const page = 'population/components';
  return [
    rule(
      'land/landGrowth',
      ['Growth of built-up land', '建成区增长'],
      'share',
      ['(last − first) ÷ first', '（期末 − 期初）÷ 期初'],
      page,
      () => [first, last],
    ),
    rule(
      'land/peopleGrowth',
      ['Growth of residents', '常住人口增长'],
      'share',
      ['(last − first) ÷ first', '（期末 − 期初）÷ 期初'],
      page,
      () => ['./first', './last'],
    ),
    rule(
      'land/mismatch',
      ['Growth of land less growth of people', '人地增长差'],
      'share',
      ['land growth − people growth', '土地增长 − 人口增长'],
      page,
      () => ['./land/landGrowth', './land/peopleGrowth'],
    ),
  ];
}

/** Rules of `analyse population --table`. */
export function populationTableRules(table: GivenTable, rows: readonly GivenRow[]): readonly NumberRule[] {
  const cells = (): readonly ResultInput[] =>
    (['first', 'last'] as const).map((end) =>
      cellInput(table, rows, end, { label: atEnd('People', '人口')({ end }), unit: 'person' }),
    );
  return [
    rule('changePercent', changeLabel, 'percent', percentHow, change, cells),
    rule('annualPercent', annualLabel, 'percent', annualHow, change, cells),
  ];
}
