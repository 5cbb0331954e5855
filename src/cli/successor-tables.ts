import type { SuccessorRow, SuccessorsAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { filesLine } from './files-line.js';
import { printTable } from './table.js';

type Say = (en: string, zh: string) => string;

const figure = (value: number | null, digits = 2) => (value === null ? '—' : value.toFixed(digits));

/** The answer of `successors` for people: candidates, then what would have to be true for each. */
export function successorTables(answer: SuccessorsAnswer, lang: Language): string {
  const say: Say = (en, zh) => (lang === 'zh' ? zh : en);
  const { rows, files, note } = answer;
  return [
    headOf(answer, say, lang),
    candidates(rows, say, lang),
    conditions(rows, say, lang),
    note?.[lang] ?? '',
  ]
    .concat(filesLine(files, lang))
    .filter((part) => part !== '')
    .join('\n\n');
}

function headOf(
  { place, name, period, present, eci, diversity, inTable }: SuccessorsAnswer,
  say: Say,
  lang: Language,
) {
  const called = name === null ? place : `${name.zh} ${name.en}`;
  const has = present.map((one) => one.name?.[lang] ?? one.activity).join(say('; ', '；'));
  const year = period === null ? '' : ` ${period}`;
  const beside = inTable ? '' : say('; held against the prefectures', '；与地级单位比照');
  return [
    `${called}${year}: ${say('complexity', '经济复杂度')} ${figure(eci)}, ${say('diversity', '多样性')} ${diversity}${beside}`,
    `${say('has', '已具优势')}: ${has === '' ? '—' : has}`,
  ].join('\n');
}

const stateWords = {
  eligible: { en: 'open', zh: '可行' },
  conditional: { en: 'on conditions', zh: '有条件' },
  shut: { en: 'shut', zh: '不可行' },
} as const;

function candidates(rows: readonly SuccessorRow[], say: Say, lang: Language): string {
  const percent = (share: number | null) => (share === null ? '—' : `${(100 * share).toFixed(0)} %`);
  return printTable(rows, [
    { title: say('rank', '次序'), of: ({ rank }) => String(rank), right: true },
    { title: say('activity', '行业'), of: ({ activity, name }) => name?.[lang] ?? activity },
    { title: say('state', '状态'), of: ({ state }) => stateWords[state][lang] },
    { title: say('score', '得分'), of: ({ score }) => figure(score), right: true },
    { title: say('known', '已知权重'), of: ({ known }) => percent(known), right: true },
    { title: say('density', '关联密度'), of: ({ figures }) => figure(figures.density), right: true },
    { title: say('complexity', '复杂度'), of: ({ figures }) => figure(figures.pci), right: true },
    { title: say('gain', '前景增益'), of: ({ figures }) => figure(figures.gain), right: true },
    {
      title: say('may strand', '可能搁浅'),
      of: ({ stranded }) => (stranded === null ? '?' : stranded ? say('yes', '是') : say('no', '否')),
    },
    {
      title: say('without extraction', '剔除采掘'),
      of: ({ without }) => (without === null ? '—' : String(without.rank ?? say('there', '已有'))),
      right: true,
    },
  ]);
}

/** What is not open, by activity. */
function conditions(rows: readonly SuccessorRow[], say: Say, lang: Language): string {
  const parts = rows.flatMap(({ activity, name, gates }) => {
    const closed = gates.filter(({ state }) => state !== 'open');
    if (closed.length === 0) return [];
    return [[name?.[lang] ?? activity, ...closed.map(({ says }) => `  ${says[lang]}`)].join('\n')];
  });
  if (parts.length === 0) return '';
  return [say('What would have to be true', '须满足的条件'), ...parts].join('\n');
}
