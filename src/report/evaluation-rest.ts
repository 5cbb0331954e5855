import type { TargetResult } from '../assess/index.js';
import { column, numberCell, paragraph, percentCell, textCell } from './blocks.js';
import type { EvaluationWriting } from './evaluation.js';
import { qualitySentence } from './evaluation-verdict.js';
import { displayFor } from './format.js';
import { breakTable, issueTable } from './limits.js';
import type { Block, Cell, Section } from './types.js';
import { words as common } from './words.js';
import { evaluationSentences as sentences, evaluationWords as words } from './words-evaluation.js';

/** Plan targets and what became of them; none is made up. */
export function targetsSection(writing: EvaluationWriting): Section {
  const { lang, found, origin } = writing;
  const { targets } = found.evaluation;
  const title = words.sections.targets[lang];
  if (targets.length === 0) return { id: 'targets', title, blocks: [paragraph(sentences.noTargets[lang])] };
  const { heads } = words;
  return {
    id: 'targets',
    title,
    blocks: [
      {
        kind: 'table',
        caption: words.captions.targets[lang],
        columns: [
          column(common.heads.indicator, lang, 'left', 40),
          column(common.heads.year, lang, 'left', 8),
          column(heads.target, lang, 'right', 14),
          column(heads.actual, lang, 'right', 14),
          column(common.heads.unit, lang, 'left', 14),
          column(heads.wayGone, lang, 'right', 14),
          column(heads.status, lang, 'left', 18),
          column(heads.document, lang, 'left', 40),
        ],
        rows: targets.map((one) => targetRow(writing, one)),
        notes: [origin],
      },
    ],
  };
}

function targetRow({ lang, labels, page }: EvaluationWriting, one: TargetResult): readonly Cell[] {
  const display = displayFor(labels.display(one.unit), lang, [one.target, one.actual]);
  const address = `value/${page.city.id}/${one.year}/${one.indicator}`;
  return [
    textCell(one.label[lang]),
    textCell(one.year),
    numberCell(one.target, display, lang, ''),
    numberCell(one.actual, display, lang, address),
    textCell(display.label[lang]),
    one.wayGone === null ? textCell('') : percentCell(one.wayGone, lang),
    textCell(words.status[one.status][lang]),
    textCell(one.document),
  ];
}

/** What may be called an effect, and what may not. */
export function effectsSection({ lang }: EvaluationWriting): Section {
  const [warning, ...others] = words.effects;
  return {
    id: 'effects',
    title: words.sections.effects[lang],
    blocks: [paragraph(warning[lang], 'caution'), ...others.map((text) => paragraph(text[lang]))],
  };
}

/** How far the figures can be trusted, and changes of the area. */
export function evaluationLimits(writing: EvaluationWriting): Section {
  const { lang, found, page } = writing;
  const blocks: Block[] = [paragraph(qualitySentence(writing))];
  blocks.push(page.breaks.length === 0 ? paragraph(common.notes.noBreaks[lang]) : breakTable(writing));
  const { issues } = found.evaluation;
  if (issues.length > 0) blocks.push(issueTable(writing, issues));
  return { id: 'limits', title: words.sections.limits[lang], blocks };
}
