import { joinLabels, paragraph, type Writing } from './blocks.js';
import { storySentences as sentences } from './sentences-story.js';
import type { Block } from './types.js';
import { say } from './words.js';

/** What an analysis lacks: by name, who keeps it, and by which form an import fills it. */
export function missingParagraphs({ lang, page }: Writing, missing: readonly string[]): readonly Block[] {
  if (missing.length === 0) return [];
  const inputs = page.story?.inputs ?? {};
  const named = missing.map((id) => {
    const found = inputs[id];
    const label = found?.label[lang] ?? id;
    const keeper = found?.keeper ?? null;
    if (keeper === null) return say(sentences.lacking, lang, { label, id });
    return say(sentences.keptBy, lang, { label, id, keeper: keeper[lang] });
  });
  return [paragraph(say(sentences.missing, lang, { list: joinLabels(named, lang) }), 'small')];
}
