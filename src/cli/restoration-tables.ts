import type { RestorationAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { filesLine } from './files-line.js';
import { printTable } from './table.js';

/** The answer of `restoration` for people: the ladder, three statements, what may turn out otherwise. Money in million yuan. */
export function restorationTables(answer: RestorationAnswer, lang: Language): string {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const { ladder, statements, split, duties, sensitivity, spread, projects, rate, files } = answer;
  const side = {
    private: say('private', '社会资本'),
    public: say('public', '财政'),
    social: say('social', '全社会'),
  };
  const parties = { private: side.private, public: side.public, society: say('society', '社会公众') };
  const dutyWords = {
    owner: say('an owner that exists', '现有责任主体'),
    orphan: say('nobody any more: the public', '无主遗留（政府）'),
    shared: say('several together', '共同责任'),
    none: say('not said', '未注明'),
  };
  const what = {
    land_price: say('land sells for less', '土地降价'),
    delay: say('land sells later', '土地推迟出让'),
    costs: say('costs more', '成本上升'),
    rate_low: say('lowest rate', '最低折现率'),
    rate_high: say('highest rate', '最高折现率'),
  };
  const parts = [
    say(
      `${projects.length} projects, discounted at ${rate * 100} % to the first year, million yuan`,
      `${projects.length} 个项目，按 ${rate * 100}% 折现至首年，单位：百万元`,
    ),
    printTable(ladder, [
      { title: say('step', '步骤'), of: ({ note }) => note[lang] },
      { title: say('benefits', '效益'), of: ({ benefits }) => million(benefits), right: true },
      { title: say('costs', '成本'), of: ({ costs }) => million(costs), right: true },
      { title: say('ratio', '比值'), of: ({ ratio }) => figure(ratio), right: true },
    ]),
    printTable(Object.entries(statements), [
      { title: say('statement', '主体'), of: ([name]) => side[name as keyof typeof side] },
      { title: say('net value', '净现值'), of: ([, one]) => million(one.netValue), right: true },
      { title: say('ratio', '效益成本比'), of: ([, one]) => figure(one.ratio), right: true },
      {
        title: say('rate of return', '内部收益率'),
        of: ([, one]) => (one.rate === null ? '—' : `${(one.rate * 100).toFixed(1)} %`),
        right: true,
      },
      { title: say('paid back', '回收年份'), of: ([, one]) => String(one.payBack ?? '—'), right: true },
    ]),
    printTable(split, [
      { title: say('who', '主体'), of: ({ party }) => parties[party] },
      { title: say('pays', '承担成本'), of: ({ costs }) => million(costs), right: true },
      { title: say('share', '占比'), of: ({ costShare }) => percent(costShare), right: true },
      { title: say('has', '获得效益'), of: ({ benefits }) => million(benefits), right: true },
      { title: say('share', '占比'), of: ({ benefitShare }) => percent(benefitShare), right: true },
    ]),
    printTable(duties, [
      { title: say('duty of', '责任归属'), of: ({ duty }) => dutyWords[duty ?? 'none'] },
      { title: say('costs', '成本'), of: ({ costs }) => million(costs), right: true },
      {
        title: say('paid by another', '由非责任方承担'),
        of: (one) => million(one.paidByAnother),
        right: true,
      },
    ]),
    printTable(sensitivity, [
      { title: say('if', '情形'), of: (one) => what[one.what] },
      { title: say('net value', '净现值'), of: ({ netValue }) => million(netValue), right: true },
      { title: say('ratio', '效益成本比'), of: ({ ratio }) => figure(ratio), right: true },
    ]),
    say(
      `all at once, ${spread.runs} runs: ${million(spread.low)} to ${million(spread.high)}, middle ${million(spread.mid)}; above 0 in ${(spread.positive * 100).toFixed(0)} %`,
      `各情形同时变动，模拟 ${spread.runs} 次：${million(spread.low)} 至 ${million(spread.high)}，中位 ${million(spread.mid)}；净现值为正的占 ${(spread.positive * 100).toFixed(0)}%`,
    ),
    filesLine(files, lang),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const million = (yuan: number | null) => (yuan === null ? '—' : (yuan / 1e6).toFixed(1));
const percent = (share: number | null) => (share === null ? '—' : `${(share * 100).toFixed(0)} %`);
const figure = (value: number | null) => (value === null ? '—' : value.toFixed(2));
