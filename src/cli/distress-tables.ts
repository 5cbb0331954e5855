import type { DistressAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { filesLine } from './files-line.js';
import { printTable } from './table.js';

/** Rows that a terminal shows; all are in the files and in JSON. */
const shownRows = 40;

/** The answer of `distress` for people: the classes, and the counties from the worst. */
export function distressTables(answer: DistressAnswer, lang: Language): string {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const labels = new Map(answer.classes.map(({ id, label }) => [id, label[lang]]));
  const label = (id: string | null) => (id === null ? '—' : (labels.get(id) ?? id));
  const classes = printTable(answer.classes, [
    { title: say('status', '状况'), of: (one) => one.label[lang] },
    { title: say('counties', '县数'), of: ({ counties }) => String(counties), right: true },
    { title: say('whatever the run', '区间内不变'), of: ({ settled }) => String(settled), right: true },
  ]);
  const ranked = answer.places.filter(({ rank }) => rank !== null);
  const worst = ranked.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).slice(0, shownRows);
  const before = answer.thresholdsOf;
  const counties = printTable(worst, [
    { title: say('rank', '名次'), of: ({ rank }) => String(rank), right: true },
    { title: say('interval', '区间'), of: ({ rankInterval: ends }) => ends?.join('–') ?? '—', right: true },
    { title: say('place', '地区'), of: ({ place, name }) => name ?? place },
    { title: say('index', '指数'), of: ({ index }) => index?.toFixed(3) ?? '—', right: true },
    { title: say('status', '状况'), of: ({ status }) => label(status) },
    {
      title: say('at the ends', '区间两端'),
      of: ({ statusInterval: ends }) => [...new Set(ends ?? [])].map(label).join(' – '),
    },
    ...(before === null
      ? []
      : [
          {
            title: say(`thresholds of ${before}`, `${before} 的阈值`),
            of: ({ byThresholds }: (typeof worst)[number]) => label(byThresholds),
          },
        ]),
  ]);
  const missing = answer.places.length - ranked.length;
  const left =
    missing === 0
      ? ''
      : say(`${missing} without rank: a figure is missing`, `${missing} 个因缺数据未参与排名`);
  return [classes, counties, left, filesLine(answer.files, lang)].filter((part) => part !== '').join('\n\n');
}
