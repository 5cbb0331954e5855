import { greedyPlan } from './greedy.js';
import { discountYears, sequenceProgram } from './program.js';
import { solve } from './solver.js';
import type { RenewalProblem, Sequence, SequenceLimits } from './types.js';

/** Nearer than this to its bound, an objective counts as proven: what rounding of the solver leaves. */
const proven = 1e-6;

/**
 * The plan with the largest discounted value under yearly budgets, capacities, precedence, the share of livelihood and lines of units,
 * with a bound that no plan exceeds. A mixed-integer program, solved by HiGHS; equal problems give equal plans unless the clock ends the
 * search.
 *
 * @param problem whose precedence has no circle (`precedenceCircle`)
 * @param begin a plan to begin with; a greedy one where none is given
 */
export async function sequence(
  problem: RenewalProblem,
  limits: SequenceLimits,
  begin: Int32Array = greedyPlan(problem),
): Promise<Sequence> {
  const { projects, years } = problem;
  const { program, scale } = sequenceProgram(problem);
  if (program.columns === 0) return describe(problem, new Int32Array(projects.length).fill(-1), 0);
  const found = await solve(program, true, limits, doneBy(begin, years.length));
  if (found.status === 'infeasible') return infeasible(problem);
  const starts = found.values === null ? null : startsOf(found.values, projects.length, years.length);
  // Without a plan at the limit nothing is known but the bound; doing nothing is one unless something is required.
  if (starts === null && projects.some(({ required }) => required))
    return { ...infeasible(problem), status: 'feasible', bound: found.bound / scale };
  return describe(problem, starts ?? new Int32Array(projects.length).fill(-1), found.bound / scale);
}

function doneBy(starts: Int32Array, span: number): Float64Array {
  return Float64Array.from({ length: starts.length * span }, (_, at) => {
    const start = starts[Math.floor(at / span)] as number;
    return start >= 0 && start <= at % span ? 1 : 0;
  });
}

function startsOf(values: Float64Array, projects: number, span: number): Int32Array {
  return Int32Array.from({ length: projects }, (_, project) =>
    values.subarray(project * span, (project + 1) * span).findIndex((value) => value > 0.5),
  );
}

/** Σ value · discount^(year − 1) of a plan. */
export function objectiveOf({ projects, years, discount }: RenewalProblem, starts: Int32Array): number {
  const powers = discountYears(years);
  return projects.reduce((sum, { value }, at) => {
    const start = starts[at] as number;
    return start < 0 ? sum : sum + value * discount ** (powers[start] as number);
  }, 0);
}

/** Money of each year. */
export function spentOf({ projects, years }: RenewalProblem, starts: Int32Array): Float64Array {
  const spent = new Float64Array(years.length);
  for (const [at, { cost }] of projects.entries()) {
    const start = starts[at] as number;
    if (start >= 0) spent[start] = (spent[start] as number) + cost;
  }
  return spent;
}

function describe(problem: RenewalProblem, starts: Int32Array, bound: number): Sequence {
  const objective = objectiveOf(problem, starts);
  const above = Math.max(objective, bound);
  const gap = above === objective ? 0 : (above - objective) / Math.max(Math.abs(objective), 1e-12);
  return {
    status: gap <= proven ? 'optimal' : 'feasible',
    objective,
    bound: above,
    gap,
    starts,
    spent: spentOf(problem, starts),
  };
}

function infeasible({ projects, years }: RenewalProblem): Sequence {
  const none = { objective: Number.NaN, bound: Number.NaN, gap: Number.NaN };
  const starts = new Int32Array(projects.length).fill(-1);
  return { status: 'infeasible', ...none, starts, spent: new Float64Array(years.length) };
}
