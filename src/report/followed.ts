import { column, named, paragraph, textCell, type Writing } from './blocks.js';
import { formatDecimal } from './format.js';
import { storySentences as sentences } from './sentences-story.js';
import type { Block } from './types.js';
import type { StoryFollowed } from './types-story.js';
import { words as common, say } from './words.js';
import { storyWords as words } from './words-story.js';

/** Findings that somebody opened: measure, responsible body, budget, deadline, status, re-check. */
export function followedBlock(writing: Writing, followed: readonly StoryFollowed[]): Block {
  const { lang } = writing;
  if (followed.length === 0) return paragraph(sentences.noFollowed[lang]);
  const head = words.heads;
  return {
    kind: 'table',
    caption: words.captions.followed[lang],
    columns: [
      column(common.heads.finding, lang, 'left', 36),
      column(head.place, lang, 'left', 20),
      column(head.status, lang, 'left', 12),
      column(head.measure, lang, 'left', 36),
      column(head.body, lang, 'left', 24),
      column(head.budget, lang, 'right', 16),
      column(head.deadline, lang, 'left', 18),
      column(head.recheck, lang, 'left', 20),
    ],
    rows: followed.map(({ label, place, status, measure, overdue, recheck }) => [
      textCell(label[lang]),
      textCell(place),
      textCell(named(words.status, status, lang)),
      textCell(measure?.measure ?? ''),
      textCell(measure?.body ?? ''),
      textCell(measure?.budget == null ? '' : formatDecimal(measure.budget, 0)),
      textCell(
        measure !== null && overdue
          ? say(sentences.due, lang, { day: measure.deadline })
          : (measure?.deadline ?? ''),
      ),
      textCell(
        recheck === null
          ? ''
          : say(sentences.checked, lang, {
              period: recheck.period,
              result: named(words.recheck, recheck.result, lang),
            }),
      ),
    ]),
    notes: [],
  };
}
