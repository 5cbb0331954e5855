import { column, joinLabels, named, paragraph, textCell, type Writing } from './blocks.js';
import { formatDecimal } from './format.js';
import { placesDrawing } from './places-drawing.js';
import { storySentences as sentences } from './sentences-story.js';
import type { Block } from './types.js';
import type { StoryFollowed } from './types-story.js';
import { words as common, say } from './words.js';
import { checkupWords } from './words-checkup.js';
import { storyWords as words } from './words-story.js';

/**
 * Findings that somebody opened: measure, responsible body, budget, deadline, status, re-check; and a sketch of those whose position is
 * known.
 */
export function followedBlocks(writing: Writing, followed: readonly StoryFollowed[]): readonly Block[] {
  const { lang } = writing;
  if (followed.length === 0) return [paragraph(sentences.noFollowed[lang])];
  const places = followed.flatMap(({ lon, lat, label, place }, at) =>
    lon === null || lat === null
      ? []
      : [
          {
            number: at + 1,
            name: joinLabels([label[lang], ...(place === '' ? [] : [place])], lang),
            lon,
            lat,
          },
        ],
  );
  if (places.length === 0) return [followedTable(writing, followed)];
  const caption = checkupWords.captions.places[lang];
  return [
    followedTable(writing, followed),
    { kind: 'drawing', caption, drawing: placesDrawing(places, caption, lang) },
  ];
}

function followedTable({ lang }: Writing, followed: readonly StoryFollowed[]): Block {
  const head = words.heads;
  return {
    kind: 'table',
    caption: words.captions.followed[lang],
    columns: [
      column(common.heads.number, lang, 'right', 6),
      column(common.heads.finding, lang, 'left', 36),
      column(head.place, lang, 'left', 20),
      column(head.status, lang, 'left', 12),
      column(head.measure, lang, 'left', 36),
      column(head.body, lang, 'left', 24),
      column(head.budget, lang, 'right', 16),
      column(head.deadline, lang, 'left', 18),
      column(head.recheck, lang, 'left', 20),
    ],
    rows: followed.map(({ label, place, status, measure, overdue, recheck }, at) => [
      textCell(String(at + 1)),
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
