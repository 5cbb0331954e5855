import { beginWriting } from '../blocks.js';
import { sourcesSection } from '../sources.js';
import type { ReportContext, ReportDocument, ReportOptions } from '../types.js';
import type { NationPage } from '../types-nation.js';
import { sentences as common, say } from '../words.js';
import { groupsSection } from './groups.js';
import { limitsSection } from './limits.js';
import { methodSection } from './method.js';
import { moversSection } from './movers.js';
import { rankingSection, resultsAppendix } from './ranking.js';
import { summarySection } from './summary.js';
import { nationSentences as sentences, nationWords as words } from './words.js';

/**
 * The evaluation of all units, or of those of one province, as a document: summary with the picture of the two axes, method, groups, who
 * moved and by which branches, every unit in its class with rank and interval, data and boundaries, sources. Missing is said in words;
 * equal input gives an equal document.
 *
 * @param context labels, sources and versions
 */
export function nationReport(
  page: NationPage,
  context: ReportContext,
  { lang }: ReportOptions,
): ReportDocument {
  const writing = beginWriting(page, context, lang);
  const { from, to, period, province, units, definition } = page;
  const pack = context.pack[lang];
  const area = province === null ? pack : say(words.ofProvince, lang, { province: province[lang], pack });
  const facts = { area, from, to, count: units.length, label: definition.label[lang] };
  return {
    lang,
    title: say(sentences.title, lang, facts),
    subtitle: say(sentences.subtitle, lang, facts),
    fileStem: say(sentences.fileStem, lang, facts),
    imprint: say(common.imprint, lang, {
      period,
      pack,
      catalog: writing.catalog,
      program: context.program,
    }),
    sections: [
      summarySection(writing),
      methodSection(writing),
      groupsSection(writing),
      moversSection(writing),
      rankingSection(writing),
      limitsSection(writing),
      sourcesSection(writing),
    ],
    appendix: [resultsAppendix(writing)],
  };
}
