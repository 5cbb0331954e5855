import type { RegionReference } from '../assess/index.js';
import { column, paragraph, textCell } from './blocks.js';
import type { EvaluationWriting } from './evaluation.js';
import { flagSign, flagWords, withFlagSign } from './flags.js';
import {
  formatDecimal,
  formatInterval,
  formatPercent,
  formatQuantity,
  formatScore,
  formatSigned,
} from './format.js';
import { whoSentence } from './lead.js';
import type { Block, Cell, Section, TableBlock } from './types.js';
import { words as common, say } from './words.js';
import { evaluationSentences as sentences, evaluationWords as words } from './words-evaluation.js';
import { storyWords } from './words-story.js';

/** Who the city is, level, change, gap, verdict, rank, and what must be read beside them. */
export function evaluationSummary(writing: EvaluationWriting): Section {
  const { lang, found } = writing;
  const { evaluation } = found;
  const lines = [whoSentence(writing), peopleLine(writing), levelSentence(writing), gapSentence(writing)];
  const blocks: Block[] = lines.filter((line) => line !== '').map((line) => paragraph(line));
  blocks.push(...verdictParagraphs(writing));
  if (evaluation.flags.length > 0) {
    const list = evaluation.flags.map(({ label }) => label[lang]).join(common.reasonSeparator[lang]);
    blocks.push(paragraph(say(sentences.flagged, lang, { sign: flagSign, list }), 'caution'));
  }
  blocks.push(paragraph(sentences.noEffect[lang], 'caution'));
  const chart = rankChart(writing);
  if (chart !== null) blocks.push(chart);
  return { id: 'summary', title: common.sections.summary[lang], blocks };
}

/** The change of people on one boundary stands before any score; nothing where it is not of the last year. */
function peopleLine({ lang, page, found }: EvaluationWriting): string {
  const figure = page.figures.find(({ indicator }) => indicator === 'population_change');
  if (figure?.value == null || figure.period !== found.evaluation.to) return '';
  const value = formatQuantity(figure.value, figure.display, lang);
  const label = withFlagSign(figure.label[lang], figure.flags);
  return say(sentences.figure, lang, { label, value });
}

function breakYears({ page, evaluation }: EvaluationWriting['found']): string {
  const [from, to] = [Number(evaluation.from), Number(evaluation.to)];
  const years = page.breaks.filter(({ year, scope }) => scope !== 'districts' && year > from && year <= to);
  return [...new Set(years.map(({ year }) => year))].join(', ');
}

function levelSentence({ lang, found, labels }: EvaluationWriting): string {
  const { evaluation } = found;
  const index = withFlagSign(labels.name(evaluation.index), evaluation.flags);
  const { from, to, level, change } = evaluation;
  if (level === null) return say(sentences.noLevel, lang, { index });
  const facts = { index, from, to, level: formatScore(level, lang) };
  if (change === null) return say(sentences.levelOnly, lang, facts);
  return say(sentences.level, lang, { ...facts, change: formatSigned(change, 1) });
}

function gapSentence({ lang, found }: EvaluationWriting): string {
  const { from, to, region, gapFrom, gapTo, gapChange } = found.evaluation;
  if (region === null || gapTo === null) return '';
  const facts = { region: regionName(region, lang), from, to, gapTo: formatSigned(gapTo, 1) };
  if (gapFrom === null || gapChange === null) return say(sentences.gapOnly, lang, facts);
  return say(sentences.gap, lang, {
    ...facts,
    gapFrom: formatSigned(gapFrom, 1),
    gapChange: formatSigned(gapChange, 1),
  });
}

function regionName({ kind, label }: RegionReference, lang: 'zh' | 'en'): string {
  return kind === 'province' ? label[lang] : say(sentences.classRegion, lang, { label: label[lang] });
}

function verdictParagraphs({ lang, found, labels }: EvaluationWriting): readonly Block[] {
  const { quadrant, structureChange, gapChange, rank, rankInterval, rankClass, ranked, issues } =
    found.evaluation;
  if (quadrant === null || structureChange === null || gapChange === null) {
    const reason = found.moved
      ? say(sentences.moved, lang, { years: breakYears(found) })
      : issues.map(({ message }) => message[lang]).join(common.reasonSeparator[lang]);
    return reason === '' ? [] : [paragraph(say(sentences.noRank, lang, { reason }), 'caution')];
  }
  const verdict = say(sentences.verdict, lang, {
    quadrant: labels.classOf('evaluation_quadrant', quadrant),
    structure: formatSigned(structureChange, 1),
    gapChange: formatSigned(gapChange, 1),
  });
  if (rank === null || rankInterval === null || rankClass === null) return [paragraph(verdict)];
  const place = say(sentences.rank, lang, {
    rank,
    ranked,
    label: rankClass[lang],
    interval: formatInterval(rankInterval[0], rankInterval[1], 0),
  });
  return [paragraph(verdict), paragraph(place)];
}

function rankChart({ lang, found, origin, labels }: EvaluationWriting): Block | null {
  const { rank, rankInterval, ranked, rankClass, index, flags } = found.evaluation;
  if (rank === null || rankInterval === null || rankClass === null) return null;
  const [low, high] = rankInterval;
  const text = `${rank} / ${ranked} (${formatInterval(low, high, 0)})`;
  return {
    kind: 'ranks',
    caption: words.captions.rank[lang],
    from: 1,
    to: ranked,
    marks: [{ label: withFlagSign(labels.name(index), flags), low, value: rank, high, text }],
    notes: [rankClass[lang], common.notes.rankInterval[lang], origin],
  };
}

/** Scores at both ends, the two axes with the city's place, and how the rank was made. */
export function verdictSection(writing: EvaluationWriting): Section {
  const { lang, found } = writing;
  const { evaluation, definition } = found;
  const { level, change, gap } = definition.weights;
  const sum = level + change + gap;
  const share = (weight: number) => formatDecimal(weight / sum, 2);
  const blocks: Block[] = [scoreTable(writing), quadrantTable(writing)];
  if (found.moved) blocks.push(paragraph(storyWords.notes.otherArea[lang], 'caution'));
  if (definition.note !== null) blocks.push(paragraph(definition.note[lang], 'small'));
  if (evaluation.score !== null) {
    const facts = { level: share(level), change: share(change), gap: share(gap) };
    const score = formatDecimal(evaluation.score, 1);
    blocks.push(paragraph(say(sentences.weights, lang, { ...facts, score }), 'small'));
  }
  blocks.push(flagList(writing));
  return { id: 'verdict', title: words.sections.verdict[lang], blocks };
}

function scoreTable(writing: EvaluationWriting): TableBlock {
  const { lang, found, labels, origin, page } = writing;
  const { evaluation, definition } = found;
  const { from, to, region, change, level, gapFrom, gapTo, gapChange, structureChange, path } = evaluation;
  const score = (value: number | null, period: string, node: string): Cell => ({
    kind: 'number',
    value,
    text: formatScore(value, lang),
    digits: 1,
    address: node === '' ? '' : `score/${page.city.id}/${period}/${node}`,
  });
  const points = (value: number | null): Cell => ({
    kind: 'number',
    value,
    text: value === null ? formatScore(null, lang) : formatSigned(value, 1),
    digits: 1,
    address: '',
  });
  const structureFirst =
    found.structureLevel === null || structureChange === null ? null : found.structureLevel - structureChange;
  const first = path.find(({ period }) => period === from)?.value ?? null;
  const name = withFlagSign(labels.name(evaluation.index), evaluation.flags);
  return {
    kind: 'table',
    caption: words.captions.scores[lang],
    columns: [
      column(words.heads.what, lang, 'left', 40),
      { title: from, align: 'right', width: 12 },
      { title: to, align: 'right', width: 12 },
      column(words.heads.change, lang, 'right', 12),
    ],
    rows: [
      [
        textCell(`${words.rows.own[lang]} · ${name}`),
        score(first, from, evaluation.index),
        score(level, to, evaluation.index),
        points(change),
      ],
      ...(region === null
        ? []
        : [
            [
              textCell(regionName(region, lang)),
              score(region.from, '', ''),
              score(region.to, '', ''),
              points(region.to - region.from),
            ],
          ]),
      [textCell(words.rows.gap[lang]), points(gapFrom), points(gapTo), points(gapChange)],
      [
        textCell(`${words.rows.structure[lang]} · ${labels.name(definition.structure)}`),
        score(structureFirst, from, definition.structure),
        score(found.structureLevel, to, definition.structure),
        points(structureChange),
      ],
    ],
    notes: [origin],
  };
}

/** The four fields with the one of the city marked. */
function quadrantTable({ lang, found, labels, origin }: EvaluationWriting): TableBlock {
  const { heads } = words;
  const cell = (id: string) => {
    const label = labels.classOf('evaluation_quadrant', id);
    return textCell(found.evaluation.quadrant === id ? `● ${label}` : label);
  };
  return {
    kind: 'table',
    caption: words.captions.quadrants[lang],
    columns: [
      { title: '', align: 'left', width: 28 },
      column(heads.gapNarrows, lang, 'left', 28),
      column(heads.gapWidens, lang, 'left', 28),
    ],
    rows: [
      [textCell(heads.structureUp[lang]), cell('real_transition'), cell('left_behind')],
      [textCell(heads.structureDown[lang]), cell('region_driven'), cell('decline')],
    ],
    notes: [origin],
  };
}

function flagList({ lang, found }: EvaluationWriting): Block {
  const { flags } = found.evaluation;
  if (flags.length === 0) return paragraph(words.noFlags[lang]);
  return { kind: 'list', items: flags.map((flag) => `${flagSign} ${flagWords(flag, lang)}`) };
}

/** `good; 100 % of the figures are there`. */
export function qualitySentence({ lang, found, labels }: EvaluationWriting): string {
  const { quality } = found.evaluation;
  return say(sentences.quality, lang, {
    grade: labels.classOf('evaluation_quality', quality.grade),
    usable: formatPercent(quality.usable, lang, 0),
    missing: quality.missing,
    doubtful: quality.doubtful,
    of: quality.of,
  });
}
