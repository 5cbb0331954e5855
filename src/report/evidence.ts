import { codeCell, column, paragraph, textCell, type Writing } from './blocks.js';
import { formatQuantity } from './format.js';
import type { Cell, Section } from './types.js';
import type { StoryEvidence } from './types-story.js';
import { words as common } from './words.js';
import { storyWords as words } from './words-story.js';

/** From each finding over its numbers to the cells they were read from, with table and licence. */
export function evidenceSection(writing: Writing, evidence: readonly StoryEvidence[]): Section {
  const { lang } = writing;
  const head = words.heads;
  return {
    id: 'evidence',
    title: words.sections.evidence[lang],
    blocks: [
      paragraph(words.notes.evidence[lang], 'small'),
      {
        kind: 'table',
        caption: words.captions.evidence[lang],
        columns: [
          column(common.heads.finding, lang, 'left', 32),
          column(common.heads.address, lang, 'left', 46),
          column(head.how, lang, 'left', 46),
          column(head.read, lang, 'left', 46),
          column(head.table, lang, 'left', 44),
          column(head.cell, lang, 'left', 44),
          column(common.heads.licence, lang, 'left', 12),
        ],
        rows: evidence.flatMap((one) => rowsOf(writing, one)),
        notes: [writing.origin],
      },
    ],
  };
}

/** A row for each cell read; what was computed stands in the first of them only. */
function rowsOf(writing: Writing, { finding, address, how, read }: StoryEvidence): readonly Cell[][] {
  const { lang, labels } = writing;
  const lead = [textCell(finding[lang]), codeCell(address), textCell(how[lang])];
  const empty = [textCell(''), textCell(''), textCell('')];
  if (read.length === 0) return [[...lead, ...empty, textCell('')]];
  return read.map(({ label, value, unit, title, locator, licence }, at) => [
    ...(at === 0 ? lead : empty),
    textCell(`${label[lang]}${common.colon[lang]}${formatQuantity(value, labels.display(unit), lang)}`),
    textCell(title[lang]),
    codeCell(locator),
    textCell(licence),
  ]);
}
