import { beginWriting, type Writing } from './blocks.js';
import { aspectAppendix, aspectsSection } from './evaluation-aspects.js';
import { effectsSection, evaluationLimits, targetsSection } from './evaluation-rest.js';
import { evaluationSummary, verdictSection } from './evaluation-verdict.js';
import { sourcesSection } from './sources.js';
import type { EvaluationPage, ReportContext, ReportDocument, ReportOptions } from './types.js';
import { sentences as common, say } from './words.js';
import { evaluationSentences as sentences } from './words-evaluation.js';

/** What the sections of one evaluation are written from. */
export interface EvaluationWriting extends Writing {
  readonly found: EvaluationPage;
}

/**
 * The five-year evaluation of one city as a document: summary, level with change and gap and the verdict on two axes, plan
 * targets, the five aspects with the use of funds, what may be called an effect, data and boundaries, sources. A unit whose area
 * changed has a level only. Missing is said in words; equal input gives an equal document.
 *
 * @param found the evaluation with the city's page at the last year
 * @param context labels, sources and versions
 */
export function evaluationReport(
  found: EvaluationPage,
  context: ReportContext,
  options: ReportOptions,
): ReportDocument {
  const { lang } = options;
  const { from, to } = found.evaluation;
  const { city } = found.page;
  const writing: EvaluationWriting = {
    ...beginWriting({ ...found.page, period: `${from}–${to}` }, context, lang),
    found,
  };
  const facts = { name: city.name[lang] || city.name.zh, code: city.adcode, from, to };
  const other = lang === 'zh' ? city.name.en : city.name.zh;
  return {
    lang,
    title: say(sentences.title, lang, facts),
    subtitle: say(sentences.subtitle, lang, { ...facts, other }),
    fileStem: say(sentences.fileStem, lang, facts),
    imprint: say(common.imprint, lang, {
      period: `${from}–${to}`,
      pack: context.pack[lang],
      catalog: writing.catalog,
      program: context.program,
    }),
    sections: [
      evaluationSummary(writing),
      verdictSection(writing),
      targetsSection(writing),
      aspectsSection(writing),
      effectsSection(writing),
      evaluationLimits(writing),
      sourcesSection(writing),
    ],
    appendix: [aspectAppendix(writing)],
  };
}
