import { column, paragraph, textCell, type Writing } from './blocks.js';
import { signedPercent } from './lead.js';
import { missingParagraphs } from './missing.js';
import { storySentences as sentences } from './sentences-story.js';
import type { Block, Section } from './types.js';
import type { StoryCarbon } from './types-story.js';
import { storyWords as words } from './words-story.js';

/** Emissions as far as an inventory was imported; else what is missing, and the form that fills it. */
export function carbonSection(writing: Writing, rows: readonly StoryCarbon[]): Section {
  const { lang } = writing;
  const known = rows.filter((row) => !(row.missing ?? []).includes(row.inventory));
  const missing = [...new Set(rows.flatMap((row) => row.missing ?? []))];
  const blocks: Block[] = [];
  if (known.length === 0) blocks.push(paragraph(sentences.noCarbon[lang]));
  else {
    if (missing.length > 0) blocks.push(paragraph(sentences.partCarbon[lang], 'caution'));
    blocks.push(carbonTable(writing, known));
  }
  blocks.push(...missingParagraphs(writing, missing));
  return { id: 'carbon', title: words.sections.carbon[lang], blocks };
}

function carbonTable(writing: Writing, rows: readonly StoryCarbon[]): Block {
  const { lang, labels } = writing;
  const head = words.heads;
  const state = (scheme: string, id: string | null) => (id === null ? '—' : labels.classOf(scheme, id));
  return {
    kind: 'table',
    caption: words.captions.carbon[lang],
    columns: [
      column(head.inventory, lang, 'left', 36),
      column(head.years, lang, 'left', 12),
      column(head.co2, lang, 'right', 16),
      column(head.output, lang, 'right', 16),
      column(head.peopleChange, lang, 'right', 16),
      column(head.decoupling, lang, 'left', 26),
      column(head.peak, lang, 'left', 26),
    ],
    rows: rows.map((row) => [
      textCell(labels.name(row.inventory)),
      textCell(`${row.from}–${row.to}`),
      textCell(signedPercent(row.tapio.co2Percent)),
      textCell(signedPercent(row.tapio.gdpPercent)),
      textCell(signedPercent(row.populationPercent)),
      textCell(state('tapio_state', row.tapio.state)),
      textCell(
        `${state('peak_status', row.peak)}${row.peakYear === null ? '' : ` (${Math.round(row.peakYear)})`}`,
      ),
    ]),
    notes: [writing.origin],
  };
}
