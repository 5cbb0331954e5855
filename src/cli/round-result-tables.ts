import type { SnapshotCheck, Workspace } from '../app/index.js';
import type { CityId, Language } from '../base/index.js';
import type { Comparison, RoundResults } from '../campaign/index.js';
import { printTable } from './table.js';

/** Ranks of a round for people. @param results null: not theirs to see */
export function ranksTable(results: RoundResults | null, ws: Workspace, lang: Language): string {
  const zh = lang === 'zh';
  if (results === null)
    return zh ? '复算之前不显示结果' : 'the results are shown after a second person has computed';
  if (results.ranks.length === 0)
    return zh
      ? `没有得分：本轮次未指定指数；发现 ${results.findings.length} 项`
      : `no scores: the round names no index; ${results.findings.length} findings`;
  return printTable(results.ranks, [
    { title: zh ? '单位' : 'unit', of: ({ unit }) => nameOf(unit, ws, lang) },
    { title: zh ? '指数' : 'index', of: ({ index }) => index },
    { title: zh ? '得分' : 'score', of: ({ score }) => score?.toFixed(1) ?? '-', right: true },
    { title: zh ? '名次' : 'rank', of: ({ rank }) => String(rank ?? '-'), right: true },
    {
      title: zh ? '名次区间' : 'interval',
      of: ({ rankInterval }) => rankInterval?.join('–') ?? '-',
      right: true,
    },
    { title: zh ? '覆盖' : 'coverage', of: ({ coverage }) => `${Math.round(coverage * 100)} %`, right: true },
  ]);
}

/** What holding a computation against another came to, for people. */
export function comparisonText(found: Comparison, ws: Workspace, lang: Language): string {
  const zh = lang === 'zh';
  const { equal, compared, different, largest, differences } = found;
  const largestText = largest === null ? '-' : largest.toExponential(1);
  if (equal)
    return zh
      ? `一致：比对 ${compared} 项，最大相对差 ${largestText}`
      : `equal: ${compared} figures compared, largest relative difference ${largestText}`;
  const head = zh
    ? `不一致：${compared} 项中有 ${different} 项`
    : `${different} of ${compared} figures differ`;
  const table = printTable(differences, [
    { title: zh ? '单位' : 'unit', of: ({ unit }) => nameOf(unit, ws, lang) },
    { title: zh ? '节点' : 'node', of: ({ node }) => node },
    { title: zh ? '首次' : 'first', of: ({ first }) => String(first ?? '-'), right: true },
    { title: zh ? '复算' : 'second', of: ({ second }) => String(second ?? '-'), right: true },
  ]);
  return `${head}\n${table}`;
}

/** What computing a snapshot again came to, for people. */
export function checkText(found: SnapshotCheck, ws: Workspace, lang: Language): string {
  const zh = lang === 'zh';
  const { then, now } = found.program;
  return [
    `${found.round}  ${found.hash}`,
    comparisonText(found.comparison, ws, lang),
    zh
      ? `名次不同 ${found.ranksDiffer} 项，发现不同 ${found.findingsDiffer} 项`
      : `ranks that differ: ${found.ranksDiffer}; findings that differ: ${found.findingsDiffer}`,
    zh
      ? `目录取 ${found.catalogOn} 当日；公布时程序 ${then}，现为 ${now}`
      : `catalog of ${found.catalogOn}; published by program ${then}, this is ${now}`,
    zh
      ? `审计日志${found.auditWhole ? '完整，含公布时的末行' : '已断裂'}`
      : `audit log ${found.auditWhole ? 'whole, with the line that stood last on publication' : 'broken'}`,
  ].join('\n');
}

function nameOf(unit: CityId, ws: Workspace, lang: Language): string {
  return ws.register.byId.get(unit)?.name[lang] ?? unit;
}
