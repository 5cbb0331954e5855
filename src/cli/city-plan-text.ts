import type { Language } from '../base/index.js';
import type { CityPlan, PlanScenario, ScenarioMeasure } from '../plan/index.js';
import { planStates } from '../report/index.js';
import { printTable } from './table.js';

type Say = (en: string, zh: string) => string;

/** The answer of `plan` for people. */
export function cityPlanText(answer: CityPlan, lang: Language): string {
  const say: Say = (en, zh) => (lang === 'zh' ? zh : en);
  const { name, period, findings, measures, caveats, scenarios } = answer;
  const labels = new Map(findings.map(({ finding, label }) => [finding, label[lang]]));
  const named = (ids: readonly string[]) => ids.map((id) => labels.get(id) ?? id).join(say('; ', '；'));
  return [
    `${name.zh} ${name.en} ${period}`,
    printTable(findings, [
      { title: say('finding', '问题'), of: ({ label }) => label[lang] },
      { title: say('severity', '程度'), of: ({ severity }) => severity ?? say('red light', '红灯') },
      { title: say('weight', '权重'), of: ({ weight }) => String(weight), right: true },
      {
        title: say('stated', '陈述'),
        of: ({ stated }) => (stated === null ? '' : `${stated.because[lang]} [${stated.mark}]`),
      },
    ]),
    ...caveats.map(({ label, advice }) => `! ${label[lang]}${advice === null ? '' : `: ${advice[lang]}`}`),
    printTable(measures, [
      { title: say('measure', '措施'), of: ({ label }) => label[lang] },
      { title: say('answers', '针对'), of: ({ answers }) => named(answers) },
      {
        title: say('conditions', '条件'),
        of: ({ conditions }) =>
          conditions
            .map(({ text, state }) => `${conditionSigns[state]} ${text[lang]}`)
            .join(say('; ', '；')) || '—',
      },
    ]),
    ...scenarios.map((one) => scenarioText(one, named, say, lang)),
  ].join('\n\n');
}

const conditionSigns = { met: '+', unmet: '−', unknown: '?' } as const;

function scenarioText(
  { label, assumptions, mark, measures, spending, solved, coverage, changes }: PlanScenario,
  named: (ids: readonly string[]) => string,
  say: Say,
  lang: Language,
): string {
  const word = (state: string) => planStates[state]?.[lang] ?? state;
  const money = (value: number) => (value / 1e6).toFixed(1);
  const state = ({ choice, funding }: ScenarioMeasure) =>
    choice.state === 'conflict'
      ? `${word('conflict')} ${measures.find(({ measure }) => measure === choice.with)?.label[lang] ?? choice.with}`
      : word(funding ?? choice.state);
  return [
    `== ${label[lang]} [${mark}]\n${assumptions[lang]}`,
    printTable(measures, [
      { title: say('measure', '措施'), of: (one) => one.label[lang] },
      { title: say('score', '得分'), of: ({ score }) => String(score), right: true },
      {
        title: say('cost, m yuan', '成本（百万元）'),
        of: ({ cost }) =>
          cost === null
            ? say('unknown', '未知')
            : `${money(cost.low)}–${money(cost.high)} [${cost.stated.mark}]`,
        right: true,
      },
      { title: say('state', '状态'), of: state },
      { title: say('years', '年份'), of: ({ years }) => years.join(' ') },
    ]),
    spending.length === 0
      ? say('no budget, so no years', '未给预算，故无年度安排')
      : printTable(spending, [
          { title: say('year', '年份'), of: ({ year }) => String(year) },
          { title: say('budget', '预算'), of: ({ budget }) => money(budget), right: true },
          { title: say('spent', '支出'), of: ({ spent }) => money(spent), right: true },
          { title: say('range', '区间'), of: ({ low, high }) => `${money(low)}–${money(high)}`, right: true },
        ]),
    solved === null
      ? ''
      : `${say('score reached', '得分')} ${solved.objective.toFixed(3)}, ${say('bound', '上界')} ${solved.bound.toFixed(3)}`,
    coverage
      .map(({ finding, state: own, measures: by }) => `  ${named([finding])}: ${word(own)} (${by.length})`)
      .join('\n'),
    printTable(
      changes.flatMap((change) => change.effects.map((effect) => ({ change, effect }))),
      [
        { title: say('indicator', '指标'), of: ({ change }) => change.label[lang] },
        { title: say('by', '措施'), of: ({ effect }) => effect.measure },
        {
          title: say('expected change', '预期变化'),
          of: ({ effect: { direction, low, high } }) => {
            const sign = direction === 'more' ? say('up', '升') : say('down', '降');
            return low === null && high === null
              ? `${sign}, ${say('by how much is unknown', '幅度未知')}`
              : `${low ?? '…'} … ${high ?? '…'}`;
          },
        },
        {
          title: say('look again', '复查'),
          of: ({ change }) => (change.recheck === null ? '—' : String(change.recheck)),
        },
      ],
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
