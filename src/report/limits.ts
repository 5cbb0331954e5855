import type { Issue } from '../base/index.js';
import {
  codeCell,
  column,
  joinLabels,
  named,
  paragraph,
  textCell,
  type Writing,
  yearCell,
} from './blocks.js';
import type { Block, Section, TableBlock } from './types.js';
import { say, sentences, words } from './words.js';

/** What the check-up does not know: indicators without data, boundary changes, doubts about data. */
export function limitsSection(writing: Writing): Section {
  const { lang, page, labels } = writing;
  const { missing, issues } = page.checkup;
  const list = joinLabels(missing.map(labels.name), lang);
  const blocks: Block[] = [
    paragraph(
      missing.length === 0 ? words.notes.nothingMissing[lang] : say(sentences.missing, lang, { list }),
    ),
  ];
  blocks.push(page.breaks.length === 0 ? paragraph(words.notes.noBreaks[lang]) : breakTable(writing));
  if (issues.length > 0) blocks.push(issueTable(writing, issues));
  return { id: 'limits', title: words.sections.limits[lang], blocks };
}

/** Boundary changes of the unit on record. */
export function breakTable(writing: Writing): TableBlock {
  const { lang, page } = writing;
  return {
    kind: 'table',
    caption: words.captions.breaks[lang],
    columns: [
      column(words.heads.year, lang, 'left', 10),
      column(words.heads.scope, lang, 'left', 20),
      column(words.heads.change, lang, 'left', 80),
    ],
    rows: page.breaks.map((one) => [
      yearCell(one.year),
      textCell(named(words.scopes, one.scope, lang)),
      textCell(one.text[lang]),
    ]),
    notes: [writing.origin],
  };
}

/** Doubts with what can be done about them. */
export function issueTable(writing: Writing, issues: readonly Issue[]): TableBlock {
  const { lang } = writing;
  return {
    kind: 'table',
    caption: words.captions.issues[lang],
    columns: [
      column(words.heads.code, lang, 'left', 28),
      column(words.heads.doubt, lang, 'left', 60),
      column(words.heads.remedy, lang, 'left', 50),
    ],
    rows: issues.map((one) => [codeCell(one.code), textCell(one.message[lang]), textCell(one.remedy[lang])]),
    notes: [writing.origin],
  };
}
