import type { ResultInput } from '../../assess/index.js';
import type { StructurePlace } from '../analyse/branches-answer.js';
import { type Amounts, type End, ends, ownSum } from './amounts.js';
import { quotientInputs } from './jobs.js';
import { endWords, type NumberRule, type Words } from './rule.js';
import { branchRules, rationalisationRule, type SectorSums, upgradingRules } from './structure.js';

/** What the rules of a place of the workspace need besides its row. */
export interface StructureAsked {
  readonly row: StructurePlace;
  readonly from: number;
  readonly to: number;
  readonly amounts: Amounts;
  /** Address of an observed value of the place, or of the country. */
  readonly value: (indicator: string, year: number, of?: 'country') => string;
  readonly mining: string;
  /** Branches of the primary, secondary and tertiary sector. */
  readonly sectors: readonly (readonly string[])[];
}

const dependence = 'structure/dependence';
const added = ['value_added_primary', 'value_added_secondary', 'value_added_tertiary'];
const perHead = [
  'science_expenditure',
  'patents_granted',
  'trade_goods',
  'fdi_used',
  'population_tertiary_educated',
];
const real = 'gross_regional_product_real_2000';
const sectorWords: readonly Words[] = [
  ['primary sector', '第一产业'],
  ['secondary sector', '第二产业'],
  ['tertiary sector', '第三产业'],
];

/** Rules of `analyse structure` on the data of the workspace. */
export function structureRules(asked: StructureAsked): readonly NumberRule[] {
  const { amounts, from, to, value, sectors, row } = asked;
  const year = (end: End) => (end === 'first' ? from : to);
  const values = (end: End) => added.map((name) => value(name, year(end)));
  const jobs: SectorSums = (end) =>
    sectors.map((names, at) =>
      ownSum(amounts, end, names, sectorWords[at]),
    ) as unknown as ReturnType<SectorSums>;
  const output: SectorSums = (end) => values(end) as unknown as ReturnType<SectorSums>;
  const deflators =
    row.upgrading?.prices === 'current' ? [] : ends.map((end) => value('gdp_deflator_2000', year(end)));
  return [
    ...branchRules(amounts, 'branches'),
    ...ends.flatMap((end) => dependenceRules(asked, end, year(end))),
    ...ends.flatMap((end) => valueAddedRules(asked, end, values(end), year(end))),
    rationalisationRule(values, jobs),
    ...upgradingRules('upgrading', 'CNY', output, deflators),
    ...upgradingRules('upgradingOfJobs', amounts.unit, jobs),
    ...newFactorRules(asked),
    ...resilienceRules(asked),
  ];
}

function dependenceRules(
  { amounts, value, mining }: StructureAsked,
  end: End,
  year: number,
): readonly NumberRule[] {
  const [en, zh] = endWords[end] as Words;
  const rule = (
    name: string,
    label: Words,
    unit: string,
    how: Words,
    inputs: () => readonly ResultInput[],
  ): NumberRule => ({
    path: `dependence/${name}/${end}`,
    label: [`${label[0]} ${en}`, `${zh}${label[1]}`],
    unit,
    how,
    method: dependence,
    inputs,
  });
  /** A figure of the place and of the country. */
  const both = (name: string) => [value(name, year), value(name, year, 'country')];
  return [
    rule(
      'jobs',
      ['Mining in all employed', '采矿业就业比重'],
      'share',
      ['mining jobs ÷ all jobs', '采矿业就业 ÷ 全部就业'],
      () => [amounts.own(mining, end).input, ownSum(amounts, end)],
    ),
    rule(
      'output',
      ['Mining in output', '采矿业产值与生产总值之比'],
      'share',
      ['mining output ÷ output', '采矿业产值 ÷ 生产总值'],
      () => [value('mining_output', year), value('gross_regional_product', year)],
    ),
    rule(
      'industry',
      ['Mining in industrial output', '采矿业占工业产值比重'],
      'share',
      ['mining output ÷ industrial output', '采矿业产值 ÷ 工业产值'],
      () => [value('mining_output', year), value('industrial_output', year)],
    ),
    rule(
      'quotient',
      ['Location quotient of mining', '采矿业区位商'],
      'ratio',
      ['share ÷ share of the country', '比重 ÷ 全国比重'],
      () => quotientInputs(amounts, mining, end),
    ),
    rule(
      'resourcePovertyIndex',
      ['Resource poverty index', '资源贫困指数'],
      'ratio',
      [
        'mining output in the country’s ÷ output in the country’s',
        '采矿业产值占全国比重 ÷ 生产总值占全国比重',
      ],
      () => [...both('mining_output'), ...both('gross_regional_product')],
    ),
    rule(
      'curseCoefficient',
      ['Resource curse coefficient', '资源诅咒系数'],
      'ratio',
      [
        'energy output in the country’s ÷ secondary value added in the country’s',
        '一次能源产量占全国比重 ÷ 第二产业增加值占全国比重',
      ],
      () => [...both('primary_energy_output'), ...both('value_added_secondary')],
    ),
  ];
}

function valueAddedRules(
  { row, value }: StructureAsked,
  end: End,
  values: readonly string[],
  year: number,
): readonly NumberRule[] {
  const [en, zh] = endWords[end] as Words;
  // The published share stands in only where the three values are not there.
  const published = row.valueAdded.primary[end] === null ? [value('tertiary_share_published', year)] : [];
  return (['primary', 'secondary', 'tertiary'] as const).map((sector, at) => ({
    path: `valueAdded/${sector}/${end}`,
    label: [`Share of the ${sectorWords[at]?.[0]} ${en}`, `${zh}${sectorWords[at]?.[1]}比重`],
    unit: 'share',
    how: [
      sector === 'tertiary'
        ? 'value added ÷ sum of the three, else the published share'
        : 'value added ÷ sum of the three',
      sector === 'tertiary' ? '增加值 ÷ 三次产业合计，否则取公布比重' : '增加值 ÷ 三次产业合计',
    ],
    method: 'structure/dependence',
    inputs: () => (sector === 'tertiary' ? [...values, ...published] : values),
  }));
}

function newFactorRules({ row, to, value }: StructureAsked): readonly NumberRule[] {
  const known = row.newFactors.ratios.filter(({ ratio }) => ratio !== null).map(({ id }) => id);
  const ratios = (ids: readonly string[]) => ids.map((id) => `./newFactors/ratios/${id}/ratio`);
  return [
    {
      path: 'newFactors/ratios/{id}/ratio',
      label: ({ id = '' }) => [`Against the country, per head: ${id}`, `与全国人均之比：${id}`],
      unit: 'ratio',
      how: ['(figure ÷ residents) ÷ the same of the country', '（数值 ÷ 常住人口）÷ 全国同比'],
      method: dependence,
      inputs: ({ id = '' }) => [
        value(id, to),
        value('population', to),
        value(id, to, 'country'),
        value('population', to, 'country'),
      ],
    },
    {
      path: 'newFactors/index',
      label: ['New-factor index', '新要素指数'],
      unit: 'ratio',
      how: ['mean of the ratios that are known', '已知各比值的均值'],
      method: dependence,
      inputs: () => ratios(known.length > 0 ? known : perHead),
    },
    {
      path: 'newFactors/coverage',
      label: ['Share of the new factors that are known', '新要素可得比例'],
      unit: 'share',
      how: ['known ratios ÷ all', '已知比值数 ÷ 全部'],
      method: dependence,
      inputs: () => ratios(perHead),
    },
  ];
}

function resilienceRules({ from, to, value }: StructureAsked): readonly NumberRule[] {
  const series = (name: string, of?: 'country') =>
    Array.from({ length: to - from + 1 }, (_, step) => value(name, from + step, of));
  const rule = (name: string, label: Words, how: Words, inputs: () => readonly string[]): NumberRule => ({
    path: `resilience/${name}`,
    label,
    unit: 'ratio',
    how,
    method: 'structure/resilience',
    inputs,
  });
  const response = () => [...series(real), ...series(real, 'country')];
  return [
    rule(
      'resistance',
      ['Resistance to the country’s largest fall', '对全国最大跌幅的抵抗力'],
      ['(g_city − g_country) ÷ |g_country| over the fall', '跌落期（g_市 − g_国）÷ |g_国|'],
      response,
    ),
    rule(
      'recovery',
      ['Recovery from the country’s largest fall', '跌落后的恢复力'],
      ['(g_city − g_country) ÷ |g_country| after the fall', '跌落后（g_市 − g_国）÷ |g_国|'],
      response,
    ),
    rule(
      'priceBeta',
      ['Growth for growth of the price of the resource', '资源价格贝塔'],
      ['slope of yearly growth of output on growth of the price', '产出年增长对价格年增长的回归斜率'],
      () => [...series(real), ...series('resource_price'), 'parameter/volatility_years'],
    ),
    rule(
      'volatility',
      ['Volatility of growth', '增长波动'],
      ['standard deviation of growth over the last years', '近年增长率的标准差'],
      () => [...series(real), 'parameter/volatility_years'],
    ),
  ];
}
