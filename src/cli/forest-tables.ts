import type { ForestAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { filesLine } from './files-line.js';
import { printTable } from './table.js';

/** The answer of `restoration --stands` for people: stock, sink and credit in tables of their own. */
export function forestTables({ forests, files }: ForestAnswer, lang: Language): string {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const stock = forests.flatMap(({ forest, stock: own }) => own.map((one) => ({ forest, ...one })));
  const sink = forests.flatMap(({ forest, sink: own }) => own.map((one) => ({ forest, ...one })));
  const forest = { title: say('forest', '林区'), of: (row: { readonly forest: string }) => row.forest };
  const parts = [
    printTable(stock, [
      forest,
      { title: say('year', '年份'), of: ({ year }) => String(year), right: true },
      { title: say('stock, t CO2', '碳储量（吨CO2）'), of: (row) => amount(row.stock), right: true },
      { title: say('mean age', '平均林龄'), of: ({ age }) => amount(age), right: true },
    ]),
    printTable(sink, [
      forest,
      { title: say('years', '年份'), of: ({ from, to }) => `${from}–${to}` },
      { title: say('sink, t CO2 a year', '年碳汇（吨CO2/年）'), of: (row) => amount(row.sink), right: true },
      {
        title: say('a hectare', '每公顷'),
        of: ({ perHa }) => (perHa === null ? '—' : perHa.toFixed(2)),
        right: true,
      },
    ]),
    printTable(forests, [
      forest,
      {
        title: say('credit, t CO2 a year', '额度（吨CO2/年）'),
        of: ({ credit }) => amount(credit.credit),
        right: true,
      },
      { title: say('yuan a year', '元/年'), of: ({ credit }) => amount(credit.value), right: true },
      { title: say('missing', '缺少'), of: ({ credit }) => credit.missing.join(' ') || '—' },
    ]),
    filesLine(files, lang),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const amount = (value: number | null) => (value === null ? '—' : value.toFixed(0));
