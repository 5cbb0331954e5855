import type { ResultInput } from '../../assess/index.js';
import { id } from '../../base/index.js';
import type { ThresholdTest } from '../../catalog/index.js';
import type { Classification } from '../classify/answer.js';
import { decouplingIndicators } from '../classify/panel.js';
import { axisRules, borderRule } from './classify-axes.js';
import { clockRules } from './classify-clocks.js';
import { type ClassifyAsked, groupInput } from './classify-group.js';
import { signalRules } from './classify-signals.js';
import { escaped } from './prefix.js';
import type { NumberRule, Words } from './rule.js';

/** Rules of `classify`. */
export function classifyRules(asked: ClassifyAsked): readonly NumberRule[] {
  return [
    ...asked.row.tests.flatMap((test) => testRules(asked, test)),
    ...setRules(asked.row),
    ...axisRules(asked, 'security'),
    ...axisRules(asked, 'sustainability'),
    borderRule(asked.row),
    quotientRule(asked),
    ...decouplingRules(asked),
    ...clockRules(asked),
    ...signalRules(asked),
  ];
}

const page = 'identify/threshold-sets';
type Test = Classification['tests'][number];

function pathOf(test: Test, name: string): string {
  return `tests/${escaped(`${test.set}.${test.test}`)}/${name}`;
}

function testRules(asked: ClassifyAsked, test: Test): readonly NumberRule[] {
  const rule = (
    name: string,
    en: string,
    zh: string,
    how: Words,
    inputs: NumberRule['inputs'],
  ): NumberRule => ({
    path: pathOf(test, name),
    label: [`${en} of ${test.set}, ${test.label.en}`, `${test.set}${zh}：${test.label.zh}`],
    unit: test.unit ?? '',
    how,
    method: page,
    inputs,
  });
  return [
    rule(
      'value',
      'Value',
      '检验值',
      ['latest value not after the year asked for', '所问年份及以前的最新数值'],
      () => valueInputs(asked, test),
    ),
    rule('threshold', 'Threshold', '阈值', thresholdHow(asked, test), () => thresholdInputs(asked, test)),
    rule(
      'margin',
      'Margin',
      '差距',
      ['distance to the threshold, above 0 where it is passed', '与阈值的距离，通过为正'],
      () => [`./${pathOf(test, 'value')}`, `./${pathOf(test, 'threshold')}`],
    ),
  ];
}

function definitionOf({ catalog }: ClassifyAsked, test: Test): ThresholdTest | undefined {
  const set = [...catalog.thresholdSets.values()].find(({ code }) => code === test.set);
  return set?.tests.find((one) => one.id === test.test);
}

function valueInputs(asked: ClassifyAsked, test: Test): readonly string[] {
  const { city, row } = asked;
  if (test.value !== null) return [`value/${city.id}/${test.period}/${test.indicator}`];
  const measures = definitionOf(asked, test)?.measures ?? [test.indicator];
  return measures.map((one) => `value/${city.id}/${row.period}/${one}`);
}

function thresholdHow(asked: ClassifyAsked, test: Test): Words {
  const than = definitionOf(asked, test)?.than;
  return than && 'meanAndDeviations' in than
    ? ['mean and so many standard deviations over the units of the level', '同级单位的均值加若干倍标准差']
    : ['dated value of the catalog', '目录中注明日期的取值'];
}

function thresholdInputs(asked: ClassifyAsked, test: Test): readonly ResultInput[] {
  const than = definitionOf(asked, test)?.than;
  if (!than) return [];
  if ('parameter' in than) return [`parameter/${than.parameter}`];
  const own = [`parameter/${than.meanAndDeviations}`];
  return test.period === null
    ? [...own, `./${pathOf(test, 'value')}`]
    : [groupInput(asked, test.indicator, test.period), ...own];
}

function setRules(row: Classification): readonly NumberRule[] {
  const counts: readonly (readonly [name: string, label: Words, how: Words])[] = [
    ['passed', ['Threshold sets passed', '通过的阈值组'], ['sets whose tests are passed', '检验通过的组数']],
    [
      'decided',
      ['Threshold sets that could be decided', '可判定的阈值组'],
      ['sets whose tests have enough values', '检验数据足够的组数'],
    ],
    ['of', ['Threshold sets', '阈值组总数'], ['sets of the catalog', '目录中的组数']],
  ];
  return counts.map(([name, label, how]) => ({
    path: `sets/${name}`,
    label,
    unit: 'count',
    how,
    method: page,
    inputs: () => row.tests.map((test) => `./${pathOf(test, 'margin')}`),
  }));
}

function quotientRule({ row, city, catalog, country }: ClassifyAsked): NumberRule {
  const year = row.quotients.period ?? row.period;
  return {
    path: 'quotients/values/{indicator}/value',
    label: ({ indicator = '' }) => {
      const label = catalog.indicators.get(id<'indicator'>(indicator))?.label;
      return [`Location quotient: ${label?.en ?? indicator}`, `区位商：${label?.zh ?? indicator}`];
    },
    unit: 'ratio',
    how: ['(branch ÷ employed) ÷ the same of the country', '（该业 ÷ 就业）÷ 全国同比'],
    method: 'location_quotient',
    inputs: ({ indicator = '' }) =>
      [city.id, country ?? 'country'].flatMap((place) => [
        `value/${place}/${year}/${indicator}`,
        `value/${place}/${year}/employed`,
      ]),
  };
}

function decouplingRules({ row, city }: ClassifyAsked): readonly NumberRule[] {
  const method = 'identify/resource-decoupling';
  const [from, to] = [row.decoupling?.from ?? row.period, row.decoupling?.to ?? row.period];
  const growth = (name: string, indicator: string, label: Words): NumberRule => ({
    path: `decoupling/${name}`,
    label,
    unit: 'share',
    how: ['last ÷ first − 1, latest two years with both', '末年 ÷ 首年 − 1，取两者俱全的最近两年'],
    method,
    inputs: () => [...new Set([from, to])].map((year) => `value/${city.id}/${year}/${indicator}`),
  });
  const [manufacturing, mining] = decouplingIndicators;
  return [
    growth('manufacturing', manufacturing, ['Growth of manufacturing', '制造业增长']),
    growth('mining', mining, ['Growth of mining', '采矿业增长']),
    {
      path: 'decoupling/index',
      label: ['Resource decoupling index', '资源脱钩指数'],
      unit: 'ratio',
      how: ['growth of manufacturing ÷ growth of mining', '制造业增长 ÷ 采矿业增长'],
      method,
      inputs: () => ['./decoupling/manufacturing', './decoupling/mining'],
    },
  ];
}
