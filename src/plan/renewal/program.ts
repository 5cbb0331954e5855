import type { LinearProgram, ProgramRow } from './solver.js';
import type { RenewalProblem } from './types.js';

/**
 * The program of a sequence. Its columns say whether a project is done by the end of a year (place project × years + year), not in which
 * year it is done: so a precedence has two entries for a year, and the relaxation without money and capacities is whole by itself.
 */
export interface SequenceProgram {
  readonly program: LinearProgram;
  /** Row of the budget of each year. */
  readonly budgetRows: readonly number[];
  /** One unit of money in the row of a year is so much. */
  readonly budgetScales: readonly number[];
  /** One unit of value is so much in the program's objective. */
  readonly scale: number;
}

/** How often the discount factor stands before the value of each year: year − 1, and 0 for the first of calendar years. */
export function discountYears(years: readonly number[]): readonly number[] {
  const first = years[0] ?? 1;
  return years.map((year) => year - (first >= 1000 ? first : 1));
}

/** The program of a problem whose precedence has no circle. */
export function sequenceProgram(problem: RenewalProblem): SequenceProgram {
  const { projects, years, budgets } = problem;
  const span = years.length;
  const columns = projects.length * span;
  const scale = 100 / Math.max(1e-300, ...projects.map(({ value }) => Math.abs(value)));
  const budgetScales = budgets.map((budget) => (budget > 0 ? 1 / budget : 1));
  const money = budgets.map((budget, year) =>
    yearRow(problem, year, ({ cost }) => cost, budget, budgetScales[year] as number),
  );
  return {
    program: {
      columns,
      objective: objectiveOf(problem, scale),
      lower: new Float64Array(columns).map((_, at) =>
        at % span === span - 1 && projects[Math.floor(at / span)]?.required === true ? 1 : 0,
      ),
      upper: upperOf(problem),
      rows: [
        ...money,
        ...capacityRows(problem),
        ...onceRows(problem),
        ...precedenceRows(problem),
        ...planRows(problem),
      ],
    },
    budgetRows: money.map((_, at) => at),
    budgetScales,
    scale,
  };
}

function objectiveOf({ projects, years, discount }: RenewalProblem, scale: number): Float64Array {
  const span = years.length;
  const factors = discountYears(years).map((power) => discount ** power);
  // Being done by a year counts what that year gives more than the next; the differences add up to the year of doing.
  const steps = factors.map((factor, year) => factor - (factors[year + 1] ?? 0));
  return Float64Array.from({ length: projects.length * span }, (_, at) => {
    const value = projects[Math.floor(at / span)]?.value as number;
    return scale * value * (steps[at % span] as number);
  });
}

/** What one year takes of something: Σ amount over the projects done in it ≤ limit, both times `scale`. */
function yearRow(
  { projects, years }: RenewalProblem,
  year: number,
  amount: (project: RenewalProblem['projects'][number]) => number,
  limit: number,
  scale: number,
): ProgramRow {
  const indices: number[] = [];
  const values: number[] = [];
  for (const [at, project] of projects.entries()) {
    const taken = amount(project) * scale;
    if (taken === 0) continue;
    const column = at * years.length + year;
    indices.push(column);
    values.push(taken);
    if (year === 0) continue;
    indices.push(column - 1);
    values.push(-taken);
  }
  return { indices, values, lower: Number.NEGATIVE_INFINITY, upper: limit * scale };
}

function capacityRows(problem: RenewalProblem): readonly ProgramRow[] {
  return problem.capacities.flatMap(({ limits }, which) =>
    limits.flatMap((limit, year) => {
      if (Number.isNaN(limit)) return [];
      const scale = limit > 0 ? 1 / limit : 1;
      return [yearRow(problem, year, ({ uses }) => uses[which] ?? 0, limit, scale)];
    }),
  );
}

/** What is done stays done; in a year whose money or capacity it exceeds alone, nothing is begun. */
function onceRows(problem: RenewalProblem): readonly ProgramRow[] {
  const span = problem.years.length;
  return problem.projects.flatMap((_, project) =>
    Array.from({ length: span - 1 }, (__, earlier): ProgramRow => {
      const column = project * span + earlier;
      const upper = fits(problem, project, earlier + 1) ? 1 : 0;
      return { indices: [column + 1, column], values: [1, -1], lower: 0, upper };
    }),
  );
}

/** Whether one project alone keeps the budget and the capacities of a year. */
export function fits({ projects, budgets, capacities }: RenewalProblem, project: number, year: number) {
  const { cost, uses } = projects[project] as RenewalProblem['projects'][number];
  if (cost > (budgets[year] as number)) return false;
  return capacities.every(({ limits }, which) => !((uses[which] ?? 0) > (limits[year] as number)));
}

/** Nothing before its earliest year: as many years after the first as the longest chain before it, and not where it does not fit. */
function upperOf(problem: RenewalProblem): Float64Array {
  const span = problem.years.length;
  const earliest = earliestYears(problem);
  return Float64Array.from({ length: problem.projects.length * span }, (_, at) => {
    const [project, year] = [Math.floor(at / span), at % span];
    return year >= (earliest[project] as number) ? 1 : 0;
  });
}

/** Place of the earliest year of each project by what must be before it; beyond the last where there is none. */
export function earliestYears(problem: RenewalProblem): Int32Array {
  const { projects, years, precedence } = problem;
  const from = (project: number, year: number) => {
    let at = year;
    while (at < years.length && !fits(problem, project, at)) at += 1;
    return at;
  };
  const earliest = Int32Array.from(projects, (_, project) => from(project, 0));
  // Without a circle, as many rounds as projects settle every chain.
  for (let round = 0, moved = true; moved && round <= projects.length; round += 1) {
    moved = false;
    for (const [before, after] of precedence) {
      const least = Math.min(years.length, (earliest[before] as number) + 1);
      if ((earliest[after] as number) >= least) continue;
      earliest[after] = from(after, least);
      moved = true;
    }
  }
  return earliest;
}

function precedenceRows({ years, precedence }: RenewalProblem): readonly ProgramRow[] {
  const span = years.length;
  return precedence.flatMap(([before, after]) =>
    Array.from({ length: span - 1 }, (_, earlier): ProgramRow => {
      const indices = [after * span + earlier + 1, before * span + earlier];
      return { indices, values: [1, -1], lower: Number.NEGATIVE_INFINITY, upper: 0 };
    }),
  );
}

/** The share of livelihood and the lines of units: of all that is done by the last year. */
function planRows({ projects, years, livelihoodShare, lines }: RenewalProblem): readonly ProgramRow[] {
  const last = (project: number) => (project + 1) * years.length - 1;
  const row = (coefficients: readonly number[], limit: number): ProgramRow => {
    const scale = 1 / Math.max(1e-300, ...coefficients.map(Math.abs));
    const used = coefficients.flatMap((value, project) => (value === 0 ? [] : [{ value, project }]));
    return {
      indices: used.map(({ project }) => last(project)),
      values: used.map(({ value }) => value * scale),
      lower: Number.NEGATIVE_INFINITY,
      upper: limit * scale,
    };
  };
  const other = projects.map(({ cost, livelihood }) => cost * (livelihoodShare - (livelihood ? 1 : 0)));
  return [
    ...(livelihoodShare > 0 ? [row(other, 0)] : []),
    ...lines.map(({ coefficients, limit }) => row(coefficients, limit)),
  ];
}
