import type { RenewalAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { filesLine } from './files-line.js';
import { printTable } from './table.js';

type Say = (en: string, zh: string) => string;
type Label = (scheme: string, id: string) => string;

const figure = (value: number | null, digits = 2) => (value === null ? '—' : String(+value.toFixed(digits)));
/** Rounding of the solver is no gap. */
const percentOf = (gap: number) => `${gap < 1e-9 ? 0 : Number((100 * gap).toPrecision(2))} %`;
const percent = (share: number | null) => (share === null ? '—' : `${+(100 * share).toFixed(1)} %`);

/** The answer of `renewal` for people: what is proven, the schedule, spending, who is outside, red lines, parcels. */
export function renewalTables(answer: RenewalAnswer, lang: Language, label: Label): string {
  const say: Say = (en, zh) => (lang === 'zh' ? zh : en);
  const parts = [
    headline(answer, say),
    schedule(answer, say),
    spending(answer, say),
    outside(answer, say),
    redLines(answer, say, label),
    parcels(answer, say, label),
    filesLine(answer.files, lang),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function headline({ status, objective, bound, gap, livelihood }: RenewalAnswer, say: Say): string {
  const proof = status === 'optimal' ? say('proven', '已证明最优') : say('not proven', '未证明最优');
  const value = say(
    `value ${figure(objective)}, bound ${figure(bound)}, gap ${percentOf(gap)} (${proof})`,
    `价值 ${figure(objective)}，上界 ${figure(bound)}，差距 ${percentOf(gap)}（${proof}）`,
  );
  const share = say(
    `livelihood ${percent(livelihood.share)} of spending, at least ${percent(livelihood.required)}`,
    `民生支出占 ${percent(livelihood.share)}，下限 ${percent(livelihood.required)}`,
  );
  return `${value}\n${share}`;
}

function schedule({ projects }: RenewalAnswer, say: Say): string {
  const done = projects.filter(({ year }) => year !== null);
  if (done.length === 0) return say('nothing is done', '没有安排任何项目');
  return printTable(
    done.toSorted((a, b) => (a.year as number) - (b.year as number)),
    [
      { title: say('year', '年份'), of: ({ year }) => String(year) },
      { title: say('project', '项目'), of: ({ project }) => project },
      { title: say('kind', '类型'), of: ({ kind }) => kind },
      { title: say('cost', '费用'), of: ({ cost }) => figure(cost), right: true },
      { title: say('value', '价值'), of: ({ value }) => figure(value), right: true },
      { title: say('livelihood', '民生'), of: ({ livelihood }) => (livelihood ? say('yes', '是') : '') },
      { title: say('stays', '入选比例'), of: ({ stays }) => percent(stays), right: true },
    ],
  );
}

function spending({ spending: rows }: RenewalAnswer, say: Say): string {
  return printTable(rows, [
    { title: say('year', '年份'), of: ({ year }) => String(year) },
    { title: say('spent', '支出'), of: ({ spent }) => figure(spent), right: true },
    { title: say('budget', '预算'), of: ({ budget }) => figure(budget), right: true },
    {
      title: say('value of one more', '资金边际价值'),
      of: ({ marginal }) => figure(marginal, 4),
      right: true,
    },
  ]);
}

function outside({ outside: rows }: RenewalAnswer, say: Say): string {
  if (rows.length === 0) return '';
  return printTable(rows.slice(0, 10), [
    { title: say('just outside', '临界未入选'), of: ({ project }) => project },
    { title: say('year', '年份'), of: ({ year }) => figure(year, 0) },
    { title: say('more budget', '需增加预算'), of: ({ more }) => figure(more), right: true },
    { title: say('value it lacks', '尚缺价值'), of: ({ shortfall }) => figure(shortfall), right: true },
  ]);
}

function redLines({ redLines: rows }: RenewalAnswer, say: Say, label: Label): string {
  if (rows.length === 0) return '';
  const kept = (value: boolean | null) =>
    value === null ? say('not known', '不明') : value ? say('kept', '达标') : say('broken', '超限');
  return printTable(rows, [
    { title: say('unit', '更新单元'), of: ({ unit }) => unit },
    { title: say('red line', '红线'), of: ({ line }) => label('renewal_line', line) },
    { title: say('bound', '限值'), of: ({ bound }) => figure(bound), right: true },
    { title: say('plan', '方案'), of: ({ plan }) => figure(plan.value, 3), right: true },
    { title: '', of: ({ plan }) => kept(plan.kept) },
    { title: say('all projects', '全部实施'), of: ({ all }) => figure(all.value, 3), right: true },
    { title: '', of: ({ all }) => kept(all.kept) },
    { title: say('to change', '需调整'), of: ({ all }) => figure(all.change, 0), right: true },
  ]);
}

function parcels({ parcels: rows }: RenewalAnswer, say: Say, label: Label): string {
  if (rows.length === 0) return '';
  const word = (scheme: string, id: string | null) => (id === null ? '—' : label(scheme, id));
  return printTable(rows, [
    { title: say('parcel', '地块'), of: ({ parcel }) => parcel },
    { title: say('potential', '潜力'), of: ({ potential }) => figure(potential), right: true },
    { title: say('difficulty', '难度'), of: ({ difficulty }) => figure(difficulty), right: true },
    { title: say('what to do', '对策'), of: ({ quadrant }) => word('renewal_quadrant', quadrant) },
    {
      title: say('functions', '可选功能'),
      of: ({ functions, gates }) =>
        functions === null
          ? '—'
          : functions.join('; ') || gates.map((gate) => word('renewal_gate', gate)).join('; '),
    },
    { title: say('path', '路径'), of: ({ path }) => word('renewal_path', path) },
    { title: say('operation', '运作方式'), of: ({ operation }) => word('renewal_operation', operation) },
  ]);
}
