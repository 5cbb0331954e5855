import type { RoadmapAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { filesLine } from './files-line.js';
import { printTable } from './table.js';

type Say = (en: string, zh: string) => string;
type Range = { readonly low: number | null; readonly mid: number; readonly high: number | null };

const figure = (value: number | null, digits = 3) => (value === null ? '—' : value.toFixed(digits));

/** A year with its interval; an open end is beyond the horizon or not known. */
function years(range: Range | null, none: string): string {
  if (range === null) return none;
  const { low, mid, high } = range;
  return low === null && high === null ? String(mid) : `${mid} (${low ?? '…'}–${high ?? '…'})`;
}

/** The answer of `roadmap` for people: scenarios, then regressions, then jobs. */
export function roadmapTables(answer: RoadmapAnswer, lang: Language): string {
  const say: Say = (en, zh) => (lang === 'zh' ? zh : en);
  const { rows, files } = answer;
  const first = printTable(rows, [
    { title: say('place', '地区'), of: ({ place }) => place },
    { title: say('scenario', '情景'), of: ({ scenario, label }) => label?.[lang] ?? scenario },
    {
      title: say('peak', '达峰'),
      of: ({ peakYear }) =>
        years(peakYear, say(`none before ${answer.horizon}`, `${answer.horizon} 年前未达峰`)),
    },
    {
      title: say('draws with a peak', '达峰的抽样'),
      of: ({ peakShare }) => (peakShare === null ? '—' : `${(100 * peakShare).toFixed(0)} %`),
      right: true,
    },
    { title: say('neutral', '中和'), of: ({ neutralYear }) => years(neutralYear, '—') },
    { title: say('emissions at the end', '期末排放'), of: ({ path }) => endOf(path.at(-1)), right: true },
  ]);
  const parts = [first, ...models(answer, say), ...jobs(answer, say, lang)];
  return [...parts, filesLine(files, lang)].filter((part) => part !== '').join('\n\n');
}

function endOf(last: Range | undefined): string {
  if (last === undefined) return '—';
  const { low, mid, high } = last;
  return low === null || high === null ? figure(mid) : `${figure(mid)} (${figure(low)}–${figure(high)})`;
}

function models({ models: all }: RoadmapAnswer, say: Say): readonly string[] {
  return all.map((model) => {
    const { outOfSample: out, turningPoint } = model;
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    const lines = [
      `${model.place}: ${say('ridge', '岭参数')} ${figure(model.ridge, 4)} (${say(
        model.ridgeBy,
        model.ridgeBy === 'given' ? '给定' : '留一法',
      )}), R² ${figure(model.r2)}`,
      printTable(model.terms, [
        { title: say('driver', '因素'), of: ({ term }) => term },
        { title: say('coefficient', '系数'), of: ({ coefficient }) => figure(coefficient), right: true },
        {
          title: say('interval', '区间'),
          of: ({ low, high }) => `[${figure(low)}, ${figure(high)}]`,
          right: true,
        },
        { title: say('VIF', '方差膨胀'), of: ({ inflation }) => figure(inflation, 1), right: true },
        {
          title: say('VIF, ridge', '岭后'),
          of: ({ inflationRidge }) => figure(inflationRidge, 1),
          right: true,
        },
      ]),
    ];
    if (out !== null)
      lines.push(
        say(
          `error in the years left out (${out.years.join(', ')}): ${percent(out.error)}; if nothing changed: ${percent(out.unchanged)}`,
          `留出年份（${out.years.join('、')}）误差 ${percent(out.error)}；假定不变则为 ${percent(out.unchanged)}`,
        ),
      );
    if (turningPoint !== null)
      lines.push(
        `${say('turning point of GDP per head', '人均产值拐点')}: ${endOf(turningPoint)}${
          turningPoint.withinData ? '' : say(', outside the data', '，超出数据范围')
        }`,
      );
    return lines.join('\n');
  });
}

function jobs({ rows }: RoadmapAnswer, say: Say, lang: Language): readonly string[] {
  const known = rows.flatMap(({ place, scenario, label, jobs: own }) =>
    own === null ? [] : [{ place, scenario: label?.[lang] ?? scenario, own, last: own.years.at(-1) }],
  );
  if (known.length === 0) return [];
  return [
    printTable(known, [
      { title: say('place', '地区'), of: ({ place }) => place },
      { title: say('scenario', '情景'), of: ({ scenario }) => scenario },
      { title: say('jobs lost', '失去岗位'), of: ({ own }) => figure(own.replacement.lost, 0), right: true },
      { title: say('gained', '新增'), of: ({ own }) => figure(own.replacement.gained, 0), right: true },
      { title: say('replacement', '替代比'), of: ({ own }) => figure(own.replacement.ratio, 2), right: true },
      { title: say('reached', '达标年份'), of: ({ own }) => figure(own.replacedFrom, 0), right: true },
      {
        title: say('still waiting', '尚未再就业'),
        of: ({ last }) => figure(last?.waiting ?? null, 0),
        right: true,
      },
      {
        title: say('labour force', '劳动力'),
        of: ({ last }) => figure(last?.labourForce ?? null, 0),
        right: true,
      },
      { title: say('employed', '就业'), of: ({ last }) => figure(last?.employed ?? null, 0), right: true },
      {
        title: say('unemployed', '失业'),
        of: ({ last }) => figure(last?.unemployed ?? null, 0),
        right: true,
      },
      { title: say('unfilled', '缺工'), of: ({ last }) => figure(last?.unfilled ?? null, 0), right: true },
      { title: say('cost per job', '每岗位成本'), of: ({ own }) => figure(own.costPerJob, 0), right: true },
    ]),
  ];
}
