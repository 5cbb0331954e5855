import { type Issue, issue, type Text } from '../../base/index.js';
import type { PlanMeasure } from '../../catalog/index.js';
import type { PlanFinding, PlanScenario, ScenarioChange, ScenarioMeasure } from '../../plan/index.js';
import { chooseMeasures, coverageOf, type PlanOption, pairsAmong } from '../../plan/index.js';
import { scenarioChanges } from './changes.js';
import { conditionsOf } from './conditions.js';
import { type NamedPlan, type PlanContext, refuseStrange } from './context.js';
import { costOf } from './costs.js';
import { answersOf, libraryOf } from './measures.js';
import { type YearBudget, type Years, yearsOf } from './years.js';

/**
 * Works a scenario out: which measures answer its findings, which of them may be had, what they cost, in which years they stand
 * under the budgets, what remains unanswered, what is expected to change and when that is looked at again.
 *
 * @param budgets null: those of the plan file
 * @throws AfterlodeError PLAN_WORD
 */
export async function workOut(
  context: PlanContext,
  findings: readonly PlanFinding[],
  plan: NamedPlan,
  budgets: readonly YearBudget[] | null,
): Promise<PlanScenario> {
  const { name, file } = plan;
  const library = libraryOf(context);
  refuseMeasures(context, plan);
  const conditions = new Map(library.map((one) => [one.id, conditionsOf(context, one, plan)]));
  const options = library.map(
    (one): PlanOption => ({
      id: one.id,
      answers: answersOf(one),
      conditions: (conditions.get(one.id) ?? []).map(({ state }) => state),
      conflicts: one.conflicts,
      synergies: one.synergies,
    }),
  );
  const found = chooseMeasures(
    options,
    findings.map(({ finding, weight }) => ({ id: finding, weight })),
    { wanted: file.measures ?? null, leftOut: file.leave_out },
  );
  const chosen = found.filter(({ choice }) => choice.state === 'chosen');
  const byId = new Map(library.map((one) => [one.id, one]));
  const costs = new Map(
    chosen.map(({ id }) => [id, costOf(context, byId.get(id) as PlanMeasure, plan)] as const),
  );
  const years = await yearsOf(chosen, costs, plan, budgets ?? fileBudgets(plan));
  const measures = found.map((one): ScenarioMeasure => {
    const { id, needs, score, choice } = one;
    return {
      measure: id,
      label: byId.get(id)?.label as Text,
      answers: needs,
      score,
      choice,
      funding: years.funding.get(id) ?? null,
      conditions: conditions.get(id) ?? [],
      cost: costs.get(id) ?? null,
      years: years.yearsOf.get(id) ?? [],
    };
  });
  const taken = measures.filter(({ choice }) => choice.state === 'chosen');
  const pairs = pairsAmong(options.filter(({ id }) => costs.has(id)));
  const changes = scenarioChanges(
    context,
    plan,
    taken.map((one) => [byId.get(one.measure) as PlanMeasure, one] as const),
  );
  return {
    scenario: file.scenario,
    label: file.label,
    assumptions: file.assumptions,
    mark: file.mark,
    basis: file.basis,
    measures,
    solved: years.solved,
    spending: years.spending,
    coverage: coverageOf(
      findings.map(({ finding }) => finding),
      found,
      years.funding,
    ).map(({ need, ...rest }) => ({ finding: need, ...rest })),
    ...pairs,
    changes,
    recheck: findings.map((one) => recheckOf(context, one, taken, changes, file.recheck)),
    issues: doubtsOf({ name, file }, measures, pairs.conflicts, years, library),
  };
}

function fileBudgets({ file }: NamedPlan): readonly YearBudget[] {
  return Object.entries(file.budgets).map(([year, budget]) => ({ year: Number(year), budget }));
}

/** Every measure that a plan file names is one of the library, whether or not it is for the city. */
function refuseMeasures({ ws }: PlanContext, { name, file }: NamedPlan): void {
  const known = [...(ws.catalog.measures?.keys() ?? [])];
  const after = Object.entries(file.after).flatMap(([one, before]) => [one, ...before]);
  for (const [part, names] of [
    ['measures', file.measures ?? []],
    ['leave_out', file.leave_out],
    ['conditions', Object.keys(file.conditions)],
    ['costs', Object.keys(file.costs)],
    ['quantities', Object.keys(file.quantities)],
    ['effects', Object.keys(file.effects)],
    ['after', after],
  ] as const)
    refuseStrange(`${name}: ${part}`, names, known);
}

/** A finding is looked at again the year after the last measure that answers it, on the figures it was read from. */
function recheckOf(
  { ws }: PlanContext,
  { finding, evidence, kind }: PlanFinding,
  taken: readonly ScenarioMeasure[],
  changes: readonly ScenarioChange[],
  own: Readonly<Record<string, number>>,
): PlanScenario['recheck'][number] {
  const read = evidence
    .filter((one) => one.startsWith('value/'))
    .map((one) => one.split('/').at(-1) as string);
  const indicators = read.length > 0 || kind === 'ground' ? read : [...indicatorsOf(ws, finding)];
  const answering = taken.filter(({ answers }) => answers.includes(finding)).flatMap(({ years }) => years);
  const planned = indicators.flatMap(
    (one) => own[one] ?? changes.find(({ indicator }) => indicator === one)?.recheck ?? [],
  );
  const years = [...planned, ...(answering.length === 0 ? [] : [Math.max(...answering) + 1])];
  return { finding, indicators, year: years.length === 0 ? null : Math.max(...years) };
}

function indicatorsOf({ catalog }: PlanContext['ws'], finding: string): readonly string[] {
  const problem = catalog.problems.get(finding);
  return [problem === undefined ? finding : problem.magnitude];
}

/** What a reader must know before believing the scenario. */
function doubtsOf(
  { name, file }: NamedPlan,
  measures: readonly ScenarioMeasure[],
  conflicts: PlanScenario['conflicts'],
  { solved }: Years,
  library: readonly PlanMeasure[],
): readonly Issue[] {
  const labels = (of: readonly string[], join: (label: Text) => Text = (label) => label): Text => {
    const texts = of.map((one) => join(library.find(({ id }) => id === one)?.label ?? { en: one, zh: one }));
    return { en: texts.map(({ en }) => en).join('; '), zh: texts.map(({ zh }) => zh).join('；') };
  };
  const ids = (holds: (one: ScenarioMeasure) => boolean) =>
    measures.filter(holds).map(({ measure }) => measure);
  const where = { en: `${name}, ${file.label.en}`, zh: `${name}，${file.label.zh}` };
  const told = (code: Issue['code'], severity: Issue['severity'], of: readonly string[]) =>
    of.length === 0 ? [] : [issue(code, severity, where, { found: labels(of) })];
  const wanted = (file.measures ?? []).filter((one) =>
    measures.some(({ measure, choice }) => measure === one && choice.state === 'unmet'),
  );
  const open = (one: ScenarioMeasure) =>
    one.choice.state === 'chosen' && one.conditions.some(({ state }) => state === 'unknown');
  const pairs = conflicts.map(([a, b]) => {
    const [one, other] = [labels([a]), labels([b])];
    return { en: `${one.en} × ${other.en}`, zh: `${one.zh}×${other.zh}` };
  });
  const hindering = {
    en: pairs.map(({ en }) => en).join('; '),
    zh: pairs.map(({ zh }) => zh).join('；'),
  };
  return [
    ...told('PLAN_UNMET', 'warning', wanted),
    ...(pairs.length === 0 ? [] : [issue('PLAN_CONFLICT', 'warning', where, { found: hindering })]),
    ...told(
      'PLAN_UNPRICED',
      'warning',
      ids(({ funding }) => funding === 'unpriced'),
    ),
    ...told('PLAN_OPEN', 'warning', ids(open)),
    ...(solved !== null && solved.gap > provenGap
      ? [issue('PLAN_GAP', 'warning', where, { found: `${(solved.gap * 100).toFixed(2)} %` })]
      : []),
  ];
}

/** Relative gap up to which a schedule counts as proven best. */
const provenGap = 1e-6;
