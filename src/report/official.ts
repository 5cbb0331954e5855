import { join, named, type Writing } from './blocks.js';
import { say, sentences, words } from './words.js';

/** `batch 3 (2011), coal`; none where the city is in no batch. */
export function batchText(writing: Writing): string {
  const { batch } = writing.page.city;
  const { lang } = writing;
  if (batch === null) return words.none[lang];
  const told = say(sentences.batch, lang, { number: batch.number, year: batch.year });
  if (batch.kind === '') return told;
  return say(sentences.batchKind, lang, { batch: told, kind: named(words.batchKinds, batch.kind, lang) });
}

/** The resources of the register, marked where the assignment has little support. */
export function resourceText(writing: Writing): string {
  const { city } = writing.page;
  const { lang, labels } = writing;
  if (city.resources.length === 0) return words.noData[lang];
  const names = join(
    city.resources.map((resource) => labels.classOf('resource', resource)),
    lang,
  );
  return city.resourceConfidence === 'low' ? say(sentences.weaklyAssigned, lang, { names }) : names;
}
