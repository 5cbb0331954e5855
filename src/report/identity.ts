import { named, paragraph, type Writing } from './blocks.js';
import { formatScore } from './format.js';
import { kindBlocks, kindFacts } from './kind.js';
import { batchText, resourceText } from './official.js';
import { lightSentence, placeText, standings } from './summary.js';
import type { Block, Fact, Section } from './types.js';
import { say, sentences, words } from './words.js';

const { names, code, level, type, batch, resources, province } = words.facts;

/** Fields of the register by their names in its doubts. */
const fields = { name_zh: names, name_en: names, adcode: code, level, type, batch, resources, province };

/** Who the city is: official labels in one list, computed ones in another, never mixed. */
export function identitySection(writing: Writing): Section {
  const { lang } = writing;
  const kind = writing.page.story?.kind ?? null;
  const blocks: Block[] = [
    { kind: 'facts', caption: words.captions.official[lang], facts: officialFacts(writing) },
    paragraph(words.notes.officialOnly[lang], 'small'),
    { kind: 'facts', caption: words.captions.computed[lang], facts: computedFacts(writing) },
    paragraph(`${words.notes.computedOnly[lang]} ${writing.origin}`, 'small'),
    ...(kind === null ? [] : kindBlocks(writing, kind)),
  ];
  return { id: 'identity', title: words.sections.identity[lang], blocks };
}

function officialFacts(writing: Writing): readonly Fact[] {
  const { lang, labels, t } = writing;
  const { city } = writing.page;
  const name = words.facts;
  const type = city.listed
    ? city.type === null
      ? words.noData[lang]
      : labels.classOf('official_type', city.type)
    : words.notes.notListed[lang];
  const facts: Fact[] = [
    { name: t(name.names), text: bothNames(city.name) },
    { name: t(name.code), text: city.adcode },
    { name: t(name.province), text: city.province[lang] },
    { name: t(name.level), text: labels.classOf('level', city.level) },
    { name: t(name.type), text: type },
    { name: t(name.batch), text: batchText(writing) },
    { name: t(name.resources), text: resourceText(writing) },
  ];
  if (city.note !== '') facts.push({ name: t(name.note), text: city.note });
  const doubts = city.doubts.map((doubt) =>
    say(sentences.doubt, lang, { field: named(fields, doubt.field, lang), text: doubt.text[lang] }),
  );
  if (doubts.length > 0) facts.push({ name: t(name.doubts), text: doubts.join(words.reasonSeparator[lang]) });
  return facts;
}

function computedFacts(writing: Writing): readonly Fact[] {
  const { lang, labels, t } = writing;
  const kind = writing.page.story?.kind ?? null;
  const facts: Fact[] = kind === null ? [] : [...kindFacts(writing, kind)];
  for (const [id, standing] of standings(writing)) {
    const index = labels.name(id);
    facts.push({ name: `${t(words.facts.scores)} · ${index}`, text: formatScore(standing.score, lang) });
    const place = placeText(writing, standing) ?? words.noData[lang];
    facts.push({ name: `${t(words.facts.ranks)} · ${index}`, text: place });
  }
  facts.push({ name: t(words.facts.lights), text: lightSentence(writing) });
  return facts;
}

function bothNames(name: { readonly en: string; readonly zh: string }): string {
  return name.en === name.zh || name.en === '' ? name.zh : `${name.zh} ${name.en}`;
}
