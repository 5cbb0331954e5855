import type { ResultInput } from '../../assess/index.js';
import type { CarbonRow } from '../analyse/carbon-answer.js';
import { endWords, type NumberRule, type Words } from './rule.js';

/** What the rules of a row need besides it. */
export interface CarbonAsked {
  readonly row: CarbonRow;
  /** Unit of emissions; empty for a table, which does not say. */
  readonly unit: string;
  /** A figure of a year: emissions, consumption-side emissions, output, people or energy. */
  readonly figure: (name: CarbonFigure, year: number) => ResultInput;
  /** Rows by sector, where they were given. */
  readonly sectors: (year: number) => readonly ResultInput[];
}
export type CarbonFigure = 'co2' | 'co2_consumption' | 'gdp' | 'population' | 'energy';

/** Rules of `analyse carbon`, of the workspace and of a table alike. */
export function carbonRules(asked: CarbonAsked): readonly NumberRule[] {
  const { row, figure, sectors, unit } = asked;
  const ends = [row.from, row.to];
  return [
    {
      path: 'populationPercent',
      label: ['Change of people', '人口变化'],
      unit: 'percent',
      how: ['100 · (last − first) ÷ first', '100 ·（期末 − 期初）÷ 期初'],
      method: 'population/change',
      inputs: () => ends.map((year) => figure('population', year)),
    },
    ...yearRules(asked),
    ...sideRules(asked, '', 'co2'),
    ...sideRules(asked, 'consumption/', 'co2_consumption'),
    {
      path: 'sectors/effects/{effect}',
      label: ({ effect = '' }) => labelOf(effect),
      unit,
      how: [
        'logarithmic mean of the emissions · ln of the ratio of the factor, summed over sectors',
        '各部门排放对数平均 · 因素比的对数，求和',
      ],
      method: 'carbon/sectors',
      inputs: () => ends.flatMap(sectors),
    },
    {
      path: 'sectors/total',
      label: ['Change of the emissions of all sectors', '各部门排放变化'],
      unit,
      how: ['last − first', '期末 − 期初'],
      method: 'carbon/sectors',
      inputs: () => ends.flatMap(sectors),
    },
  ];
}

/** Figures as they stand in the answer, year by year. */
const yearly: readonly (readonly [name: string, figure: CarbonFigure, label: Words])[] = [
  ['co2', 'co2', ['Emissions', '排放']],
  ['gdp', 'gdp', ['Output', '产出']],
  ['population', 'population', ['People', '人口']],
  ['energy', 'energy', ['Energy used', '能源消费']],
  ['co2Consumption', 'co2_consumption', ['Emissions, consumption side', '消费侧排放']],
];

function yearRules({ figure, unit }: CarbonAsked): readonly NumberRule[] {
  return yearly.map(
    ([name, of, label]): NumberRule => ({
      path: `years/{year}/${name}`,
      label: ({ year = '' }) => [`${label[0]} ${year}`, `${year} 年${label[1]}`],
      unit: of.startsWith('co2') ? unit : '',
      how: ['as observed', '观测值'],
      method: 'carbon/lmdi',
      inputs: ({ year }) => [figure(of, Number(year))],
    }),
  );
}

const factors: Readonly<Record<string, readonly [label: Words, of: readonly CarbonFigure[], unit: string]>> =
  {
    population: [['people', '人口'], ['population'], 'person'],
    gdpPerHead: [['output per head', '人均产出'], ['gdp', 'population'], 'ratio'],
    co2PerGdp: [['emissions per output', '单位产出排放'], ['co2', 'gdp'], 'ratio'],
    energyPerGdp: [['energy per output', '单位产出能耗'], ['energy', 'gdp'], 'ratio'],
    co2PerEnergy: [['emissions per energy', '单位能耗排放'], ['co2', 'energy'], 'ratio'],
    activity: [['activity', '经济活动'], [], 'ratio'],
    structure: [['structure', '结构'], [], 'ratio'],
    intensity: [['energy intensity', '能源强度'], [], 'ratio'],
    carbonFactor: [['carbon factor', '碳排放系数'], [], 'ratio'],
  };

function labelOf(factor: string): Words {
  const [nameEn, nameZh] = factors[factor]?.[0] ?? [factor, factor];
  return [`Change of emissions by ${nameEn}`, `${nameZh}引起的排放变化`];
}

/** The rules of one side of an inventory: production or consumption. */
function sideRules(
  { row, figure, unit }: CarbonAsked,
  side: string,
  co2: CarbonFigure,
): readonly NumberRule[] {
  const { from, to, chained } = row;
  const years = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const series = (name: CarbonFigure) => years.map((year) => figure(name === 'co2' ? co2 : name, year));
  const atEnds = (name: CarbonFigure) => [from, to].map((year) => figure(name === 'co2' ? co2 : name, year));
  const used = (names: readonly CarbonFigure[]) => names.flatMap(chained ? series : atEnds);
  const suffix: Words = side === '' ? ['', ''] : [', consumption side', '（消费侧）'];
  const rule = (
    path: string,
    label: Words,
    unit: string,
    how: Words,
    method: string,
    inputs: () => readonly ResultInput[],
  ): NumberRule => ({
    path: side + path,
    label: [label[0] + suffix[0], label[1] + suffix[1]],
    unit,
    how,
    method,
    inputs,
  });
  const percentHow: Words = ['100 · (last − first) ÷ first', '100 ·（期末 − 期初）÷ 期初'];
  const effectHow: Words = chained
    ? [
        'sum over years of: logarithmic mean of the emissions · ln of the ratio of the factor',
        '逐年相加：排放对数平均 · 因素比的对数',
      ]
    : ['logarithmic mean of the emissions · ln of the ratio of the factor', '排放对数平均 · 因素比的对数'];
  const effects = (path: string, names: readonly string[], method: string, of: readonly CarbonFigure[]) => [
    ...names.map((name) => rule(`${path}/${name}`, labelOf(name), unit, effectHow, method, () => used(of))),
    rule(
      `${path}/total`,
      ['Change of emissions', '排放变化'],
      unit,
      ['last − first', '期末 − 期初'],
      method,
      () => used(of),
    ),
  ];
  const plain: readonly CarbonFigure[] = ['population', 'gdp', 'co2'];
  const kaya: readonly CarbonFigure[] = ['population', 'gdp', 'energy', 'co2'];
  const kayaNames = ['population', 'gdpPerHead', 'energyPerGdp', 'co2PerEnergy'];
  const peakYear = (side === '' ? row : row.consumption)?.peakYear ?? null;
  return [
    rule('tapio/co2Percent', ['Change of emissions', '排放变化'], 'percent', percentHow, 'carbon/tapio', () =>
      atEnds('co2'),
    ),
    rule('tapio/gdpPercent', ['Change of output', '产出变化'], 'percent', percentHow, 'carbon/tapio', () =>
      atEnds('gdp'),
    ),
    rule(
      'tapio/elasticity',
      ['Decoupling elasticity', '脱钩弹性'],
      'ratio',
      ['change of emissions ÷ change of output', '排放变化 ÷ 产出变化'],
      'carbon/tapio',
      () => [`./${side}tapio/co2Percent`, `./${side}tapio/gdpPercent`],
    ),
    ...(['co2', 'gdp'] as const).map(
      (name): NumberRule => ({
        path: `${side}steps/{years}/${name}Percent`,
        label: ({ years = '' }) => [
          `Change of ${name === 'co2' ? 'emissions' : 'output'}${suffix[0]} ${stepOf(years)}`,
          `${stepOf(years)} 年${name === 'co2' ? '排放' : '产出'}变化${suffix[1]}`,
        ],
        unit: 'percent',
        how: percentHow,
        method: 'carbon/tapio',
        inputs: ({ years = '' }) =>
          years.split('.').map((year) => figure(name === 'co2' ? co2 : name, Number(year))),
      }),
    ),
    {
      path: `${side}steps/{years}/elasticity`,
      label: ({ years = '' }) => [
        `Decoupling elasticity${suffix[0]} ${stepOf(years)}`,
        `${stepOf(years)} 年脱钩弹性${suffix[1]}`,
      ],
      unit: 'ratio',
      how: ['change of emissions ÷ change of output', '排放变化 ÷ 产出变化'],
      method: 'carbon/tapio',
      inputs: ({ years }) => [`./${side}steps/${years}/co2Percent`, `./${side}steps/${years}/gdpPercent`],
    },
    ...effects('lmdi', ['population', 'gdpPerHead', 'co2PerGdp'], 'carbon/lmdi', plain),
    ...effects('kaya', kayaNames, 'carbon/kaya', kaya),
    ...kayaNames.flatMap((name) =>
      (['First', 'Last'] as const).map((End) => {
        const [en, zh] = endWords[End.toLowerCase()] as Words;
        const [label, of, as] = factors[name] as (typeof factors)[string];
        return rule(
          `kaya/${name}${End}`,
          [`${label[0]} ${en}`, `${zh}${label[1]}`],
          as,
          ['quotient of the figures', '两数之比'],
          'carbon/kaya',
          () => of.map((one) => figure(one === 'co2' ? co2 : one, End === 'First' ? from : to)),
        );
      }),
    ),
    ...trendNumbers.map(([name, label, as, how]) =>
      rule(
        `mannKendall/${name}`,
        label,
        as ?? unit,
        how,
        name === 'senSlope' ? 'change/sen-slope' : 'change/mann-kendall',
        () => series('co2'),
      ),
    ),
    rule(
      'peakYear',
      ['Year of the largest emissions', '排放最大年份'],
      'year_of',
      ['the first of the largest values', '最大值首次出现的年份'],
      'carbon/peak',
      () => series('co2'),
    ),
    rule(
      'passiveShare',
      ['Part of the fall due to people and output per head', '人口与人均产出对下降的贡献'],
      'share',
      [
        '(effect of people + effect of output per head) ÷ fall since the peak',
        '（人口效应 + 人均产出效应）÷ 峰值以来降幅',
      ],
      'carbon/peak',
      () => [
        ...(peakYear === null ? [] : plain.map((name) => figure(name === 'co2' ? co2 : name, peakYear))),
        ...plain.map((name) => figure(name === 'co2' ? co2 : name, to)),
        `./${side}peakYear`,
      ],
    ),
  ];
}

/** `2010–2015` of the `2010.2015` by which a step is named. */
function stepOf(years: string): string {
  return years.replace('.', '–');
}

/** Unit null: that of the emissions. */
const trendNumbers: readonly (readonly [name: string, label: Words, unit: string | null, how: Words])[] = [
  ['n', ['Years with emissions', '有排放数的年数'], 'count', ['years with a value', '有数值的年数']],
  [
    's',
    ['Mann–Kendall score', '曼–肯德尔统计量 S'],
    'count',
    ['Σ sign of the later less the earlier value', 'Σ 后值减前值的符号'],
  ],
  [
    'variance',
    ['Variance of the score', 'S 的方差'],
    'ratio',
    ['n (n − 1) (2n + 5) ÷ 18 less the ties', 'n（n − 1）（2n + 5）÷ 18，扣除同值'],
  ],
  ['z', ['z of the trend', '趋势 z 值'], 'ratio', ['(S ∓ 1) ÷ √variance', '（S ∓ 1）÷ √方差']],
  [
    'p',
    ['p of the trend, two-sided', '趋势 p 值（双侧）'],
    'ratio',
    ['from the normal distribution', '按正态分布'],
  ],
  [
    'pExact',
    ['Exact p of the trend', '趋势精确 p 值'],
    'ratio',
    ['from all orders of the values', '按全部排列'],
  ],
  [
    'senSlope',
    ['Sen slope a year', '森斜率（每年）'],
    null,
    ['median of the slopes of all pairs', '所有数对斜率的中位数'],
  ],
];
