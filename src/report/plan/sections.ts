import { codeCell, column, joinLabels, numberCell, paragraph, textCell, type Writing } from '../blocks.js';
import { displayFor, formatDecimal } from '../format.js';
import { leadParagraphs } from '../lead.js';
import type { Block, Section } from '../types.js';
import type { PlanPage } from '../types-plan.js';
import { say } from '../words.js';
import { planWords as words } from './words.js';

/** What the sections of the report of a plan are written from. */
export interface PlanWriting extends Writing {
  readonly found: PlanPage;
}

/** The city, how much was found, and each scenario in one sentence. */
export function shortSection(writing: PlanWriting): Section {
  const { lang, found } = writing;
  const { findings, measures, scenarios } = found.plan;
  const stated = findings.filter((one) => one.stated !== null).length;
  const answered = new Set(measures.flatMap(({ answers }) => answers));
  const facts = {
    problems: findings.length - stated,
    stated,
    measures: measures.length,
    nothing: findings.filter(({ finding }) => !answered.has(finding)).length,
  };
  const blocks: Block[] = [
    ...leadParagraphs(writing),
    paragraph(say(words.counts, lang, facts)),
    ...scenarios.map((one) => {
      const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
      const count = (state: string) => one.measures.filter(({ funding }) => funding === state).length;
      return paragraph(
        say(words.scenarioShort, lang, {
          label: one.label[lang],
          scheduled: count('scheduled') + count('begun'),
          unpriced: count('unpriced'),
          money: formatDecimal(sum(one.spending.map(({ spent }) => spent)), 0),
          budget: formatDecimal(sum(one.spending.map(({ budget }) => budget)), 0),
          answered: one.coverage.filter(({ state }) => state === 'scheduled').length,
          findings: one.coverage.length,
        }),
      );
    }),
    paragraph(words.draft[lang], 'caution'),
  ];
  return { id: 'summary', title: words.sections.summary[lang], blocks };
}

/** Findings with their values and addresses, and the declines that look like success. */
export function foundSection({ lang, found, labels, origin }: PlanWriting): Section {
  const { heads } = words;
  const { findings, caveats } = found.plan;
  return {
    id: 'findings',
    title: words.sections.found[lang],
    blocks: [
      {
        kind: 'table',
        caption: words.captions.findings[lang],
        columns: [
          column(heads.finding, lang, 'left', 40),
          column(heads.severity, lang, 'left', 10),
          column(heads.value, lang, 'right', 14),
          column(heads.because, lang, 'left', 50),
          column(heads.evidence, lang, 'left', 44),
        ],
        rows: findings.map(({ label, severity, value, unit, evidence, stated, advice }) => {
          const address = evidence.find((one) => one.startsWith('value/')) ?? '';
          const said = stated === null ? (advice?.[lang] ?? '') : `${stated.because[lang]} [${stated.mark}]`;
          return [
            textCell(label[lang]),
            textCell(
              severity === null ? words.redLight[lang] : (words.severity[severity]?.[lang] ?? severity),
            ),
            value === null || unit === null
              ? textCell(words.unknown[lang])
              : numberCell(value, displayFor(labels.display(unit), lang, [value]), lang, address),
            textCell(said),
            codeCell(evidence.join(' ')),
          ];
        }),
        notes: [origin],
      },
      ...caveats.map(({ label, advice }) =>
        paragraph(`${label[lang]}${advice === null ? '' : `: ${advice[lang]}`}`, 'caution'),
      ),
    ],
  };
}

/** Mode, similar cities, and cases with what speaks against them; a failure is among them. */
export function likeSection({ lang, found, origin }: PlanWriting): Section {
  const { heads } = words;
  const { mode, similar, cases } = found.match;
  const join = (texts: readonly { readonly en: string; readonly zh: string }[]) =>
    joinLabels(
      texts.map((one) => one[lang]),
      lang,
    );
  return {
    id: 'like',
    title: words.sections.like[lang],
    blocks: [
      paragraph(
        say(words.mode, lang, {
          mode: mode.name?.[lang] ?? words.modeUntold[lang],
          reasons: join(mode.reasons),
        }),
      ),
      {
        kind: 'table',
        caption: words.captions.similar[lang],
        columns: [column(heads.city, lang, 'left', 24), column(heads.because, lang, 'left', 70)],
        rows: similar.map((one) => [
          textCell(`${one.name[lang] || one.name.zh} (${one.province[lang]})`),
          textCell(join(one.because)),
        ]),
        notes: [origin],
      },
      {
        kind: 'table',
        caption: words.captions.cases[lang],
        columns: [
          column(heads.place, lang, 'left', 26),
          column(heads.outcome, lang, 'left', 40),
          column(heads.conditions, lang, 'left', 40),
          column(heads.cautions, lang, 'left', 40),
          column(heads.source, lang, 'left', 30),
        ],
        rows: cases.map(({ place, mode: own, outcome, failure, conditions, cautions, source, mark }) => [
          textCell(`${place[lang]} (${own[lang]})`),
          textCell(`${failure ? `${words.failure[lang]}: ` : ''}${(outcome.text ?? outcome.name)[lang]}`),
          textCell(join(conditions.map(({ text }) => text))),
          textCell(join(cautions.map(({ text }) => text))),
          textCell(`${join(source.map(({ title }) => title))} [${mark}]`),
        ]),
        notes: [],
      },
    ],
  };
}

/** Measures of the library with their conditions as the figures of the city judge them, and their sources. */
export function measuresSection({ lang, found }: PlanWriting): Section {
  const { heads } = words;
  const { measures, findings } = found.plan;
  const labels = new Map(findings.map(({ finding, label }) => [finding, label[lang]]));
  return {
    id: 'measures',
    title: words.sections.measures[lang],
    blocks: [
      {
        kind: 'table',
        caption: words.captions.measures[lang],
        columns: [
          column(heads.measure, lang, 'left', 30),
          column(heads.answers, lang, 'left', 34),
          column(heads.conditions, lang, 'left', 60),
          column(heads.cost, lang, 'left', 24),
          column(heads.source, lang, 'left', 40),
          column(heads.mark, lang, 'left', 8),
        ],
        rows: measures.map(({ label, answers, conditions, cost, source, mark }) => [
          textCell(label[lang]),
          textCell(
            joinLabels(
              answers.map((one) => labels.get(one) ?? one),
              lang,
            ),
          ),
          textCell(
            joinLabels(
              conditions.map(
                ({ text, state }) => `${text[lang]}: ${words.conditions[state]?.[lang] ?? state}`,
              ),
              lang,
            ),
          ),
          textCell(
            cost === null
              ? words.unknown[lang]
              : `${shown(cost.low, lang)}–${shown(cost.high, lang)} ${cost.per[lang]} [${cost.mark}]`,
          ),
          textCell(
            joinLabels(
              source.map(({ title }) => title[lang]),
              lang,
            ),
          ),
          textCell(mark),
        ]),
        notes: [],
      },
    ],
  };
}

function shown(value: number | null, lang: 'en' | 'zh'): string {
  return value === null ? words.unknown[lang] : formatDecimal(value, 0);
}
