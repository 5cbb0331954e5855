import type { Writing } from './blocks.js';
import { flagSign } from './flags.js';
import { standings } from './summary.js';
import type { Section } from './types.js';
import { say } from './words.js';
import { checkupSentences as sentences, checkupWords as words } from './words-checkup.js';

/** What scores, ranks, lights, findings and flags mean, and by which indices; before any of them is read. */
export function methodSection(writing: Writing): Section {
  const { lang, context } = writing;
  const own = standings(writing).flatMap(([id]) => {
    const index = [...context.catalog.indices.values()].find((one) => one.id === id);
    return index ? [index] : [];
  });
  const usual = own.every(
    ({ aggregate, steps }) => aggregate === 'arithmetic' && steps.normalise.method === 'minmax',
  );
  const items = [
    ...own.flatMap(({ label, periods, note }) =>
      note === null
        ? []
        : [say(sentences.index, lang, { index: label[lang], periods: periods.join(', '), note: note[lang] })],
    ),
    ...(usual && own.length > 0 ? [sentences.scores[lang]] : []),
    sentences.ranks[lang],
    sentences.lights[lang],
    sentences.findings[lang],
    say(sentences.flags, lang, { sign: flagSign }),
    sentences.boundaries[lang],
  ];
  return { id: 'method', title: words.sections.method[lang], blocks: [{ kind: 'list', items }] };
}
