import { column, joinLabels, paragraph, textCell, type Writing } from './blocks.js';
import { formatDecimal } from './format.js';
import type { Section } from './types.js';
import type { StoryMeasure } from './types-story.js';
import { words as common, say } from './words.js';
import { checkupSentences as sentences, checkupWords as words } from './words-checkup.js';
import { storyWords } from './words-story.js';

/** Measures of the library that answer what was found, each with its condition and cost where somebody knows them. */
export function measuresSection(writing: Writing, measures: readonly StoryMeasure[]): Section {
  const { lang } = writing;
  const title = words.sections.measures[lang];
  if (measures.length === 0)
    return { id: 'measures', title, blocks: [paragraph(sentences.noMeasures[lang])] };
  const { heads } = words;
  return {
    id: 'measures',
    title,
    blocks: [
      paragraph(sentences.draft[lang], 'caution'),
      {
        kind: 'table',
        caption: words.captions.measures[lang],
        columns: [
          column(heads.measure, lang, 'left', 26),
          column(heads.does, lang, 'left', 46),
          column(heads.answers, lang, 'left', 34),
          column(heads.condition, lang, 'left', 34),
          column(heads.cost, lang, 'left', 20),
          column(storyWords.heads.mark, lang, 'left', 8),
        ],
        rows: measures.map(({ label, does, answers, ground, condition, cost, mark }) => [
          textCell(label[lang]),
          textCell(does[lang]),
          textCell(
            joinLabels(
              answers.map((one) => one[lang]),
              lang,
            ),
          ),
          textCell(
            joinLabels(
              [...ground, ...(condition === null ? [] : [condition])].map((one) => one[lang]),
              lang,
            ),
          ),
          textCell(costText(writing, cost)),
          textCell(mark),
        ]),
        notes: [writing.origin],
      },
    ],
  };
}

function costText({ lang }: Writing, cost: StoryMeasure['cost']): string {
  if (cost === null) return `— ${common.noData[lang]}`;
  const end = (value: number | null) => (value === null ? '?' : formatDecimal(value, 0));
  return say(sentences.cost, lang, { low: end(cost.low), high: end(cost.high), per: cost.per[lang] });
}
