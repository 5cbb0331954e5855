import { type CityId, type IndicatorId, type Issue, issue, type Text } from '../base/index.js';
import type { Catalog, Problem } from '../catalog/index.js';
import { flag } from '../observe/index.js';
import { labelOf } from '../register/index.js';
import { formatAddress } from './address.js';
import { decide, type Facts, readBy, type Verdict } from './conditions.js';
import { ruleFacts } from './flags/index.js';
import { cellValue, type JudgeContext } from './judge.js';
import type { Finding, Judgement } from './types.js';

/** Problems and caveats of one city, and the doubt about those that cannot be decided. */
export interface Found {
  readonly findings: readonly Finding[];
  /** At most one: all undecided problems with what they lack. */
  readonly issues: readonly Issue[];
}

/**
 * Reads every problem of the catalog against the values and lights of one city. What lacks a value is not found and not
 * cleared either: it is named in an issue, unless nobody has the value in the period.
 *
 * @param city index into the panel's cities
 * @param lights of this city by indicator
 */
export function findProblems(
  context: JudgeContext,
  city: number,
  lights: Readonly<Record<string, Judgement>>,
): Found {
  const facts = factsOf(context, city, lights);
  const findings: Finding[] = [];
  const open: Text[] = [];
  for (const problem of context.catalog.problems.values()) {
    const verdict = decide(problem.when, facts);
    if (verdict === 'yes') findings.push(findingOf(context, problem, city));
    if (verdict !== 'open') continue;
    const missing = missingIn(problem, facts);
    if (missing.every((one) => context.measured.has(one)))
      open.push(inWords(context.catalog, problem, missing));
  }
  return { findings, issues: open.length === 0 ? [] : [undecided(context, city, open)] };
}

/** Whether one problem of the catalog holds in a city; open where a value or light is missing. */
export function problemVerdict(
  context: JudgeContext,
  city: number,
  problem: Problem,
  lights: Readonly<Record<string, Judgement>>,
): Verdict {
  return decide(problem.when, factsOf(context, city, lights));
}

/** Lights as the check-up judged them; what it did not judge has none. */
function factsOf(context: JudgeContext, city: number, lights: Readonly<Record<string, Judgement>>): Facts {
  return ruleFacts(context, city, (indicator) => lights[indicator]?.final ?? 'none');
}

function findingOf(context: JudgeContext, problem: Problem, city: number): Finding {
  const { panel, period } = context;
  const at = panel.periods.indexOf(period);
  const id = panel.cities[city] as CityId;
  const magnitude = cellValue(panel, problem.magnitude, city, at);
  const { values, lights } = readBy(problem.when);
  const address = (kind: 'value' | 'light') => (indicator: IndicatorId) =>
    formatAddress({ kind, city: id, period, indicator });
  const shown = values.includes(problem.magnitude) ? values : [problem.magnitude, ...values];
  return {
    id: `finding/${id}/${period}/${problem.id}`,
    city: id,
    problem: problem.id,
    label: problem.label,
    advice: problem.advice,
    kind: problem.kind,
    period,
    magnitude: {
      low: magnitude,
      mid: magnitude,
      high: magnitude,
      unit: context.catalog.indicators.get(problem.magnitude)?.unit ?? ('' as Finding['magnitude']['unit']),
    },
    severity: problem.severity,
    confidence: confidenceOf(context, [...values, ...lights], city, at),
    rule: problem.file,
    evidence: [...shown.map(address('value')), ...lights.map(address('light'))],
  };
}

/** Share of the values there are that are neither doubtful nor estimated. */
function confidenceOf(
  context: JudgeContext,
  indicators: readonly IndicatorId[],
  city: number,
  period: number,
): number {
  const { panel } = context;
  const known = indicators.filter((one) => !Number.isNaN(cellValue(panel, one, city, period)));
  const doubted = known.filter((one) => {
    const flags = panel.columns.get(one)?.flags[city * panel.periods.length + period] ?? 0;
    return (flags & (flag.doubtful | flag.estimated)) !== 0;
  });
  return known.length === 0 ? 0 : (known.length - doubted.length) / known.length;
}

/** Indicators whose value or light the condition lacks. */
function missingIn(problem: Problem, facts: Facts): readonly IndicatorId[] {
  const { values, lights } = readBy(problem.when);
  return [
    ...values.filter((one) => Number.isNaN(facts.value(one))),
    ...lights.filter((one) => facts.light(one) === 'none'),
  ];
}

function inWords(catalog: Catalog, problem: Problem, missing: readonly IndicatorId[]): Text {
  const labels = missing.map((one) => catalog.indicators.get(one)?.label ?? { en: one, zh: one });
  return {
    en: `${problem.label.en} (${labels.map(({ en }) => en).join(', ')})`,
    zh: `${problem.label.zh}（${labels.map(({ zh }) => zh).join('、')}）`,
  };
}

function undecided(context: JudgeContext, city: number, open: readonly Text[]): Issue {
  const unit = context.register.byId.get(context.panel.cities[city] as CityId);
  const where = `${unit ? labelOf(unit) : context.panel.cities[city]} ${context.period}`;
  return issue('ASSESS_UNDECIDED', 'note', where, {
    found: open.length,
    en: open.map(({ en }) => en).join('; '),
    zh: open.map(({ zh }) => zh).join('；'),
  });
}
