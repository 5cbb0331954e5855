import type { PlanScenario, ScenarioEffect } from '../../plan/index.js';
import { column, countCell, joinLabels, numberCell, paragraph, textCell, yearCell } from '../blocks.js';
import { displayFor, formatDecimal, formatQuantity } from '../format.js';
import { issueTable } from '../limits.js';
import type { Block, Section } from '../types.js';
import { say } from '../words.js';
import type { PlanWriting } from './sections.js';
import { planWords as words } from './words.js';

/** Pairs of each scenario that hinder or help each other. */
export function conflictsSection({ lang, found }: PlanWriting): Section {
  const blocks = found.plan.scenarios.flatMap(({ label, measures, conflicts, synergies }): Block[] => {
    const name = (id: string) => measures.find(({ measure }) => measure === id)?.label[lang] ?? id;
    const lines = [
      ...conflicts.map(([a, b]) => say(words.hinder, lang, { a: name(a), b: name(b) })),
      ...synergies.map(([a, b]) => say(words.help, lang, { a: name(a), b: name(b) })),
    ];
    return [
      paragraph(label[lang]),
      lines.length === 0 ? paragraph(words.none[lang], 'small') : { kind: 'list', items: lines },
    ];
  });
  return {
    id: 'conflicts',
    title: words.sections.conflicts[lang],
    blocks: blocks.length === 0 ? [paragraph(words.noScenario[lang])] : blocks,
  };
}

/** Of each scenario its assumptions, measures with years, and money; then the scenarios side by side. */
export function yearsSection(writing: PlanWriting): Section {
  const { lang, found } = writing;
  const { scenarios } = found.plan;
  const blocks =
    scenarios.length === 0
      ? [paragraph(words.noScenario[lang])]
      : [...scenarios.flatMap((one) => scenarioBlocks(writing, one)), coverageTable(writing)];
  return { id: 'years', title: words.sections.years[lang], blocks };
}

function scenarioBlocks(writing: PlanWriting, one: PlanScenario): readonly Block[] {
  const { lang } = writing;
  const { heads } = words;
  const { label, assumptions, mark, measures, spending, solved } = one;
  const facts = { label: label[lang] };
  const asked = measures.filter(({ choice }) => choice.state !== 'left_out');
  return [
    paragraph(`${label[lang]} [${mark}]: ${assumptions[lang]}`),
    {
      kind: 'table',
      caption: say(words.captions.scenario, lang, facts),
      columns: [
        column(heads.measure, lang, 'left', 34),
        column(heads.score, lang, 'right', 8),
        column(heads.costHere, lang, 'left', 26),
        column(heads.because, lang, 'left', 60),
        column(heads.state, lang, 'left', 24),
        column(heads.years, lang, 'left', 26),
      ],
      rows: asked.map(({ label: name, score, cost, choice, funding, years }) => [
        textCell(name[lang]),
        textCell(formatDecimal(score, 2)),
        textCell(
          cost === null
            ? words.unknown[lang]
            : `${formatDecimal(cost.low, 0)}–${formatDecimal(cost.high, 0)} [${cost.stated.mark}]`,
        ),
        textCell(cost?.stated.because[lang] ?? ''),
        textCell(words.states[funding ?? choice.state]?.[lang] ?? choice.state),
        textCell(years.join(' ')),
      ]),
      notes: [],
    },
    spending.length === 0
      ? paragraph(words.noBudget[lang])
      : {
          kind: 'table',
          caption: say(words.captions.spending, lang, facts),
          columns: [
            column(heads.year, lang, 'left', 8),
            column(heads.budget, lang, 'right', 18),
            column(heads.spent, lang, 'right', 18),
            column(heads.range, lang, 'left', 30),
          ],
          rows: spending.map(({ year, budget, spent, low, high }) => [
            yearCell(year),
            countCell(budget),
            countCell(spent),
            textCell(`${formatDecimal(low, 0)}–${formatDecimal(high, 0)}`),
          ]),
          notes: [],
        },
    ...(solved === null
      ? []
      : [
          paragraph(
            say(words.solved, lang, {
              objective: formatDecimal(solved.objective, 3),
              bound: formatDecimal(solved.bound, 3),
              proven: (solved.status === 'optimal' ? words.proven : words.notProven)[lang],
              basis: words.basis[one.basis]?.[lang] ?? one.basis,
            }),
            'small',
          ),
        ]),
  ];
}

function coverageTable({ lang, found }: PlanWriting): Block {
  const { findings, scenarios } = found.plan;
  return {
    kind: 'table',
    caption: words.captions.coverage[lang],
    columns: [
      column(words.heads.finding, lang, 'left', 44),
      ...scenarios.map(({ label }) => column(label, lang, 'left', 26)),
    ],
    rows: findings.map(({ finding, label }) => [
      textCell(label[lang]),
      ...scenarios.map(({ coverage }) => {
        const state = coverage.find((one) => one.finding === finding)?.state;
        return textCell(state === undefined ? '—' : (words.states[state]?.[lang] ?? state));
      }),
    ]),
    notes: [],
  };
}

/** What each scenario is expected to change, side by side and not added, with the year of the re-check. */
export function changesSection(writing: PlanWriting): Section {
  const { lang, found } = writing;
  const { scenarios } = found.plan;
  return {
    id: 'changes',
    title: words.sections.changes[lang],
    blocks:
      scenarios.length === 0
        ? [paragraph(words.noScenario[lang])]
        : [paragraph(words.notAdded[lang], 'caution'), ...scenarios.map((one) => changeTable(writing, one))],
  };
}

function changeTable({ lang, labels }: PlanWriting, { label, changes, measures }: PlanScenario): Block {
  const { heads } = words;
  const name = (id: string) => measures.find(({ measure }) => measure === id)?.label[lang] ?? id;
  return {
    kind: 'table',
    caption: say(words.captions.changes, lang, { label: label[lang] }),
    columns: [
      column(heads.indicator, lang, 'left', 36),
      column(heads.now, lang, 'right', 14),
      column(heads.measure, lang, 'left', 34),
      column(heads.change, lang, 'left', 30),
      column(heads.target, lang, 'left', 24),
      column(heads.recheck, lang, 'left', 10),
    ],
    rows: changes.flatMap(({ label: own, unit, now, effects, target, recheck }) => {
      const display = displayFor(labels.display(unit), lang, [now?.value ?? null]);
      const amount = (value: number | null) => formatQuantity(value, labels.display(unit), lang);
      const change = (effect: ScenarioEffect | null) => {
        if (effect === null) return words.none[lang];
        if (effect.low === null && effect.high === null)
          return `${words.directions[effect.direction]?.[lang]}, ${words.unknown[lang]}`;
        return `${amount(effect.low)} … ${amount(effect.high)} [${effect.mark}]`;
      };
      return (effects.length === 0 ? [null] : effects).map((effect) => [
        textCell(own[lang]),
        now === null ? textCell(words.unknown[lang]) : numberCell(now.value, display, lang, now.id),
        textCell(effect === null ? '' : name(effect.measure)),
        textCell(change(effect)),
        textCell(target === null ? '' : `${amount(target.value)} (${target.year}) [${target.mark}]`),
        textCell(recheck === null ? '—' : String(recheck)),
      ]);
    }),
    notes: [],
  };
}

/** Conditions that nobody has looked into, findings without a measure, and the doubts of the answer. */
export function unknownSection(writing: PlanWriting): Section {
  const { lang, found } = writing;
  const { findings, measures, scenarios, issues } = found.plan;
  const chosen = new Set(
    scenarios.flatMap((one) =>
      one.measures.flatMap(({ measure, choice }) => (choice.state === 'chosen' ? [measure] : [])),
    ),
  );
  const open = measures
    .filter(({ measure }) => scenarios.length === 0 || chosen.has(measure))
    .flatMap(({ label, conditions }) =>
      conditions
        .filter(({ state }) => state === 'unknown')
        .map(({ text }) => `${label[lang]}: ${text[lang]}`),
    );
  const answered = new Set(measures.flatMap(({ answers }) => answers));
  const without = findings.filter(({ finding }) => !answered.has(finding)).map(({ label }) => label[lang]);
  const doubts = [...issues, ...scenarios.flatMap((one) => one.issues)];
  return {
    id: 'limits',
    title: words.sections.unknown[lang],
    blocks: [
      ...(open.length === 0
        ? []
        : [paragraph(words.openConditions[lang]), { kind: 'list', items: open } satisfies Block]),
      ...(without.length === 0
        ? []
        : [paragraph(say(words.noMeasures, lang, { list: joinLabels(without, lang) }))]),
      ...(doubts.length === 0 ? [] : [issueTable(writing, doubts)]),
    ],
  };
}
