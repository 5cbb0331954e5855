import type { DoubleHighAnswer, GroundAnswer, GroundRow } from '../app/index.js';
import type { Language } from '../base/index.js';
import { printTable } from './table.js';

/** Cells and zones that a terminal shows; all are in the files and in JSON. */
const shownRows = 20;

type Say = (en: string, zh: string) => string;
type Label = (scheme: string, id: string) => string;

/** The answer of `ground` for people: kinds, the worst cells with what drives them, zones, where the files are. */
export function groundTables(answer: GroundAnswer, lang: Language, label: Label): string {
  const say: Say = (en, zh) => (lang === 'zh' ? zh : en);
  const { rows, summary, doubleHigh, findings, files } = answer;
  const opened =
    findings === null
      ? ''
      : say(
          `findings: ${findings.opened.length} opened, ${findings.known.length} were in the ledger`,
          `问题台账：新登记 ${findings.opened.length} 项，已在台账 ${findings.known.length} 项`,
        );
  return [
    ...(summary.kinds.length === 0 ? [] : [headOf(summary, say), kindTable(summary, say, label)]),
    ...(rows.length === 0 ? [] : [cellTable(rows, say, label)]),
    ...(doubleHigh === null ? [] : [zoneTable(doubleHigh, say)]),
    opened,
    files.map(({ path }) => path).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function headOf({ cells, cellM, areaM2, plane }: GroundAnswer['summary'], say: Say): string {
  const km2 = (areaM2 / 1e6).toFixed(2);
  const where = plane ?? say('an equal-area plane', '等积投影');
  return cellM === null
    ? say(
        `${cells} parcels, ${km2} km², measured in ${where}`,
        `${cells} 块地，${km2} 平方千米，按 ${where} 量算`,
      )
    : say(
        `${cells} cells of ${cellM} m, ${km2} km², measured in ${where}`,
        `${cells} 个边长 ${cellM} 米的网格，${km2} 平方千米，按 ${where} 量算`,
      );
}

function kindTable({ kinds }: GroundAnswer['summary'], say: Say, label: Label): string {
  return printTable(kinds, [
    { title: say('kind', '类别'), of: ({ kind }) => label('ground_kind', kind) },
    { title: say('cells measured', '有值网格'), of: ({ cells }) => String(cells), right: true },
    { title: say('above 0', '大于 0'), of: ({ above0 }) => String(above0), right: true },
    { title: say('mean', '均值'), of: ({ mean }) => share(mean), right: true },
  ]);
}

function cellTable(rows: readonly GroundRow[], say: Say, label: Label): string {
  const sorted = rows.toSorted((a, b) => b.final - a.final);
  const table = printTable(sorted.slice(0, shownRows), [
    { title: say('cell', '网格'), of: ({ cell }) => cell },
    { title: say('result', '结果'), of: ({ final }) => share(final), right: true },
    {
      title: say('grade', '等级'),
      of: ({ grade }) => (grade === null ? say('below', '低于各级') : label('subsidence_grade', grade)),
    },
    { title: say('mean', '均值'), of: ({ sum }) => share(sum), right: true },
    { title: say('kinds', '类数'), of: ({ present }) => String(present), right: true },
    {
      title: say('driven by', '主导类'),
      of: ({ driver, values }) =>
        driver === null ? '—' : `${label('ground_kind', driver)} ${share(values[driver])}`,
    },
  ]);
  const more = rows.length - shownRows;
  return more > 0 ? `${table}\n${say(`and ${more} more`, `另有 ${more} 个`)}` : table;
}

function zoneTable(
  { zones, findings, complaints, projects, cellM, quantile }: DoubleHighAnswer,
  say: Say,
): string {
  const least = (value: number | null) => (value === null ? '—' : String(Number(value.toFixed(2))));
  const percent = quantile * 100;
  const head = say(
    `double-high cells of ${cellM} m: above ${least(findings.threshold)} findings and ${least(complaints.threshold)} complaints (${percent} % of the cells that have any)`,
    `“双高”网格（边长 ${cellM} 米）：问题多于 ${least(findings.threshold)}、诉求多于 ${least(complaints.threshold)}（有值网格的 ${percent}% 分位数）`,
  );
  const table = printTable(zones.slice(0, shownRows), [
    { title: say('zone', '双高区'), of: ({ zone }) => zone },
    { title: say('km²', '平方千米'), of: ({ areaM2 }) => (areaM2 / 1e6).toFixed(2), right: true },
    { title: say('findings', '问题'), of: (zone) => String(zone.findings), right: true },
    { title: say('complaints', '诉求'), of: (zone) => String(zone.complaints), right: true },
    {
      title: say('most are about', '主要诉求'),
      of: ({ kinds }) => kinds.map(({ kind, complaints: count }) => `${kind} ${count}`).join(say(', ', '、')),
    },
    {
      title: say('projects', '项目'),
      of: (zone) => (zone.projects === null ? '—' : String(zone.projects)),
      right: true,
    },
  ]);
  const inside =
    projects === null
      ? ''
      : say(
          `renewal projects in zones: ${projects.inside} of ${projects.all} (${percentOf(projects.share)})`,
          `位于双高区的更新项目：${projects.all} 个中的 ${projects.inside} 个（${percentOf(projects.share)}）`,
        );
  return [head, zones.length === 0 ? say('no zones', '没有双高区') : table, inside]
    .filter(Boolean)
    .join('\n');
}

function share(value: number | null): string {
  return value === null ? '—' : value.toFixed(3);
}

function percentOf(value: number | null): string {
  return value === null ? '—' : `${(value * 100).toFixed(1)} %`;
}
