import { joinLabels, named, paragraph, type Writing } from './blocks.js';
import { displayFor, formatDecimal, formatPercent, formatQuantity, formatSigned } from './format.js';
import { batchText, resourceText } from './official.js';
import { storySentences as sentences } from './sentences-story.js';
import type { Block } from './types.js';
import type { StoryPeople, StoryStructure, StoryUpgrading } from './types-story.js';
import { say, words } from './words.js';
import { storyWords } from './words-story.js';

/** The city in a few sentences before any score: who it is, its people, its dependence, and what nothing is known of. */
export function leadParagraphs(writing: Writing): readonly Block[] {
  const { story } = writing.page;
  const lines = [whoSentence(writing)];
  if (story?.people) lines.push(peopleSentence(writing, story.people));
  if (story?.structure) lines.push(dependenceSentence(writing, story.structure));
  const known = lines.filter((line) => line !== '').map((line) => paragraph(line));
  const flattered = story?.structure ? upgradingSentence(writing, story.structure) : null;
  const silent = silentThemes(writing);
  return [
    ...known,
    ...(flattered === null ? [] : [paragraph(flattered.text, flattered.caution ? 'caution' : 'plain')]),
    ...(silent === '' ? [] : [paragraph(silent, 'caution')]),
  ];
}

/** Official type, batch and resource in one sentence. */
export function whoSentence(writing: Writing): string {
  const { lang, labels, page } = writing;
  const { city } = page;
  const facts = {
    name: city.name[lang] || city.name.zh,
    province: city.province[lang],
    level: labels.classOf('level', city.level),
  };
  if (!city.listed || city.type === null) return say(sentences.whoUnlisted, lang, facts);
  return say(sentences.who, lang, {
    ...facts,
    type: labels.classOf('official_type', city.type),
    batch:
      city.batch === null
        ? sentences.inNoBatch[lang]
        : say(sentences.inBatch, lang, { batch: batchText(writing) }),
    resources: resourceText(writing),
  });
}

function peopleSentence(writing: Writing, people: StoryPeople): string {
  const { lang, labels } = writing;
  if (people.last === null || people.from === undefined || people.to === undefined) return '';
  const years = { from: people.from, to: people.to };
  const last = formatQuantity(people.last, personUnit, lang);
  if (people.grade === null || people.changePercent === null)
    return say(sentences.peopleOpen, lang, { ...years, last });
  const told = say(people.aligned ? sentences.people : sentences.peopleOwn, lang, {
    ...years,
    last,
    change: signedPercent(people.changePercent),
    grade: labels.classOf('population_change_grade', people.grade),
  });
  if (!isAnnexed(people)) return told;
  const facts = { change: signedPercent(people.unalignedPercent) };
  return told + words.space[lang] + say(sentences.annexed, lang, facts);
}

/** Whether the counts as they stand tell of a growth that one boundary does not. */
function isAnnexed({ aligned, changePercent, unalignedPercent }: StoryPeople): boolean {
  if (!aligned || changePercent === null || unalignedPercent === null) return false;
  return unalignedPercent > 0 && changePercent < 0;
}

function dependenceSentence(writing: Writing, { dependence }: StoryStructure): string {
  const { lang, page } = writing;
  const { jobs, quotient } = dependence;
  if (jobs.last === null || quotient.last === null) return '';
  const sentence = areaMoved(writing) ? sentences.dependenceMoved : sentences.dependence;
  return say(sentence, lang, {
    last: formatPercent(jobs.last, lang),
    first: formatPercent(jobs.first, lang),
    from: page.story?.people?.from ?? '',
    quotient: formatDecimal(quotient.last, 1),
  });
}

/** Why services weigh more than industry than before; null where that is not known. */
export function upgradingSentence(
  { lang }: Writing,
  structure: StoryStructure,
): { readonly text: string; readonly caution: boolean } | null {
  const found = upgradingOf(structure);
  if (found.falseUpgrading === null || found.first.a === null || found.last.a === null) return null;
  const kinds = {
    'false upgrading': sentences.upgradeFalse,
    'partly by decline': sentences.upgradePartly,
    'by growth': sentences.upgradeGrowth,
  };
  const sentence = kinds[found.falseUpgrading as keyof typeof kinds];
  if (sentence === undefined) return null;
  const text = say(sentence, lang, {
    of: (structure.upgrading === null ? storyWords.ofJobs : storyWords.ofOutput)[lang],
    first: formatDecimal(found.first.a, 2),
    last: formatDecimal(found.last.a, 2),
    industry: signedPercent(found.secondaryGrowthPercent),
    services: signedPercent(found.tertiaryGrowthPercent),
  });
  return { text, caution: found.falseUpgrading !== 'by growth' };
}

/** Of value added where it is known, else of sampled jobs. */
export function upgradingOf({ upgrading, upgradingOfJobs }: StoryStructure): StoryUpgrading {
  return upgrading ?? upgradingOfJobs;
}

/** Themes of which no figure shown is of the report's period. */
function silentThemes({ lang, page }: Writing): string {
  const themes = [...new Set(page.figures.map(({ theme }) => theme))];
  const silent = themes.filter((theme) =>
    page.figures.every((one) => one.theme !== theme || one.value === null || one.period !== page.period),
  );
  if (silent.length === 0) return '';
  const list = joinLabels(
    silent.map((theme) => named(words.themes, theme, lang)),
    lang,
  );
  return say(sentences.silent, lang, { period: page.period, list });
}

/** Whether the whole area changed between the years of the analyses, as the register's breaks and the aligned count say. */
export function areaMoved({ page }: Writing): boolean {
  const { story, breaks } = page;
  const people = story?.people;
  if (!people || people.from === undefined || people.to === undefined) return false;
  if (people.aligned) {
    return Math.abs((people.changePercent ?? 0) - (people.unalignedPercent ?? 0)) > 0.05;
  }
  const [from, to] = [people.from, people.to];
  return breaks.some(({ year, scope }) => scope !== 'districts' && year > from && year <= to);
}

const personUnit = { unit: 'person', label: words.units.persons, factor: 1, digits: 0 };

/** A count of persons: ten thousands in Chinese where it is large. */
export function personsText(value: number | null, { lang }: Writing): string {
  return formatQuantity(value, displayFor(personUnit, lang, [value]), lang);
}

/** `−15.8 %`; a dash for nothing. */
export function signedPercent(value: number | null, digits = 1): string {
  return value === null ? '—' : `${formatSigned(value, digits)} %`;
}
