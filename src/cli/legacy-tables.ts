import type { LegacyAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { filesLine } from './files-line.js';
import { printTable } from './table.js';

/** The answer of `restoration --legacy` for people: years with both rates, and what each pace leads to. */
export function legacyTables({ years, paces, horizon, files }: LegacyAnswer, lang: Language): string {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const never = say('never at this pace', '按此速度无法清零');
  const year = (value: number | null) => (value === null ? never : String(value));
  const parts = [
    printTable(years, [
      { title: say('year', '年份'), of: (one) => String(one.year), right: true },
      {
        title: say('registered, mu', '登记（亩）'),
        of: ({ registeredMu }) => amount(registeredMu),
        right: true,
      },
      { title: say('treated', '已治理'), of: ({ treatedMu }) => amount(treatedMu), right: true },
      { title: say('open', '未治理'), of: ({ openMu }) => amount(openMu), right: true },
      { title: say('rate', '治理率'), of: ({ rate }) => percent(rate), right: true },
      { title: say('without new', '不含新增'), of: ({ rateOfStart }) => percent(rateOfStart), right: true },
      { title: say('published', '公布'), of: ({ published }) => percent(published), right: true },
    ]),
    printTable(paces, [
      { title: say('pace', '情景'), of: ({ scenario }) => scenario },
      { title: say('new a year', '年新增'), of: ({ newMu }) => amount(newMu.mid), right: true },
      { title: say('treated a year', '年治理'), of: ({ treatedMu }) => amount(treatedMu.mid), right: true },
      { title: say('nothing left in', '清零年份'), of: ({ goneYear }) => year(goneYear.mid) },
      {
        title: say('between', '区间'),
        of: ({ goneYear }) => `${year(goneYear.low)} – ${year(goneYear.high)}`,
      },
      {
        title: say(`needed a year for ${horizon}`, `${horizon} 年清零所需年治理`),
        of: ({ neededMu }) => amount(neededMu.mid),
        right: true,
      },
      {
        title: say(`rate ${horizon}`, `${horizon} 年治理率`),
        of: ({ path }) => percent(path.at(-1)?.rate ?? null),
        right: true,
      },
    ]),
    filesLine(files, lang),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const amount = (value: number | null) => (value === null ? '—' : value.toFixed(0));
const percent = (share: number | null) => (share === null ? '—' : `${(share * 100).toFixed(1)} %`);
