import { greedyPlan } from './greedy.js';
import { inYears } from './in-year.js';
import { discountYears, sequenceProgram } from './program.js';
import { solve } from './solver.js';
import type { RenewalProblem, Sequence, SequenceLimits } from './types.js';

/** Nearer than this to its bound, an objective counts as proven: what rounding of the solver leaves. */
const proven = 1e-6;
/** With at most so many projects for each year, packing them is what is hard: measured on made problems of 20 to 200 projects. */
const fewAYear = 8;

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
  const span = years.length;
  const few = projects.length <= fewAYear * span;
  const form = few ? inYears(program, span) : program;
  const found = await solve(form, true, limits, columnsOf(begin, span, few));
  if (found.status === 'infeasible') return infeasible(problem);
  const starts = found.values === null ? null : startsOf(found.values, projects.length, span);
  // Without a plan at the limit nothing is known but the bound; doing nothing is one unless something is required.
  if (starts === null && projects.some(({ required }) => required))
    return { ...infeasible(problem), status: 'feasible', bound: found.bound / scale };
  return describe(problem, starts ?? new Int32Array(projects.length).fill(-1), found.bound / scale);
}

/** A plan as columns: in the year of a project only, or in that and all later ones. */
function columnsOf(starts: Int32Array, span: number, inYear: boolean): Float64Array {
  return Float64Array.from({ length: starts.length * span }, (_, at) => {
    const start = starts[Math.floor(at / span)] as number;
    const year = at % span;
    return start >= 0 && (start === year || (start < year && !inYear)) ? 1 : 0;
  });
}

/** The first year of each project whose column is 1, in either form; −1 without one. */
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
  // What is less than the solver's rounding is no gap.
  const above = bound - objective > 1e-9 * Math.abs(objective) ? bound : objective;
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
