import { paragraph } from '../blocks.js';
import { formatDecimal } from '../format.js';
import type { Block, Section } from '../types.js';
import { say } from '../words.js';
import { nationSentences as sentences, nationWords as words } from './words.js';
import type { NationWriting } from './writing.js';

/** What the numbers mean, before any of them is read. */
export function methodSection({ lang, page, labels }: NationWriting): Section {
  const { definition, from, to } = page;
  const { level, change, gap } = definition.weights;
  const sum = level + change + gap;
  const share = (weight: number) => formatDecimal(weight / sum, 2);
  const facts = {
    from,
    to,
    index: labels.name(definition.index),
    structure: labels.name(definition.structure),
    level: share(level),
    change: share(change),
    gap: share(gap),
  };
  const gapText = definition.region === 'province' ? sentences.gapProvince : sentences.gapClass;
  const items = [
    sentences.level,
    sentences.change,
    gapText,
    sentences.axes,
    sentences.rank,
    sentences.parts,
    sentences.doubtful,
  ].map((text) => say(text, lang, facts));
  const blocks: Block[] = [{ kind: 'list', items }];
  if (definition.note !== null) blocks.push(paragraph(definition.note[lang], 'small'));
  return { id: 'method', title: words.sections.method[lang], blocks };
}
