import type { MatchAnswer } from '../app/index.js';
import type { Language, Text } from '../base/index.js';
import { printTable } from './table.js';

/** Measures that a terminal shows; all are in JSON. */
const shownMeasures = 12;

/** The answer of `match` for people. */
export function matchTables(answer: MatchAnswer, lang: Language): string {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const all = (texts: readonly Text[]) => texts.map((one) => one[lang]).join(say('; ', '；'));
  const { mode, similar, own, cases, measures } = answer;
  const label = mode.name?.[lang] ?? say('cannot be told', '无法判断');
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
    ...(own === null
      ? []
      : [
          `${say('the library on the city itself', '案例库对本市的记载')}: ${own.mode[lang]}, ${own.outcome.text?.[lang] ?? own.outcome.name[lang]}; ${all(own.cautions.map(({ text }) => text))}`,
        ]),
    ...cases.map((one) =>
      [
        `${one.failure ? '✗' : '·'} ${one.place[lang]}: ${one.mode[lang]}, ${one.outcome.name[lang]}${one.outcome.text === null ? '' : ` (${one.outcome.text[lang]})`}`,
        `  ${say('distance', '距离')} ${one.distance?.toFixed(2) ?? '—'}; ${all(one.because)}`,
        `  ${say('conditions', '条件')}: ${all(one.conditions.map(({ text }) => text))}`,
        `  ${say('cautions', '注意')}: ${all(one.cautions.map(({ text }) => text))}`,
        `  ${say('source', '来源')}: ${all(one.source.map(({ title }) => title))} [${one.mark}]`,
      ].join('\n'),
    ),
    printTable(measures.slice(0, shownMeasures), [
      { title: say('measure', '措施'), of: ({ label: name }) => name[lang] },
      { title: say('answers', '针对'), of: ({ answers }) => all(answers) },
      {
        title: say('cost, yuan', '成本（元）'),
        of: ({ cost }) =>
          cost === null
            ? say('unknown', '未知')
            : `${rounded(cost.low)}–${rounded(cost.high)} ${cost.per[lang]}`,
      },
      { title: say('mark', '标记'), of: ({ mark }) => mark },
    ]),
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

function rounded(value: number | null): string {
  if (value === null) return '—';
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
