import type { ChainAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { filesLine } from './files-line.js';
import { printTable } from './table.js';

/** The answer of `chain` for people: nodes with their measures, pools and partners, and which roles nobody fills. */
export function chainTable(
  { rows, records, files }: ChainAnswer,
  lang: Language,
  label: (id: string) => string,
): string {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const separator = say(', ', '、');
  const ifAbsent = (action: unknown) =>
    say(`; if absent: ${label(String(action))}`, `；如缺失：${label(String(action))}`);
  const table = printTable(rows, [
    { title: say('node', '节点'), of: ({ name }) => name },
    { title: say('firms', '企业'), of: ({ firms }) => String(firms), right: true },
    {
      title: say('density', '关联密度'),
      of: ({ density }) => (density === null ? '—' : density.toFixed(2)),
      right: true,
    },
    { title: say('action', '行动'), of: ({ action }) => label(action) },
    {
      title: say('why', '理由'),
      of: ({ says, evidence }) =>
        says[lang] + (evidence.ifAbsent === undefined ? '' : ifAbsent(evidence.ifAbsent)),
    },
    ...(rows.some(({ pools }) => pools !== undefined)
      ? [
          {
            title: say('pools', '四库'),
            of: ({ pools = [] }: ChainAnswer['rows'][number]) =>
              pools.map((one) => `${one.label[lang]} ${one.entries}`).join(separator),
          },
        ]
      : []),
    ...(rows.some(({ partners }) => partners !== undefined)
      ? [
          {
            title: say('partner', '合作城市'),
            of: ({ partners }: ChainAnswer['rows'][number]) => partners?.partner ?? '',
          },
        ]
      : []),
  ]);
  const lacking = records?.missing.map((one) => one.label[lang]).join(separator) ?? '';
  const told = lacking === '' ? '' : say(`not named: ${lacking}`, `档案缺：${lacking}`);
  return [table, told, filesLine(files, lang)].filter((part) => part !== '').join('\n\n');
}
