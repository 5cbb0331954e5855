import { paragraph } from '../blocks.js';
import { flagSign } from '../flags.js';
import { formatDecimal, formatScore, formatSigned } from '../format.js';
import type { Block, Section } from '../types.js';
import type { NationUnit } from '../types-nation.js';
import { words as common, say } from '../words.js';
import { evaluationSentences } from '../words-evaluation.js';
import { quadrantDrawing } from './quadrant-drawing.js';
import { nationSentences as sentences, nationWords as words } from './words.js';
import { isDisguised, judgedOf, medianOf, type NationWriting, quadrants } from './writing.js';

/** How many were evaluated, with what verdicts, and what stands beside them; a picture of all. */
export function summarySection(writing: NationWriting): Section {
  const { lang, page, labels } = writing;
  const { units, from, to, definition } = page;
  const judged = judgedOf(units);
  const moved = units.filter(({ evaluation }) => isMoved(evaluation.issues));
  const blocks: Block[] = [
    paragraph(
      say(sentences.counts, lang, {
        count: units.length,
        index: labels.name(definition.index),
        from,
        to,
        judged: judged.length,
        moved: moved.length,
        lacking: units.length - judged.length - moved.length,
      }),
    ),
  ];
  if (judged.length > 0) blocks.push(...verdictBlocks(writing, judged));
  blocks.push(paragraph(evaluationSentences.noEffect[lang], 'caution'));
  return { id: 'summary', title: common.sections.summary[lang], blocks };
}

/** Whether the whole area of a unit changed in between. */
export function isMoved(issues: readonly { readonly code: string }[]): boolean {
  return issues.some(({ code }) => code === 'EVALUATE_BOUNDARY');
}

function verdictBlocks(writing: NationWriting, judged: readonly NationUnit[]): readonly Block[] {
  const { lang, labels } = writing;
  const all = judged.map(({ evaluation }) => evaluation);
  const change = medianOf(all.map((one) => one.change));
  const gained = all.filter(({ gapChange }) => (gapChange ?? 0) > 0).length;
  const labelOf = (quadrant: string) => labels.classOf('evaluation_quadrant', quadrant);
  const list = quadrants
    .map((quadrant) => ({
      quadrant: labelOf(quadrant),
      count: all.filter((one) => one.quadrant === quadrant).length,
    }))
    .map((facts) => say(sentences.verdict, lang, facts))
    .join(common.listSeparator[lang]);
  const flagged = all.filter(isDisguised);
  const real = flagged.filter(({ quadrant }) => quadrant === 'real_transition').length;
  return [
    paragraph(
      say(sentences.middle, lang, {
        level: formatScore(medianOf(all.map(({ level }) => level)), lang),
        change: formatSigned(change ?? Number.NaN, 1),
        gained: formatDecimal(gained, 0),
        judged: judged.length,
      }),
    ),
    paragraph(say(sentences.verdicts, lang, { list })),
    ...(flagged.length === 0
      ? []
      : [
          paragraph(
            say(sentences.flagged, lang, {
              sign: flagSign,
              count: flagged.length,
              judged: judged.length,
              real,
              quadrant: labelOf('real_transition'),
            }),
            'caution',
          ),
        ]),
    picture(writing, judged),
  ];
}

function picture({ lang, labels }: NationWriting, judged: readonly NationUnit[]): Block {
  const points = judged.map(({ city, evaluation }) => ({
    id: city.id,
    name: city.name[lang] || city.name.zh,
    structureChange: evaluation.structureChange ?? Number.NaN,
    gapChange: evaluation.gapChange ?? Number.NaN,
    quadrant: evaluation.quadrant ?? 'decline',
    disguised: isDisguised(evaluation),
  }));
  const title = words.captions.quadrants[lang];
  const labelOf = (quadrant: string) => labels.classOf('evaluation_quadrant', quadrant);
  return { kind: 'drawing', caption: title, drawing: quadrantDrawing(points, { lang, title, labelOf }) };
}
