import { Paragraph, SimpleField, TextRun } from 'docx';
import type { Language } from '../../base/index.js';
import { styleIds } from './styles.js';

/** What is counted in a document. */
export type Counted = 'table' | 'figure';

const words: Readonly<Record<Counted, Readonly<Record<Language, string>>>> = {
  table: { zh: '表', en: 'Table' },
  figure: { zh: '图', en: 'Figure' },
};

/** How many tables and figures stand before. */
export type Counts = Record<Counted, number>;

/**
 * A caption with a number that a word processor counts anew, so that lists of tables and figures can be made from them; the
 * number as it is now stands in it for programs that count nothing. `counts` moves on.
 */
export function caption(counted: Counted, text: string, lang: Language, counts: Counts): Paragraph {
  const word = words[counted][lang];
  counts[counted] += 1;
  return new Paragraph({
    style: styleIds.caption,
    children: [
      new TextRun(`${word} `),
      new SimpleField(`SEQ ${word} \\* ARABIC`, String(counts[counted])),
      new TextRun(`  ${text}`),
    ],
  });
}

/** Words below a table or a chart. */
export function note(text: string): Paragraph {
  return new Paragraph({ style: styleIds.note, text });
}
