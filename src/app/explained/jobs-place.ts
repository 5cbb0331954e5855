import type { ResultInput } from '../../assess/index.js';
import { type Amounts, ends, own, ownSum, referenceSum } from './amounts.js';
import { activityRules } from './jobs.js';
import { endWords, type NumberRule, type Words } from './rule.js';

/** What the rules of a place of the workspace need besides its row. */
export interface JobsAsked {
  readonly from: number;
  readonly to: number;
  readonly amounts: Amounts;
  /** Address of an observed value of the place, or of the country. */
  readonly value: (indicator: string, year: number, of?: 'country') => string;
  readonly mining: string;
  /** Branches outside mining and agriculture. */
  readonly successors: readonly string[];
}

/** Rules of `analyse jobs` on the data of the workspace. */
export function jobsRules(asked: JobsAsked): readonly NumberRule[] {
  const { amounts, from, to, value, mining, successors } = asked;
  const output = 'gross_regional_product_real_2000';
  const both = (name: string) => [value(name, from), value(name, to)];
  const all = () => ends.map((end) => ownSum(amounts, end));
  const growthHow: Words = ['(last − first) ÷ first', '（期末 − 期初）÷ 期初'];
  const simple = (
    path: string,
    label: Words,
    unit: string,
    how: Words,
    method: string,
    inputs: () => readonly ResultInput[],
  ): NumberRule => ({ path, label, unit, how, method, inputs });
  return [
    ...activityRules(amounts, 'activities/{activity}/'),
    ...dynamicRules(asked),
    ...ends.flatMap((end) => baseRules(amounts, end)),
    simple(
      'elasticity/jobsGrowth',
      ['Growth of jobs', '就业增长'],
      'share',
      growthHow,
      'jobs/elasticity',
      all,
    ),
    simple(
      'elasticity/outputGrowth',
      ['Growth of output', '产出增长'],
      'share',
      growthHow,
      'jobs/elasticity',
      () => both(output),
    ),
    simple(
      'elasticity/value',
      ['Employment elasticity', '就业弹性'],
      'ratio',
      ['growth of jobs ÷ growth of output, held at the least growth', '就业增长 ÷ 产出增长（不小于下限）'],
      'jobs/elasticity',
      () => ['./elasticity/jobsGrowth', './elasticity/outputGrowth', 'parameter/elasticity_growth_minimum'],
    ),
    ...okunRules(asked),
    ...ends.map(
      (end): NumberRule => ({
        path: `jobDensity/${end}`,
        label: [
          `Jobs for 100 people of 15–59 ${endWords[end]?.[0]}`,
          `${endWords[end]?.[1]}每百名15–59岁人口就业岗位`,
        ],
        unit: 'percent',
        how: ['100 · jobs ÷ residents of 15–59', '100 · 岗位 ÷ 15–59岁常住人口'],
        method: 'jobs/density',
        inputs: () => {
          const year = end === 'first' ? from : to;
          return [value('employed_yearbook', year), value('population_15_59', year)];
        },
      }),
    ),
    simple(
      'employmentRateGapPercent',
      ['Employment rate less that of the country', '就业率与全国之差'],
      'percent',
      [
        '100 · (employed ÷ people of 16 and over − the same of the country)',
        '100 ·（就业 ÷ 16岁及以上人口 − 全国同比）',
      ],
      'jobs/density',
      () =>
        [undefined, 'country' as const].flatMap((of) => [
          value('employed', from, of),
          value('population_16_plus_sample', from, of),
        ]),
    ),
    simple(
      'hiddenUnemployment/sharePercent',
      ['Hidden unemployment', '隐性失业'],
      'percent',
      [
        '100 · max(0, unable to work ÷ people of 16 and over − benchmark)',
        '100 · max（0，丧失工作能力者 ÷ 16岁及以上人口 − 基准）',
      ],
      'jobs/density',
      () => [
        value('not_working_disabled', from),
        value('population_16_plus_sample', from),
        './hiddenUnemployment/benchmarkPercent',
      ],
    ),
    simple(
      'hiddenUnemployment/benchmarkPercent',
      ['People unable to work in the country', '全国丧失工作能力者占比'],
      'percent',
      ['100 · unable to work ÷ people of 16 and over', '100 · 丧失工作能力者 ÷ 16岁及以上人口'],
      'jobs/density',
      () => [
        value('not_working_disabled', from, 'country'),
        value('population_16_plus_sample', from, 'country'),
      ],
    ),
    simple(
      'replacement/gained',
      ['Jobs gained outside mining and agriculture', '采矿业与农业以外新增就业'],
      amounts.unit,
      ['max(0, last − first); told where all branches are known', 'max（0，期末 − 期初）；各业俱全时给出'],
      'jobs/replacement',
      () => [
        ...ends.map((end) =>
          ownSum(amounts, end, successors, ['Jobs outside mining and agriculture', '采矿业与农业以外就业']),
        ),
        ...all(),
      ],
    ),
    simple(
      'replacement/lost',
      ['Mining jobs lost', '采矿业减少就业'],
      amounts.unit,
      ['max(0, first − last); told where all branches are known', 'max（0，期初 − 期末）；各业俱全时给出'],
      'jobs/replacement',
      () => [...ends.map((end) => own(amounts, mining, end)), ...all()],
    ),
    simple(
      'replacement/ratio',
      ['Replacement ratio', '接续替代率'],
      'ratio',
      ['gained ÷ lost, wages left out', '新增 ÷ 减少，不计工资'],
      'jobs/replacement',
      () => ['./replacement/gained', './replacement/lost'],
    ),
  ];
}

function baseRules(amounts: Amounts, end: 'first' | 'last'): readonly NumberRule[] {
  const words = endWords[end] as Words;
  const rule = (
    name: string,
    en: string,
    zh: string,
    how: Words,
    inputs: () => readonly ResultInput[],
  ): NumberRule => ({
    path: `base/${end}/${name}`,
    label: [`${en} ${words[0]}`, `${words[1]}${zh}`],
    unit: name === 'multiplier' ? 'ratio' : amounts.unit,
    how,
    method: 'jobs/base-multiplier',
    inputs,
  });
  return [
    rule(
      'base',
      'Jobs beyond the share of the reference',
      '超出参照比重的基本就业',
      ['Σ max(0, e_k − e · E_k ÷ E)', 'Σ max（0，e_k − e · E_k ÷ E）'],
      () => [ownSum(amounts, end), referenceSum(amounts, end)],
    ),
    rule('total', 'All jobs', '全部就业', ['sum of all branches', '各业合计'], () => [ownSum(amounts, end)]),
    rule('multiplier', 'Base multiplier', '基本就业乘数', ['all jobs ÷ base', '全部就业 ÷ 基本就业'], () => [
      `./base/${end}/total`,
      `./base/${end}/base`,
    ]),
  ];
}

const okunNumbers: Readonly<Record<string, readonly [label: Words, unit: string]>> = {
  constant: [['Constant of the Okun line', '奥肯方程常数'], 'share'],
  coefficient: [['Okun coefficient', '奥肯系数'], 'ratio'],
  breakEven: [['Growth at which unemployment stands still', '失业率不变的增长率'], 'share'],
  rSquared: [['R² of the Okun line', '奥肯方程 R²'], 'ratio'],
  count: [['Years in the Okun line', '奥肯方程年数'], 'count'],
};

function okunRules({ from, to, value }: JobsAsked): readonly NumberRule[] {
  const series = (name: string) =>
    Array.from({ length: to - from + 1 }, (_, step) => value(name, from + step));
  const forms: readonly (readonly [form: string, how: Words, settings: readonly string[]])[] = [
    ['difference', ['Δu = a − b · g by least squares', 'Δu = a − b · g，最小二乘'], []],
    [
      'gap',
      [
        'u − u* = −b (y − y*), trends by the Hodrick–Prescott filter',
        'u − u* = −b（y − y*），趋势取 HP 滤波',
      ],
      ['okun_smoothness'],
    ],
  ];
  return forms.flatMap(([form, how, settings]) =>
    Object.entries(okunNumbers).map(([name, [label, unit]]) => ({
      path: `okun/${form}/${name}`,
      label,
      unit,
      how,
      method: 'jobs/okun',
      inputs: () => [
        ...series('unemployment_surveyed'),
        ...series('gross_regional_product_real_2000'),
        ...['okun_years_minimum', ...settings].map((one) => `parameter/${one}`),
      ],
    })),
  );
}

/** Shift-share over the years between: each part, or the whole where there are no years between. */
function dynamicRules({ amounts, from, to, value }: JobsAsked): readonly NumberRule[] {
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return ['', '/{part}'].map((part) => ({
    path: `activities/{activity}/dynamic${part}`,
    label: ({ activity = '' }) => {
      const [en, zh] = amounts.labelOf(activity);
      return [`Shift-share over the years between: ${en}`, `逐年偏离份额：${zh}`];
    },
    unit: amounts.unit,
    how: [
      'parts of the steps between years that have every branch here and in the country, summed',
      '本地与全国各行业俱全的年份之间逐步分解，各分量相加',
    ],
    method: 'jobs/shift-share',
    inputs: ({ activity = '' }) => [
      ...years.flatMap((year) => [value(activity, year), value(activity, year, 'country')]),
      ...ends.map((end) => referenceSum(amounts, end)),
    ],
  }));
}
