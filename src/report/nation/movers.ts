import type { Text } from '../../base/index.js';
import { column, textCell } from '../blocks.js';
import type { Section, TableBlock } from '../types.js';
import type { NationUnit } from '../types-nation.js';
import { nationWords as words } from './words.js';
import { type NationWriting, nameCell, partsText, pointsCell, verdictCell } from './writing.js';

/** So many at each end. */
const most = 10;

/** Whose score changed most and least, and by which branches of the index. */
export function moversSection(writing: NationWriting): Section {
  const { lang, page } = writing;
  const moved = page.units
    .filter(({ evaluation }) => evaluation.change !== null)
    .toSorted((a, b) => (b.evaluation.change ?? 0) - (a.evaluation.change ?? 0));
  const { captions } = words;
  // Of few units each stands once.
  const blocks =
    moved.length <= most
      ? [moverTable(writing, captions.most, moved)]
      : [
          moverTable(writing, captions.most, moved.slice(0, most)),
          moverTable(writing, captions.least, moved.slice(Math.max(most, moved.length - most)).toReversed()),
        ];
  return { id: 'movers', title: words.sections.movers[lang], blocks };
}

function moverTable(writing: NationWriting, caption: Text, units: readonly NationUnit[]): TableBlock {
  const { lang, page, origin } = writing;
  const { heads } = words;
  return {
    kind: 'table',
    caption: caption[lang],
    columns: [
      column(heads.city, lang, 'left', 22),
      column(heads.province, lang, 'left', 14),
      { title: `${page.from}–${page.to}`, align: 'right', width: 12 },
      column(heads.parts, lang, 'left', 44),
      column(heads.verdict, lang, 'left', 22),
    ],
    rows: units.map((unit) => [
      nameCell(writing, unit),
      textCell(unit.city.province[lang]),
      pointsCell(unit.evaluation.change, writing),
      textCell(partsText(writing, unit.evaluation)),
      verdictCell(writing, unit.evaluation),
    ]),
    notes: [origin],
  };
}
