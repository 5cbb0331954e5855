import { codeCell, column, named, paragraph, textCell, type Writing } from './blocks.js';
import { storySentences as sentences } from './sentences-story.js';
import type { Section } from './types.js';
import type { StoryClaim } from './types-story.js';
import { words as common } from './words.js';
import { storyWords as words } from './words-story.js';

/** Published statements about the city with what became of them when they were recomputed. */
export function claimsSection(writing: Writing, claims: readonly StoryClaim[]): Section {
  const { lang } = writing;
  const title = words.sections.claims[lang];
  if (claims.length === 0) return { id: 'claims', title, blocks: [paragraph(sentences.noClaims[lang])] };
  const head = words.heads;
  return {
    id: 'claims',
    title,
    blocks: [
      {
        kind: 'table',
        caption: words.captions.claims[lang],
        columns: [
          column(head.claim, lang, 'left', 44),
          column(common.heads.source, lang, 'left', 36),
          column(head.verdict, lang, 'left', 20),
          column(head.reason, lang, 'left', 70),
          column(head.mark, lang, 'left', 10),
          column(common.heads.id, lang, 'left', 24),
        ],
        rows: claims.map(({ id, claim, source, verdict, condition, reason }) => [
          textCell(claim[lang]),
          textCell([source.title[lang], source.number ?? '', source.where].filter(Boolean).join(' · ')),
          textCell(
            named(words.verdicts, verdict, lang) +
              (condition === null ? '' : `${common.colon[lang]}${condition[lang]}`),
          ),
          textCell(reason[lang]),
          textCell(source.mark),
          codeCell(id),
        ]),
        notes: [words.notes.marks[lang]],
      },
    ],
  };
}
