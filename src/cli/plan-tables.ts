import type { ComplexityAnswer, LinkagesAnswer } from '../app/index.js';
import type { Language, Text } from '../base/index.js';
import { filesLine } from './files-line.js';
import { printTable } from './table.js';

/** Rows that a terminal shows; all are in the files and in JSON. */
const shownRows = 20;

const figure = (value: number | null, digits = 3) => (value === null ? '—' : value.toFixed(digits));

/** The answer of `complexity` for people: the most complex places and activities. */
export function complexityTables(answer: ComplexityAnswer, lang: Language): string {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const called = (id: string, name: Text | null) => name?.[lang] ?? id;
  const tables = (['whole', 'without'] as const).flatMap((which) => {
    const result = which === 'whole' ? answer : answer.without;
    if (result === null) return [];
    const places = result.places.toSorted((a, b) => (b.eci ?? -1e9) - (a.eci ?? -1e9));
    const activities = result.activities.toSorted((a, b) => (b.pci ?? -1e9) - (a.pci ?? -1e9));
    return [
      which === 'whole'
        ? say('all activities', '全部行业')
        : say(
            `without ${answer.without?.activitiesOut.join(', ')}`,
            `不含 ${answer.without?.activitiesOut.join('、')}`,
          ),
      printTable(places.slice(0, shownRows), [
        { title: say('place', '地区'), of: ({ place, name }) => called(place, name) },
        { title: say('complexity', '经济复杂度'), of: ({ eci }) => figure(eci), right: true },
        { title: say('diversity', '多样性'), of: ({ diversity }) => String(diversity), right: true },
        { title: say('outlook', '复杂度前景'), of: ({ coi }) => figure(coi), right: true },
      ]),
      printTable(activities.slice(0, shownRows), [
        { title: say('activity', '行业'), of: ({ activity, name }) => called(activity, name) },
        { title: say('complexity', '行业复杂度'), of: ({ pci }) => figure(pci), right: true },
        { title: say('ubiquity', '普遍性'), of: ({ ubiquity }) => String(ubiquity), right: true },
      ]),
    ];
  });
  return [...tables, filesLine(answer.files, lang)].filter((part) => part !== '').join('\n\n');
}

/** The answer of `linkages` for people. */
export function linkagesTables(answer: LinkagesAnswer, lang: Language): string {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const { sectors, extraction, delta } = answer;
  const ranged = sectors.some(({ influenceRange }) => influenceRange !== null);
  const table = printTable(sectors, [
    { title: say('sector', '部门'), of: ({ sector, name }) => name?.[lang] ?? sector },
    { title: say('influence', '影响力'), of: ({ influence }) => figure(influence), right: true },
    ...(ranged
      ? [
          {
            title: say('range', '区间'),
            of: ({ influenceRange: range }: (typeof sectors)[number]) =>
              range === null ? '—' : `${figure(range.low)}–${figure(range.high)}`,
            right: true,
          },
        ]
      : []),
    { title: say('sensitivity', '感应度'), of: ({ sensitivity }) => figure(sensitivity), right: true },
    { title: say('backward', '后向'), of: ({ backward }) => figure(backward), right: true },
    { title: say('forward', '前向'), of: ({ forward }) => figure(forward), right: true },
    { title: say('key', '关键'), of: ({ key }) => (key === true ? '*' : '') },
  ]);
  const stops = extraction.map(({ sector, total, share, range }) => {
    const between = range === null ? '' : ` (${figure(range.low, 1)}–${figure(range.high, 1)})`;
    const part = (share * 100).toFixed(2);
    return say(
      `if ${sector} stops: ${total.toFixed(1)}${between} of output is lost, ${part} % of all`,
      `若 ${sector} 停产：损失产出 ${total.toFixed(1)}${between}，占全部的 ${part}%`,
    );
  });
  const head =
    delta === null ? '' : say(`brought to the city with δ = ${delta}`, `按 δ = ${delta} 折算到本市`);
  return [head, table, ...stops, filesLine(answer.files, lang)].filter((part) => part !== '').join('\n\n');
}
