import { codeCell, column, countCell, scoreCell, textCell } from '../blocks.js';
import { formatInterval, missingText } from '../format.js';
import type { Cell, Section, TableBlock } from '../types.js';
import type { NationUnit } from '../types-nation.js';
import { words as common, say } from '../words.js';
import { nationWords as words } from './words.js';
import { type NationWriting, nameCell, pointsCell, verdictCell } from './writing.js';

/** Every unit in its class by rank, and those without one; whole numbers stand in the workbook. */
export function rankingSection(writing: NationWriting): Section {
  const { lang, page } = writing;
  const byClass = new Map<string, NationUnit[]>();
  for (const unit of page.units) {
    const { rank, rankClass } = unit.evaluation;
    const label = rank === null || rankClass === null ? '' : rankClass[lang];
    byClass.set(label, [...(byClass.get(label) ?? []), unit]);
  }
  const classes = [...byClass].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
  const blocks = classes.map(([label, units]) => {
    const sorted = units.toSorted((a, b) => (a.evaluation.rank ?? 0) - (b.evaluation.rank ?? 0));
    const caption = label === '' ? words.captions.unranked[lang] : say(words.captions.class, lang, { label });
    return unitTable(writing, caption, sorted);
  });
  return { id: 'ranking', title: words.sections.ranking[lang], blocks };
}

function unitTable(writing: NationWriting, caption: string, units: readonly NationUnit[]): TableBlock {
  const { lang, page, origin } = writing;
  const { heads } = words;
  return {
    kind: 'table',
    caption,
    columns: [
      column(heads.rank, lang, 'right', 7),
      column(heads.interval, lang, 'left', 10),
      column(heads.city, lang, 'left', 24),
      column(heads.province, lang, 'left', 14),
      column(heads.ownLevel, lang, 'right', 9),
      column(heads.ownChange, lang, 'right', 9),
      column(heads.gapChange, lang, 'right', 10),
      column(heads.verdict, lang, 'left', 22),
      column(heads.quality, lang, 'left', 9),
    ],
    rows: units.map((unit) => {
      const { city, evaluation } = unit;
      const { level, change, gapChange } = evaluation;
      return [
        ...rankCells(writing, unit),
        nameCell(writing, unit),
        textCell(city.province[lang]),
        scoreCell(level, lang, `score/${city.id}/${page.to}/${evaluation.index}`),
        pointsCell(change, writing),
        pointsCell(gapChange, writing),
        verdictCell(writing, evaluation),
        textCell(writing.labels.classOf('evaluation_quality', evaluation.quality.grade)),
      ];
    }),
    notes: [common.notes.rankInterval[lang], origin],
  };
}

function rankCells({ lang }: NationWriting, { evaluation }: NationUnit): readonly Cell[] {
  const { rank, rankInterval } = evaluation;
  if (rank === null || rankInterval === null) return [textCell(missingText(lang)), textCell('')];
  return [countCell(rank), textCell(formatInterval(rankInterval[0], rankInterval[1], 0))];
}

/** All results, unrounded, for workbooks; one column for each branch of the index. */
export function resultsAppendix(writing: NationWriting): { name: string; table: TableBlock } {
  const { lang, page, labels, origin } = writing;
  const { heads } = words;
  const nodes = [
    ...new Set(page.units.flatMap(({ evaluation }) => evaluation.parts.map(({ node }) => node))),
  ];
  const name = words.captions.table[lang];
  return {
    name,
    table: {
      kind: 'table',
      caption: name,
      columns: [
        column(heads.code, lang, 'left', 10),
        column(heads.city, lang, 'left', 24),
        column(heads.province, lang, 'left', 14),
        column(heads.class, lang, 'left', 40),
        column(heads.ownLevel, lang, 'right', 12),
        column(heads.ownChange, lang, 'right', 12),
        ...nodes.map((node) => ({ title: labels.name(node), align: 'right' as const, width: 12 })),
        column(heads.gapChange, lang, 'right', 12),
        column(heads.structure, lang, 'right', 12),
        column(heads.score, lang, 'right', 12),
        column(heads.rank, lang, 'right', 8),
        column(heads.low, lang, 'right', 8),
        column(heads.high, lang, 'right', 8),
        column(heads.verdict, lang, 'left', 22),
        column(heads.quality, lang, 'left', 10),
      ],
      rows: page.units.map((unit) => resultRow(writing, unit, nodes)),
      notes: [common.notes.missing[lang], origin],
    },
  };
}

function resultRow(writing: NationWriting, unit: NationUnit, nodes: readonly string[]): readonly Cell[] {
  const { lang, page } = writing;
  const { city, evaluation } = unit;
  const count = (value: number | null | undefined) =>
    value == null ? textCell(missingText(lang)) : countCell(value);
  const partOf = (node: string) => evaluation.parts.find((one) => one.node === node)?.points ?? null;
  return [
    codeCell(city.adcode),
    nameCell(writing, unit),
    textCell(city.province[lang]),
    textCell(evaluation.rankClass?.[lang] ?? ''),
    scoreCell(evaluation.level, lang, `score/${city.id}/${page.to}/${evaluation.index}`),
    pointsCell(evaluation.change, writing),
    ...nodes.map((node) => pointsCell(partOf(node), writing)),
    pointsCell(evaluation.gapChange, writing),
    pointsCell(evaluation.structureChange, writing),
    scoreCell(evaluation.score, lang, ''),
    count(evaluation.rank),
    count(evaluation.rankInterval?.[0]),
    count(evaluation.rankInterval?.[1]),
    verdictCell(writing, evaluation),
    textCell(writing.labels.classOf('evaluation_quality', evaluation.quality.grade)),
  ];
}
