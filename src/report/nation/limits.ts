import { column, countCell, paragraph, textCell } from '../blocks.js';
import type { Block, Section } from '../types.js';
import { words as common, say } from '../words.js';
import { nationSentences as sentences, nationWords as words } from './words.js';
import type { NationWriting } from './writing.js';

/** How far the figures can be trusted, who has no verdict, and why. */
export function limitsSection(writing: NationWriting): Section {
  const { lang, page, labels, origin } = writing;
  const grades = new Map<string, number>();
  for (const { evaluation } of page.units)
    grades.set(evaluation.quality.grade, (grades.get(evaluation.quality.grade) ?? 0) + 1);
  const list = [...grades]
    .map(([grade, count]) => `${labels.classOf('evaluation_quality', grade)} ${count}`)
    .join(common.listSeparator[lang]);
  const without = page.units.filter(({ evaluation }) => evaluation.quadrant === null);
  const blocks: Block[] = [paragraph(say(sentences.quality, lang, { list }))];
  if (without.length > 0)
    blocks.push({
      kind: 'table',
      caption: words.captions.unranked[lang],
      columns: [
        column(words.heads.why, lang, 'left', 70),
        column(words.heads.units, lang, 'right', 8),
        column(words.heads.city, lang, 'left', 70),
      ],
      rows: [...reasons(writing)].map(([reason, names]) => [
        textCell(reason),
        countCell(names.length),
        textCell(names.join(common.listSeparator[lang])),
      ]),
      notes: [origin],
    });
  return { id: 'limits', title: words.sections.limits[lang], blocks };
}

/** Names of the units without a verdict, by the first thing that says why. */
function reasons({ lang, page }: NationWriting): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { city, evaluation } of page.units) {
    if (evaluation.quadrant !== null) continue;
    const reason = evaluation.issues[0]?.message[lang] ?? words.noReason[lang];
    found.set(reason, [...(found.get(reason) ?? []), city.name[lang] || city.name.zh]);
  }
  return found;
}
