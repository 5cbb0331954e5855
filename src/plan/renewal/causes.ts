import { fits } from './program.js';
import { sequence } from './sequence.js';
import type { RenewalProblem } from './types.js';

/** A rule, or what there is nothing of, that keeps projects out of a plan. */
export type Cause = 'value' | 'budget' | 'capacity' | 'precedence' | 'livelihood' | 'line';

/** Any plan will do: whether there is one, not how good it is. */
const any = { seconds: 20, gap: 1 } as const;

/**
 * Why nothing can be done, or why what is required cannot: each rule whose lifting alone lets the plan be. Empty where no single rule is
 * the cause but several together.
 *
 * @param possible what lifting must bring about: that projects are done at all, or that all required ones are
 */
export async function causesOf(
  problem: RenewalProblem,
  possible: 'anything' | 'required',
): Promise<readonly Cause[]> {
  if (possible === 'anything' && problem.projects.every(({ value }) => !(value > 0))) return ['value'];
  const found: Cause[] = [];
  for (const [cause, lifted] of liftings(problem)) {
    const { status, starts } = await sequence(lifted, any);
    const good = possible === 'anything' ? starts.some((start) => start >= 0) : status !== 'infeasible';
    if (good) found.push(cause);
  }
  return found;
}

/** The problem without one of its rules, for each that it has. */
function liftings(problem: RenewalProblem): readonly (readonly [Cause, RenewalProblem])[] {
  const { projects, budgets, capacities, precedence, livelihoodShare, lines } = problem;
  const all = projects.reduce((sum, { cost }) => sum + cost, 0);
  return [
    ['budget', { ...problem, budgets: budgets.map(() => all + 1) }],
    ...(capacities.length > 0 ? [['capacity', { ...problem, capacities: [] }] as const] : []),
    ...(precedence.length > 0 ? [['precedence', { ...problem, precedence: [] }] as const] : []),
    ...(livelihoodShare > 0 ? [['livelihood', { ...problem, livelihoodShare: 0 }] as const] : []),
    ...(lines.length > 0 ? [['line', { ...problem, lines: [] }] as const] : []),
  ];
}

/** Places of projects that are dearer than every yearly budget, or need more than any year's capacity. */
export function neverFitting(problem: RenewalProblem): readonly number[] {
  return problem.projects.flatMap((_, project) =>
    problem.years.some((__, year) => fits(problem, project, year)) ? [] : [project],
  );
}
