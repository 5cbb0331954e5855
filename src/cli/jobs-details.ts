import type { JobsPlace } from '../app/index.js';
import type { Text } from '../base/index.js';
import { placeName, shown } from './shown.js';

const refused: Readonly<Record<string, Text>> = {
  'too few years': { en: 'too few years', zh: '年数不足' },
  gaps: { en: 'a year is missing', zh: '中间有缺年' },
  'unemployment or output does not move': {
    en: 'unemployment or output does not move',
    zh: '失业率或产出几乎不变',
  },
};

/** What the workspace says of the work in a place beside its branches, and plainly what it cannot say. */
export function jobsDetails(row: JobsPlace, zh: boolean): string {
  const { base, elasticity, okun, jobDensity, hiddenUnemployment: hidden, replacement } = row;
  const lang = zh ? 'zh' : 'en';
  const none = zh ? '缺数据' : 'no data';
  const line = (title: Text, said: string | null) => `  ${title[lang]}${zh ? '：' : ': '}${said ?? none}`;
  const okunOf = (form: JobsPlace['okun']['gap']) =>
    form.refused === null
      ? `b = ${shown(form.coefficient)}, R² ${shown(form.rSquared)}`
      : `${zh ? '未估计，' : 'not estimated, '}${refused[form.refused]?.[lang] ?? form.refused}`;
  const pair = (first: number | null, last: number | null) =>
    first === null && last === null ? null : `${shown(first)} → ${shown(last)}`;
  const replaced =
    replacement &&
    `${shown(replacement.ratio)}${zh ? '（新增' : ' (gained '}${shown(replacement.gained)}${zh ? '，损失' : ', lost '}${shown(replacement.lost)}${zh ? '，未计工资）' : ', wages left out)'}`;
  const benchmark =
    hidden &&
    `${shown(hidden.sharePercent)} % (${zh ? '基准' : 'benchmark'} ${shown(hidden.benchmarkPercent)} %)`;
  return [
    `${placeName(row)} ${row.from}–${row.to}`,
    line({ en: 'base multiplier', zh: '基础部门乘数' }, pair(base.first.multiplier, base.last.multiplier)),
    line({ en: 'employment elasticity', zh: '就业弹性' }, elasticity && shown(elasticity.value)),
    line({ en: 'Okun, differences', zh: '奥肯关系（差分式）' }, okunOf(okun.difference)),
    line({ en: 'Okun, gaps', zh: '奥肯关系（缺口式）' }, okunOf(okun.gap)),
    line(
      { en: 'jobs for 100 of working age', zh: '每百名劳动年龄居民岗位' },
      pair(jobDensity.first, jobDensity.last),
    ),
    line(
      { en: 'employment rate less the country, points', zh: '就业率与全国之差，百分点' },
      row.employmentRateGapPercent === null ? null : shown(row.employmentRateGapPercent),
    ),
    line({ en: 'hidden unemployment (stand-in)', zh: '隐性失业（替代指标）' }, benchmark),
    line({ en: 'replacement of mining jobs', zh: '采矿岗位替代率' }, replaced),
    line(
      { en: 'skills match', zh: '技能匹配' },
      zh
        ? '随附数据没有失业者与空缺的职业，请用 --table 与 --skills 给出'
        : 'shipped data have no occupations of displaced workers and vacancies; give them with --table and --skills',
    ),
  ].join('\n');
}
