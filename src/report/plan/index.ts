import { beginWriting } from '../blocks.js';
import { figureAppendix } from '../figure-appendix.js';
import { sourcesSection } from '../sources.js';
import type { ReportContext, ReportDocument, ReportOptions } from '../types.js';
import type { PlanPage } from '../types-plan.js';
import { sentences as common, say } from '../words.js';
import { changesSection, conflictsSection, unknownSection, yearsSection } from './scenarios.js';
import { foundSection, likeSection, measuresSection, type PlanWriting, shortSection } from './sections.js';
import { planWords as words } from './words.js';

/**
 * The plan of one city as a document: state in short, findings, mode and like cities with their failures, measures with
 * conditions, what hinders and helps, work plan and money by year, expected change and re-check, what is unknown, sources.
 * Missing is said in words; equal input gives an equal document.
 *
 * @param context labels, sources and versions
 */
export function planReport(found: PlanPage, context: ReportContext, { lang }: ReportOptions): ReportDocument {
  const { page } = found;
  const { city, period } = page;
  const writing: PlanWriting = { ...beginWriting(page, context, lang), found };
  const facts = { name: city.name[lang] || city.name.zh, code: city.adcode, period };
  const other = lang === 'zh' ? city.name.en : city.name.zh;
  return {
    lang,
    title: say(words.title, lang, facts),
    subtitle: say(words.subtitle, lang, { ...facts, other }),
    fileStem: say(words.fileStem, lang, facts),
    imprint: say(common.imprint, lang, {
      period,
      pack: context.pack[lang],
      catalog: writing.catalog,
      program: context.program,
    }),
    sections: [
      shortSection(writing),
      foundSection(writing),
      likeSection(writing),
      measuresSection(writing),
      conflictsSection(writing),
      yearsSection(writing),
      changesSection(writing),
      unknownSection(writing),
      sourcesSection(writing),
    ],
    appendix: figureAppendix(writing),
  };
}
