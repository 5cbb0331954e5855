import { column, countCell, percentCell, scoreCell, textCell, type Writing } from './blocks.js';
import { flagLines, withFlagSign } from './flags.js';
import { formatInterval, formatScore } from './format.js';
import type { IndexPart } from './labels.js';
import { obstacleTable } from './obstacles.js';
import { standings } from './summary.js';
import type { Block, Cell, ChartBlock, Section, TableBlock } from './types.js';
import { words } from './words.js';

/** The indices of the period: standing, bars of the dimensions, all nodes with weight and score. */
export function scoresSection(writing: Writing): Section {
  const { lang } = writing;
  const parts = writing.labels.parts.filter((part) => part.index in writing.page.checkup.standing);
  const blocks: Block[] = [standingTable(writing)];
  const chart = dimensionBars(writing, parts);
  if (chart !== null) blocks.push(chart);
  const obstacles = obstacleTable(writing, parts);
  if (obstacles !== null) blocks.push(obstacles);
  if (parts.length > 0) blocks.push(partsTable(writing, parts));
  return { id: 'scores', title: words.sections.scores[lang], blocks };
}

function standingTable(writing: Writing): TableBlock {
  const { lang, labels, page } = writing;
  const head = words.heads;
  const rows = standings(writing).map(([id, standing]): readonly Cell[] => [
    textCell(withFlagSign(labels.name(id), page.nodeFlags[id])),
    scoreCell(standing.score, lang, `score/${page.city.id}/${page.period}/${id}`),
    standing.rank === null
      ? textCell(`— ${words.noData[lang]}`)
      : countCell(standing.rank, `rank/${page.city.id}/${page.period}/${id}`),
    textCell(
      standing.rankInterval === null
        ? `— ${words.noData[lang]}`
        : formatInterval(standing.rankInterval[0], standing.rankInterval[1], 0),
    ),
    countCell(standing.ranked),
    percentCell(standing.coverage, lang),
  ]);
  return {
    kind: 'table',
    caption: words.captions.standings[lang],
    columns: [
      column(head.index, lang, 'left', 34),
      column(head.score, lang, 'right', 12),
      column(head.rank, lang, 'right', 10),
      column(head.rankInterval, lang, 'right', 16),
      column(head.ranked, lang, 'right', 14),
      column(head.coverage, lang, 'right', 14),
    ],
    rows,
    notes: [
      words.notes.rankInterval[lang],
      ...flagLines(
        standings(writing).map(([id]) => ({ name: labels.name(id), flags: page.nodeFlags[id] })),
        lang,
      ),
      writing.origin,
    ],
  };
}

function dimensionBars(writing: Writing, parts: readonly IndexPart[]): ChartBlock | null {
  const { lang, page } = writing;
  const dimensions = parts.filter((part) => part.depth === 1);
  if (dimensions.length === 0) return null;
  return {
    kind: 'bars',
    caption: words.captions.scoreBars[lang],
    from: 0,
    to: 100,
    bars: dimensions.map((part) => {
      const value = page.checkup.scores[part.node] ?? null;
      return {
        label: withFlagSign(part.label, page.nodeFlags[part.node]),
        value,
        text: formatScore(value, lang),
      };
    }),
    notes: [words.notes.scale[lang], writing.origin],
  };
}

function partsTable(writing: Writing, parts: readonly IndexPart[]): TableBlock {
  const { lang, page } = writing;
  const head = words.heads;
  return {
    kind: 'table',
    caption: words.captions.scores[lang],
    columns: [
      column(head.part, lang, 'left', 44),
      column(head.weight, lang, 'right', 16),
      column(head.score, lang, 'right', 12),
    ],
    rows: parts.map((part) => [
      textCell(withFlagSign(`${'  '.repeat(part.depth)}${part.label}`, page.nodeFlags[part.node])),
      part.weight === null ? textCell('') : percentCell(part.weight, lang),
      scoreCell(
        page.checkup.scores[part.node] ?? null,
        lang,
        `score/${page.city.id}/${page.period}/${part.node}`,
      ),
    ]),
    notes: [
      words.notes.scale[lang],
      words.notes.missing[lang],
      ...flagLines(
        parts.map(({ label, node }) => ({ name: label, flags: page.nodeFlags[node] })),
        lang,
      ),
      writing.origin,
    ],
  };
}
