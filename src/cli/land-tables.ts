import type { LandAnswer, LandRow } from '../app/index.js';
import type { Language } from '../base/index.js';
import { printTable } from './table.js';

/** Plots that a terminal shows; all are in the files and in JSON. */
const shownPlots = 20;

/** The answer of `inefficient-land` for people: what was found, the worst plots, where the files are. */
export function landTables(
  { rows, summary, findings, files }: LandAnswer,
  lang: Language,
  label: (scheme: string, id: string) => string,
): string {
  const say = (en: string, zh: string) => (lang === 'zh' ? zh : en);
  const ha = (m2: number) => (m2 / 10000).toFixed(2);
  const plane = summary.plane ?? say('an equal-area plane', '等积投影');
  const head = [
    say(
      `${summary.plots} plots, ${ha(summary.areaM2)} ha, measured in ${plane}`,
      `${summary.plots} 块地，${ha(summary.areaM2)} 公顷，按 ${plane} 量算`,
    ),
    say(
      `judged: ${summary.judged}; inefficient: ${summary.inefficient} (${ha(summary.inefficientM2)} ha); old estates: ${summary.oldEstates}; urban villages: ${summary.urbanVillages}`,
      `可评价 ${summary.judged} 块；低效 ${summary.inefficient} 块（${ha(summary.inefficientM2)} 公顷）；老旧小区 ${summary.oldEstates} 处；城中村 ${summary.urbanVillages} 处`,
    ),
  ].join('\n');
  const sorted = rows.toSorted(
    (a, b) => Number(b.inefficient) - Number(a.inefficient) || (b.score ?? -1) - (a.score ?? -1),
  );
  const words = (items: LandRow['fails']) =>
    items.map((item) => label('land_item', item)).join(say(', ', '、'));
  const verdict = (row: LandRow) => {
    if (row.inefficient === true) return say('inefficient', '低效');
    if (row.exempt !== null) return say('exempt', '豁免');
    if (row.kind !== null) return label('land_kind', row.kind);
    return row.inefficient === false ? say('in use', '非低效') : '—';
  };
  const table = printTable(sorted.slice(0, shownPlots), [
    { title: say('plot', '地块'), of: ({ plot }) => plot },
    { title: say('floor-area ratio', '容积率'), of: (row) => ratio(row.floorAreaRatio), right: true },
    { title: say('coverage', '建筑系数'), of: (row) => ratio(row.coverage), right: true },
    { title: say('area, ha', '面积（公顷）'), of: (row) => ha(row.areaM2), right: true },
    { title: say('score', '得分'), of: (row) => ratio(row.score), right: true },
    { title: say('judgement', '结论'), of: verdict },
    { title: say('fails', '不达标项'), of: (row) => words(row.fails) },
    ...(rows.some(({ exempt }) => exempt !== null)
      ? [
          {
            title: say('exempt', '豁免项'),
            of: ({ exempt }: LandRow) => (exempt === null ? '' : words(exempt.items)),
          },
        ]
      : []),
  ]);
  const more = rows.length - shownPlots;
  const opened =
    findings === null
      ? ''
      : say(
          `findings: ${findings.opened.length} opened, ${findings.known.length} were in the ledger`,
          `问题台账：新登记 ${findings.opened.length} 项，已在台账 ${findings.known.length} 项`,
        );
  return [
    head,
    more > 0 ? `${table}\n${say(`and ${more} more`, `另有 ${more} 块`)}` : table,
    opened,
    files.map(({ path }) => path).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function ratio(value: number | null): string {
  return value === null ? '—' : value.toFixed(3);
}
