import { paragraph, type Writing } from './blocks.js';
import { formatDecimal, formatPercent, formatSigned, missingText } from './format.js';
import { areaMoved, signedPercent, upgradingOf, upgradingSentence } from './lead.js';
import { missingParagraphs } from './missing.js';
import { endsText, shares } from './people.js';
import { storySentences as sentences } from './sentences-story.js';
import type { Block, Fact, Section } from './types.js';
import type { StoryJobs, StoryStructure } from './types-story.js';
import { say } from './words.js';
import { storyWords as words } from './words-story.js';

/** Dependence, structure with what made services weigh more, diversity, and jobs gained for those lost. */
export function workSection(writing: Writing, structure: StoryStructure, jobs: StoryJobs | null): Section {
  const { lang, page } = writing;
  const { from, to } = page.story?.people ?? {};
  const cause = upgradingSentence(writing, structure);
  const caption = from === undefined || to === undefined ? '' : `${from}–${to}`;
  const facts = [...structureFacts(writing, structure), ...jobFacts(writing, jobs)];
  const blocks: Block[] = [
    ...(cause === null ? [] : [paragraph(cause.text, cause.caution ? 'caution' : 'plain')]),
    { kind: 'facts', caption, facts },
    ...(areaMoved(writing) ? [paragraph(words.notes.otherArea[lang], 'caution')] : []),
    paragraph(`${words.notes.sample[lang]} ${writing.origin}`, 'small'),
  ];
  const missing = [...new Set([...(structure.missing ?? []), ...(jobs?.missing ?? [])])];
  blocks.push(...missingParagraphs(writing, missing));
  return { id: 'work', title: words.sections.work[lang], blocks };
}

function structureFacts(writing: Writing, structure: StoryStructure): readonly Fact[] {
  const { lang } = writing;
  const name = words.facts;
  const { dependence, diversity, krugman, newFactors } = structure;
  const upgrading = upgradingOf(structure);
  const plain = (digits: number) => (value: number) => formatDecimal(value, digits);
  const isJobs = structure.upgrading === null;
  const facts: (Fact | null)[] = [
    { name: name.mining[lang], text: shares(writing, dependence.jobs) },
    { name: name.quotient[lang], text: endsText(writing, dependence.quotient, plain(1)) },
    dependence.industry.last === null
      ? null
      : { name: name.industry[lang], text: shares(writing, dependence.industry) },
    {
      name: (isJobs ? name.upgradingJobs : name.upgradingOutput)[lang],
      text: endsText(writing, { first: upgrading.first.a, last: upgrading.last.a }, plain(2)),
    },
    {
      name: name.branches[lang],
      text: endsText(
        writing,
        { first: diversity.first.effectiveNumber, last: diversity.last.effectiveNumber },
        plain(1),
      ),
    },
    { name: name.krugman[lang], text: endsText(writing, krugman, plain(2)) },
    newFactors.index === null
      ? null
      : {
          name: name.newFactors[lang],
          text: say(newFactors.coverage < 1 ? sentences.newFactors : sentences.newFactorsWhole, lang, {
            index: formatPercent(newFactors.index, lang, 0),
            share: formatPercent(newFactors.coverage, lang, 0),
          }),
        },
  ];
  return facts.filter((fact) => fact !== null);
}

function jobFacts(writing: Writing, jobs: StoryJobs | null): readonly Fact[] {
  const { lang, page } = writing;
  if (jobs === null) return [];
  const from = page.story?.people?.from ?? '';
  const name = words.facts;
  const { replacement, hiddenUnemployment: hidden, employmentRateGapPercent: gap } = jobs;
  const facts: (Fact | null)[] = [
    gap === null
      ? null
      : {
          name: name.rateGap[lang],
          text: say(sentences.gap, lang, { gap: formatSigned(gap, 1), from }),
        },
    hidden?.sharePercent == null
      ? null
      : { name: say(name.hidden, lang, { from }), text: signedPercent(hidden.sharePercent) },
    replacement === null || replacement.ratio === null
      ? null
      : {
          name: name.replacement[lang],
          text: say(replacement.gained === 0 ? sentences.notReplaced : sentences.replaced, lang, {
            ratio: formatDecimal(replacement.ratio, 2),
            gained: replacement.gained === null ? missingText(lang) : formatDecimal(replacement.gained, 0),
            lost: replacement.lost === null ? missingText(lang) : formatDecimal(replacement.lost, 0),
          }),
        },
  ];
  return facts.filter((fact) => fact !== null);
}
