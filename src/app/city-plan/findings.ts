import { id, type Text, toEdge } from '../../base/index.js';
import type { PlanFinding } from '../../plan/index.js';
import { nameOf } from '../match/names.js';
import {
  type NamedPlan,
  type PlanContext,
  refuseStrange,
  statedOf,
  valueAddress,
  wrongPlan,
} from './context.js';

/**
 * What the check-up found: its problems, and the red lights on indicators from which no problem was read (a red light on the
 * very figure of a problem is the same thing said twice).
 */
export function foundFindings(context: PlanContext): readonly PlanFinding[] {
  const { ws, city, period, checkup, facts, weights } = context;
  const problems = checkup.findings.filter(({ kind }) => kind === 'problem');
  const read = new Set(problems.flatMap(({ evidence }) => evidence));
  const red = Object.entries(checkup.lights).flatMap(([name, { final }]) => {
    const indicator = ws.catalog.indicators.get(id<'indicator'>(name));
    if (final !== 'red' || indicator === undefined) return [];
    const address = valueAddress(city, period, indicator.id);
    return read.has(address) ? [] : [{ indicator, address }];
  });
  return [
    ...problems.map(
      ({ problem, label, advice, severity, magnitude, evidence }): PlanFinding => ({
        finding: problem,
        kind: 'problem',
        label,
        advice,
        severity,
        weight: weights[severity],
        value: toEdge(magnitude.mid),
        unit: magnitude.unit,
        evidence,
        stated: null,
      }),
    ),
    ...red.map(
      ({ indicator, address }): PlanFinding => ({
        finding: indicator.id,
        kind: 'light',
        label: indicator.label,
        advice: null,
        severity: null,
        weight: weights.light,
        value: toEdge(facts.value(indicator.id)),
        unit: indicator.unit,
        evidence: [`light/${city.id}/${period}/${indicator.id}`, address],
        stated: null,
      }),
    ),
  ];
}

/**
 * The findings of a scenario: what the check-up found, then what the plan file states that no figure shows, with the file's own
 * weights. A statement of what the check-up found too adds nothing: figures stand.
 *
 * @throws AfterlodeError PLAN_WORD for a finding that the catalog does not know
 */
export function scenarioFindings(
  context: PlanContext,
  found: readonly PlanFinding[],
  { name, file }: NamedPlan,
): readonly PlanFinding[] {
  const own = new Set(found.map(({ finding }) => finding));
  const stated = Object.entries(file.findings)
    .filter(([finding]) => !own.has(finding))
    .map(([finding, said]): PlanFinding => {
      const where = `${name}: findings.${finding}`;
      return {
        finding,
        ...kindOf(context, finding, where),
        advice: null,
        severity: said.severity,
        weight: context.weights[said.severity],
        value: null,
        unit: null,
        evidence: [],
        stated: statedOf(context.ws, said, where),
      };
    });
  const all = [...found, ...stated];
  refuseStrange(
    `${name}: priorities`,
    Object.keys(file.priorities),
    all.map(({ finding }) => finding),
  );
  return all.map((one) => ({ ...one, weight: file.priorities[one.finding] ?? one.weight }));
}

function kindOf({ ws }: PlanContext, finding: string, where: string): Pick<PlanFinding, 'kind' | 'label'> {
  const { catalog } = ws;
  const problem = catalog.problems.get(finding);
  if (problem?.kind === 'problem') return { kind: 'problem', label: problem.label };
  const indicator = catalog.indicators.get(id<'indicator'>(finding));
  if (indicator !== undefined) return { kind: 'light', label: indicator.label };
  const ground = catalog.classes.get('ground_condition')?.classes.find((one) => one.id === finding);
  if (ground !== undefined)
    return { kind: 'ground', label: groundName(nameOf(ws, 'ground_condition', finding)) };
  throw wrongPlan(where, finding, {
    en: 'a problem, an indicator, or a condition of the ground of the catalog',
    zh: '目录中的问题、指标或地块状况',
  });
}

function groundName(label: Text): Text {
  return { en: `Ground: ${label.en}`, zh: `地块：${label.zh}` };
}
