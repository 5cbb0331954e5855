import type { CaseShown, MatchAnswer } from '../app/index.js';
import type { Language, Text } from '../base/index.js';
import { printTable } from './table.js';

/** Measures that a terminal shows; all are in JSON. */
const shownMeasures = 12;

type Say = (en: string, zh: string) => string;

/** The answer of `match` for people. */
export function matchTables(answer: MatchAnswer, lang: Language): string {
  const say: Say = (en, zh) => (lang === 'zh' ? zh : en);
  const all = (texts: readonly Text[]) => texts.map((one) => one[lang]).join(say('; ', '；'));
  const { mode, similar, own, cases, measures } = answer;
  const label = mode.name?.[lang] ?? say('cannot be told', '无法判断');
  const library = say('the library on the city itself', '案例库对本市的记载');
  return [
    `${answer.name.zh} ${answer.name.en} ${answer.period}`,
    `${say('mode', '转型模式')}: ${label} (${all(mode.reasons)})`,
    mode.figures.map(({ what, value }) => `  ${what[lang]}: ${rounded(value)}`).join('\n'),
    printTable(similar, [
      { title: say('similar city', '相似城市'), of: ({ name }) => `${name.zh} ${name.en}` },
      { title: say('distance', '距离'), of: ({ distance }) => distance.toFixed(2), right: true },
      { title: say('figures', '共有指标'), of: ({ shared, of }) => `${shared}/${of}`, right: true },
      { title: say('because', '依据'), of: ({ because }) => all(because) },
    ]),
    own === null ? '' : [`${library}:`, ...caseLines(own, say, lang)].join('\n'),
    ...cases.map((one) => {
      const [head = '', ...rest] = caseLines(one, say, lang);
      const near = `  ${say('distance', '距离')} ${rounded(one.distance)}; ${all(one.because)}`;
      return [head, near, ...rest].join('\n');
    }),
    measureTable(measures.slice(0, shownMeasures), say, lang),
    measures.length <= shownMeasures
      ? ''
      : say(
          `and ${measures.length - shownMeasures} more measures with --json`,
          `另有 ${measures.length - shownMeasures} 项措施，见 --json`,
        ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function caseLines(one: CaseShown, say: Say, lang: Language): readonly string[] {
  const { failure, place, mode, outcome, conditions, cautions, source, mark } = one;
  const all = (texts: readonly Text[]) => texts.map((text) => text[lang]).join(say('; ', '；'));
  const told = outcome.text === null ? '' : ` (${outcome.text[lang]})`;
  return [
    `${failure ? '✗' : '·'} ${place[lang]}: ${mode[lang]}, ${outcome.name[lang]}${told}`,
    `  ${say('conditions', '条件')}: ${all(conditions.map(({ text }) => text))}`,
    `  ${say('cautions', '注意')}: ${all(cautions.map(({ text }) => text))}`,
    `  ${say('source', '来源')}: ${all(source.map(({ title }) => title))} [${mark}]`,
  ];
}

function measureTable(measures: MatchAnswer['measures'], say: Say, lang: Language): string {
  if (measures.length === 0) return '';
  return printTable(measures, [
    { title: say('measure', '措施'), of: ({ label }) => label[lang] },
    {
      title: say('answers', '针对'),
      of: ({ answers }) => answers.map((one) => one[lang]).join(say('; ', '；')),
    },
    {
      title: say('cost, yuan', '成本（元）'),
      of: ({ cost }) =>
        cost === null
          ? say('unknown', '未知')
          : `${rounded(cost.low)}–${rounded(cost.high)} ${cost.per[lang]}`,
    },
    { title: say('mark', '标记'), of: ({ mark }) => mark },
  ]);
}

function rounded(value: number | null): string {
  if (value === null) return '—';
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
