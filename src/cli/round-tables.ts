import type { RoundAnswer, RoundRow, SnapshotRow, StepAnswer, Workspace } from '../app/index.js';
import type { Language, Text } from '../base/index.js';
import type { LateUnit, ReturnValue, ValueChange } from '../campaign/index.js';
import type { Catalog } from '../catalog/index.js';
import type { AttachedFile } from '../store/index.js';
import { returnStateWords, roundStateWords, stepWords } from './round-words.js';
import { printTable } from './table.js';

/** Rounds for people. */
export function roundTable(rows: readonly RoundRow[], lang: Language): string {
  const zh = lang === 'zh';
  return printTable(rows, [
    { title: zh ? '轮次' : 'round', of: ({ id }) => id },
    { title: zh ? '名称' : 'label', of: ({ label }) => label[lang] },
    { title: zh ? '年份' : 'period', of: ({ period }) => period },
    { title: zh ? '状态' : 'state', of: ({ state }) => roundStateWords[state][lang] },
    { title: zh ? '版次' : 'revision', of: ({ revision }) => String(revision), right: true },
    { title: zh ? '单位' : 'units', of: ({ units }) => String(units.length), right: true },
    {
      title: zh ? '各单位状态' : 'returns',
      of: ({ returns }) =>
        Object.entries(returns)
          .map(([state, count]) => `${returnStateWords[state as keyof typeof returns][lang]} ${count}`)
          .join(zh ? '，' : ', '),
    },
    { title: zh ? '上报截止' : 'deadline', of: ({ deadlines }) => deadlines.report },
  ]);
}

/** A round with its units for people. */
export function roundText(found: RoundAnswer, lang: Language): string {
  const zh = lang === 'zh';
  const units = printTable(found.unitStates, [
    { title: zh ? '单位' : 'unit', of: ({ name }) => name[lang] },
    { title: zh ? '省份' : 'province', of: ({ province }) => province[lang] },
    { title: zh ? '状态' : 'state', of: ({ state }) => returnStateWords[state][lang] },
    { title: zh ? '版次' : 'revision', of: ({ revision }) => String(revision), right: true },
    { title: zh ? '首次提交' : 'submitted', of: ({ submitted }) => submitted?.slice(0, 16) ?? '-' },
    { title: zh ? '申诉' : 'appeal', of: ({ appeal }) => (appeal === null ? '-' : appeal.at.slice(0, 10)) },
  ]);
  const history = found.history.map(
    ({ at, by, kind, why }) => `${at.slice(0, 16)}  ${by}  ${stepWords[kind][lang]}${why && `  ${why}`}`,
  );
  return [roundTable([found], lang), '', units, '', ...history].join('\n');
}

/** Units that are behind, for people. */
export function lateTable(
  rows: readonly (LateUnit & { readonly name: Text; readonly province: Text })[],
  lang: Language,
): string {
  const zh = lang === 'zh';
  if (rows.length === 0) return zh ? '没有逾期或未报单位' : 'nobody is late or missing';
  const levels = zh
    ? { unit: '填报单位', province: '省级', nation: '国家' }
    : { unit: 'unit', province: 'province', nation: 'nation' };
  return printTable(rows, [
    { title: zh ? '单位' : 'unit', of: ({ name }) => name[lang] },
    { title: zh ? '状态' : 'state', of: ({ state }) => returnStateWords[state][lang] },
    { title: zh ? '责任方' : 'waits for', of: ({ level }) => levels[level] },
    { title: zh ? '期限' : 'deadline', of: ({ deadline }) => deadline },
    { title: zh ? '逾期天数' : 'days late', of: ({ days }) => String(days), right: true },
    { title: zh ? '未报' : 'missing', of: ({ missing }) => (missing ? (zh ? '是' : 'yes') : '-') },
  ]);
}

/** Every change of a value, for people. */
export function changesTable(rows: readonly ValueChange[], catalog: Catalog, lang: Language): string {
  const zh = lang === 'zh';
  return printTable(rows, [
    { title: zh ? '版次' : 'revision', of: ({ revision }) => String(revision), right: true },
    { title: zh ? '时间' : 'at', of: ({ at }) => at.slice(0, 16) },
    { title: zh ? '操作人' : 'by', of: ({ by }) => by },
    {
      title: zh ? '指标' : 'indicator',
      of: ({ indicator }) => catalog.indicators.get(indicator)?.label[lang] ?? indicator,
    },
    { title: zh ? '原值' : 'old', of: ({ old }) => (old === null ? '-' : valueText(old, catalog, lang)) },
    { title: zh ? '新值' : 'new', of: (row) => valueText(row.new, catalog, lang) },
    { title: zh ? '原因' : 'why', of: ({ why }) => why },
  ]);
}

function valueText({ value, unit, missing }: ReturnValue, catalog: Catalog, lang: Language): string {
  if (value === null) return missing || (lang === 'zh' ? '缺失' : 'missing');
  return `${value} ${catalog.units.get(unit)?.label[lang] ?? unit}`;
}

/** Attached files for people. */
export function filesTable(rows: readonly AttachedFile[], lang: Language): string {
  const zh = lang === 'zh';
  if (rows.length === 0) return zh ? '没有附件' : 'no files';
  return printTable(rows, [
    { title: zh ? '文件' : 'file', of: ({ name }) => name },
    { title: zh ? '指标' : 'indicator', of: ({ indicator }) => indicator || '-' },
    { title: zh ? '字节' : 'bytes', of: ({ size }) => String(size), right: true },
    { title: zh ? '上传人' : 'by', of: ({ by }) => by },
    { title: zh ? '时间' : 'at', of: ({ at }) => at.slice(0, 16) },
    { title: 'SHA-256', of: ({ sha256 }) => sha256 },
  ]);
}

/** What a step came to, in a line. */
export function stepText({ unit, kind, state, revision }: StepAnswer, ws: Workspace, lang: Language): string {
  const name = ws.register.byId.get(unit)?.name[lang] ?? unit;
  const [done, now] = [stepWords[kind][lang], returnStateWords[state][lang]];
  return lang === 'zh'
    ? `${name}：${done}，现为${now}，第 ${revision} 版`
    : `${name}: ${done}; now ${now}, revision ${revision}`;
}

/** Snapshots for people. */
export function snapshotTable(rows: readonly SnapshotRow[], lang: Language): string {
  const zh = lang === 'zh';
  if (rows.length === 0) return zh ? '没有已公布的快照' : 'nothing has been published';
  return printTable(rows, [
    { title: zh ? '轮次' : 'round', of: ({ round }) => round },
    { title: zh ? '年份' : 'period', of: ({ period }) => period },
    { title: zh ? '公布人' : 'by', of: ({ by }) => by },
    { title: zh ? '公布时间' : 'at', of: ({ at }) => at.slice(0, 16) },
    { title: zh ? '快照' : 'snapshot', of: ({ hash }) => hash },
  ]);
}
