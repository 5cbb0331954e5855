import { beginWriting, type Writing } from './blocks.js';
import { carbonSection } from './carbon.js';
import { claimsSection } from './claims-section.js';
import { evidenceSection } from './evidence.js';
import { figureAppendix } from './figure-appendix.js';
import { figuresSection } from './figures.js';
import { findingsSection } from './findings.js';
import { identitySection } from './identity.js';
import { limitsSection } from './limits.js';
import { measuresSection } from './measures.js';
import { methodSection } from './method.js';
import { peopleSection } from './people.js';
import { scoresSection } from './scores.js';
import { sourcesSection } from './sources.js';
import { summarySection } from './summary.js';
import type { ReportContext, ReportDocument, ReportOptions, ReportPage, Section } from './types.js';
import { say, sentences } from './words.js';
import { workSection } from './work.js';

/**
 * The check-up of one city in one period as a document: summary, method, identity, people, work, carbon, scores with obstacles, findings
 * with their places, measures, claims, key figures, limits, evidence, sources.
 * The only place where its numbers are rounded; tables keep the full values beside. Missing values are said in words.
 * Equal input gives an equal document.
 *
 * @param page the city's results, values in base units
 * @param context labels, sources and versions; sources that `page.sources` does not name are left out
 */
export function checkupReport(
  page: ReportPage,
  context: ReportContext,
  options: ReportOptions,
): ReportDocument {
  const { lang } = options;
  const writing = beginWriting(page, context, lang);
  const other = lang === 'zh' ? page.city.name.en : page.city.name.zh;
  return {
    lang,
    title: say(sentences.title, lang, { name: page.city.name[lang] || page.city.name.zh }),
    subtitle: say(sentences.subtitle, lang, { other, code: page.city.adcode, period: page.period }),
    fileStem: say(sentences.fileStem, lang, {
      name: page.city.name[lang] || page.city.name.zh,
      code: page.city.adcode,
      period: page.period,
    }),
    imprint: say(sentences.imprint, lang, {
      period: page.period,
      pack: context.pack[lang],
      catalog: writing.catalog,
      program: context.program,
    }),
    sections: [
      summarySection(writing),
      methodSection(writing),
      identitySection(writing),
      ...livingSections(writing),
      scoresSection(writing),
      findingsSection(writing),
      ...(page.story ? [measuresSection(writing, page.story.measures)] : []),
      ...(page.story ? [claimsSection(writing, page.story.claims)] : []),
      figuresSection(writing),
      limitsSection(writing),
      ...(page.story ? [evidenceSection(writing, page.story.evidence)] : []),
      sourcesSection(writing),
    ],
    appendix: figureAppendix(writing),
  };
}

/** People, work and carbon, as far as there is such an analysis of the unit. */
function livingSections(writing: Writing): readonly Section[] {
  const { story } = writing.page;
  if (!story) return [];
  return [
    ...(story.people ? [peopleSection(writing, story.people)] : []),
    ...(story.structure ? [workSection(writing, story.structure, story.jobs)] : []),
    ...(story.carbon.length > 0 ? [carbonSection(writing, story.carbon)] : []),
  ];
}
