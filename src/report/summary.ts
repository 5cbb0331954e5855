import type { IndexStanding, Light } from '../assess/index.js';
import { joinLabels, paragraph, type Writing } from './blocks.js';
import { disguiseSentence, flagsOfPoint, withFlagSign } from './flags.js';
import { formatDecimal, formatInterval, formatPercent, formatQuantity, formatScore } from './format.js';
import { leadParagraphs } from './lead.js';
import type { Block, ChartBlock, Section } from './types.js';
import { say, sentences, words } from './words.js';

/** Score, rank with interval, lights, what is strong and weak, how many findings: one page to read first. */
export function summarySection(writing: Writing): Section {
  const { page, lang } = writing;
  const { checkup } = page;
  const blocks: Block[] = [
    ...leadParagraphs(writing),
    ...standings(writing).map(([id, standing]) => paragraph(standingSentence(writing, id, standing))),
  ];
  blocks.push(paragraph(`${lightSentence(writing)} ${coverageSentence(writing)}`.trim()));
  const named = (ids: readonly string[]) =>
    joinLabels(
      ids.map((id) => withValue(writing, id)),
      lang,
    );
  if (checkup.strongest.length > 0)
    blocks.push(paragraph(say(sentences.strongest, lang, { list: named(checkup.strongest) })));
  if (checkup.weakest.length > 0)
    blocks.push(paragraph(say(sentences.weakest, lang, { list: named(checkup.weakest) })));
  blocks.push(paragraph(findingSentence(writing)));
  const disguise = disguiseSentence(writing);
  if (disguise !== null) blocks.push(paragraph(disguise, 'caution'));
  const chart = rankChart(writing);
  if (chart !== null) blocks.push(chart);
  return { id: 'summary', title: words.sections.summary[lang], blocks };
}

/** Standings by index, in the catalog's order. */
export function standings(writing: Writing): readonly (readonly [string, IndexStanding])[] {
  const order = writing.labels.parts.filter((part) => part.depth === 0).map((part) => part.node);
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return Object.entries(writing.page.checkup.standing).sort(([a], [b]) => place(a) - place(b));
}

/** How many lights of each colour. */
export function countLights(writing: Writing): Readonly<Record<Light, number>> {
  const count = { green: 0, yellow: 0, red: 0, none: 0 };
  for (const judgement of Object.values(writing.page.checkup.lights)) count[judgement.final] += 1;
  return count;
}

/** `rank 201 of 262 (interval 180–214)`; null without a rank. */
export function placeText(writing: Writing, standing: IndexStanding): string | null {
  const { lang } = writing;
  if (standing.rank === null) return null;
  const facts = { rank: formatDecimal(standing.rank, 0), ranked: formatDecimal(standing.ranked, 0) };
  if (standing.rankInterval === null) return say(sentences.place, lang, facts);
  const [low, high] = standing.rankInterval;
  return say(sentences.placeBetween, lang, { ...facts, interval: formatInterval(low, high, 0) });
}

export function lightSentence(writing: Writing): string {
  return say(sentences.lightCount, writing.lang, countLights(writing)) + words.fullStop[writing.lang];
}

function standingSentence(writing: Writing, id: string, standing: IndexStanding): string {
  const { lang, labels } = writing;
  const index = withFlagSign(labels.name(id), writing.page.nodeFlags[id]);
  const place = placeText(writing, standing);
  if (standing.score === null || place === null) return say(sentences.unranked, lang, { index });
  return say(sentences.standing, lang, { index, score: formatScore(standing.score, lang), place });
}

function coverageSentence(writing: Writing): string {
  const { lang, page } = writing;
  const share = formatPercent(page.checkup.coverage, lang, 0);
  return Object.keys(page.checkup.lights).length === 0 ? '' : say(sentences.coverage, lang, { share });
}

function findingSentence(writing: Writing): string {
  const { findings } = writing.page.checkup;
  const problems = findings.filter((finding) => finding.kind === 'problem').length;
  return say(sentences.findingCount, writing.lang, { problems, caveats: findings.length - problems });
}

/** An indicator with its value, a node of an index with its score. */
function withValue(writing: Writing, id: string): string {
  const { lang, labels, page } = writing;
  const figure = page.figures.find((one) => one.indicator === id);
  const flags = flagsOfPoint(writing, id, figure);
  if (figure !== undefined) {
    const quantity = formatQuantity(figure.value, figure.display, lang);
    return withFlagSign(`${figure.label[lang]} ${quantity}`, flags);
  }
  const score = page.checkup.scores[id];
  return withFlagSign(
    score === undefined ? labels.name(id) : `${labels.name(id)} ${formatScore(score, lang)}`,
    flags,
  );
}

function rankChart(writing: Writing): ChartBlock | null {
  const { lang, labels } = writing;
  const marks = standings(writing).flatMap(([id, standing]) => {
    const text = placeText(writing, standing);
    if (standing.rank === null || standing.rankInterval === null || text === null) return [];
    const [low, high] = standing.rankInterval;
    return [
      {
        label: withFlagSign(labels.name(id), writing.page.nodeFlags[id]),
        low,
        value: standing.rank,
        high,
        text,
        ranked: standing.ranked,
      },
    ];
  });
  if (marks.length === 0) return null;
  return {
    kind: 'ranks',
    caption: words.captions.rankMarks[lang],
    from: 1,
    to: Math.max(...marks.map((mark) => mark.ranked)),
    marks: marks.map(({ ranked: _ranked, ...mark }) => mark),
    notes: [words.notes.rankInterval[lang], writing.origin],
  };
}
