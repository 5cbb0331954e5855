import type { Text } from '../../base/index.js';
import type { CityPlan, PlanScenario } from '../../plan/index.js';
import type { Sheet } from '../../print/index.js';
import { type ColumnOf, sheetOfSome } from '../tables/sheet-of.js';

/** A text in both languages, as one column of each. */
function both<Row>(
  key: string,
  zh: string,
  of: (row: Row) => Text | null | undefined,
): readonly ColumnOf<Row>[] {
  return [
    [key, zh, (row) => of(row)?.en ?? null],
    [`${key}_zh`, `${zh}（中文）`, (row) => of(row)?.zh ?? null],
  ];
}

/** The tables of a plan: findings, library, and for each scenario its measures, years, coverage and expected changes. */
export function cityPlanSheets({ findings, measures, scenarios }: CityPlan): readonly Sheet[] {
  const of = <T>(pick: (one: PlanScenario) => readonly T[]) =>
    scenarios.flatMap((one) => pick(one).map((row) => ({ scenario: one.scenario, one: row })));
  const key = <T>(): ColumnOf<{ scenario: string; one: T }> => [
    'scenario',
    '情景',
    ({ scenario }) => scenario,
  ];
  const chosen = of((one) => one.measures);
  const spending = of((one) => one.spending);
  const coverage = of((one) => one.coverage);
  const changes = scenarios.flatMap(({ scenario, changes: all }) =>
    all.flatMap((change) =>
      (change.effects.length === 0 ? [null] : change.effects).map((effect) => ({ scenario, change, effect })),
    ),
  );
  const conditions = measures.flatMap(({ measure, label, conditions: all }) =>
    all.map((one) => ({ measure, label, one })),
  );
  return [
    ...sheetOfSome('findings', { en: 'what was found or stated', zh: '已发现或已陈述的问题' }, findings, [
      ['finding', '问题', (one) => one.finding],
      ...both<(typeof findings)[number]>('label', '名称', ({ label }) => label),
      ['severity', '程度', ({ severity }) => severity],
      ['weight', '权重', ({ weight }) => weight, 2],
      ['value', '数值', ({ value }) => value, 4],
      ['unit', '单位', ({ unit }) => unit],
      ['evidence', '依据', ({ evidence }) => evidence.join(' ')],
      ...both<(typeof findings)[number]>('stated', '陈述理由', ({ stated }) => stated?.because),
      ['mark', '标记', ({ stated }) => stated?.mark ?? null],
    ]),
    ...sheetOfSome(
      'conditions',
      { en: 'conditions by the figures of the city', zh: '按本市数据判断的条件' },
      conditions,
      [
        ['measure', '措施', ({ measure }) => measure],
        ...both<(typeof conditions)[number]>('label', '名称', ({ label }) => label),
        ...both<(typeof conditions)[number]>('condition', '条件', ({ one }) => one.text),
        ['state', '状态', ({ one }) => one.state],
      ],
    ),
    ...sheetOfSome('measures', { en: 'measures by scenario', zh: '各情景措施' }, chosen, [
      key<(typeof chosen)[number]['one']>(),
      ['measure', '措施', ({ one }) => one.measure],
      ...both<(typeof chosen)[number]>('label', '名称', ({ one }) => one.label),
      ['answers', '针对', ({ one }) => one.answers.join(' ')],
      ['score', '得分', ({ one }) => one.score, 2],
      ['choice', '取舍', ({ one }) => one.choice.state],
      ['funding', '资金', ({ one }) => one.funding],
      ['cost_low', '成本下限', ({ one }) => one.cost?.low ?? null, 0],
      ['cost_high', '成本上限', ({ one }) => one.cost?.high ?? null, 0],
      ['mark', '标记', ({ one }) => one.cost?.stated.mark ?? null],
      ['years', '年份', ({ one }) => one.years.join(' ')],
    ]),
    ...sheetOfSome('spending', { en: 'money by year', zh: '逐年资金' }, spending, [
      key<(typeof spending)[number]['one']>(),
      ['year', '年份', ({ one }) => one.year, 0],
      ['budget', '预算', ({ one }) => one.budget, 0],
      ['spent', '支出', ({ one }) => one.spent, 0],
      ['low', '支出下限', ({ one }) => one.low, 0],
      ['high', '支出上限', ({ one }) => one.high, 0],
    ]),
    ...sheetOfSome('coverage', { en: 'what is answered', zh: '问题的回应情况' }, coverage, [
      key<(typeof coverage)[number]['one']>(),
      ['finding', '问题', ({ one }) => one.finding],
      ['state', '回应', ({ one }) => one.state],
      ['measures', '措施', ({ one }) => one.measures.join(' ')],
    ]),
    ...sheetOfSome('changes', { en: 'expected changes, not added', zh: '预期变化，不相加' }, changes, [
      ['scenario', '情景', ({ scenario }) => scenario],
      ['indicator', '指标', ({ change }) => change.indicator],
      ...both<(typeof changes)[number]>('label', '名称', ({ change }) => change.label),
      ['now', '现值', ({ change }) => change.now?.value ?? null, 4],
      ['period', '年份', ({ change }) => change.now?.period ?? null],
      ['measure', '措施', ({ effect }) => effect?.measure ?? null],
      ['direction', '方向', ({ effect }) => effect?.direction ?? null],
      ['low', '变化下限', ({ effect }) => effect?.low ?? null, 4],
      ['high', '变化上限', ({ effect }) => effect?.high ?? null, 4],
      ['target', '目标', ({ change }) => change.target?.value ?? null, 4],
      ['target_year', '目标年份', ({ change }) => change.target?.year ?? null, 0],
      ['recheck', '复查年份', ({ change }) => change.recheck, 0],
    ]),
  ];
}
