import { type Breach, breachesOf } from './breaches.js';
import { discountYears, sequenceProgram } from './program.js';
import { solve } from './solver.js';
import type { RenewalProblem } from './types.js';

/** A project that the plan leaves out, and how far it is from being in. */
export interface Outside {
  /** Place in `projects`. */
  readonly project: number;
  /** Place of the year in which it needs least more money, the rest of the plan unchanged; −1 where no year lets it in. */
  readonly year: number;
  /** Money that year needs more; `NaN` where no year lets it in. */
  readonly more: number;
  /** Value it lacks at the marginal value of money, in the year where it lacks least: 0 or more. */
  readonly shortfall: number;
  /** Why no year lets it in, whatever the budget. */
  readonly barred: Breach['rule'] | null;
}

/**
 * The marginal value of each year's money: what the objective gains by one more, by the dual of the relaxation in which parts of
 * projects may be done. A plan of whole projects gains in steps; this is their slope.
 *
 * @returns value per unit of money by year, 0 or more
 */
export async function marginalValues(problem: RenewalProblem): Promise<Float64Array> {
  const { program, budgetRows, budgetScales, scale } = sequenceProgram(problem);
  if (program.columns === 0) return new Float64Array(problem.years.length);
  const { duals } = await solve(program, false, { seconds: 60, gap: 0 });
  return Float64Array.from(budgetRows, (row, year) => {
    // The sign of a dual follows the sense of the program; more money never lowers the objective.
    return (Math.abs(duals[row] ?? Number.NaN) * (budgetScales[year] as number)) / scale;
  });
}

/**
 * Projects with a value that a plan leaves out, the nearest first: by the value they lack at marginal prices, then by the money.
 *
 * @param starts the plan
 * @param prices marginal value of each year's money
 */
export function outsideOf(
  problem: RenewalProblem,
  starts: Int32Array,
  spent: Float64Array,
  prices: Float64Array,
): readonly Outside[] {
  return problem.projects
    .flatMap(({ value }, project) =>
      (starts[project] as number) >= 0 || !(value > 0)
        ? []
        : [nearest(problem, project, starts, spent, prices)],
    )
    .toSorted((a, b) => a.shortfall - b.shortfall || moneyOf(a) - moneyOf(b));
}

/** Whom no money lets in comes last. */
function moneyOf({ more }: Outside): number {
  return Number.isNaN(more) ? Number.MAX_VALUE : more;
}

function nearest(
  problem: RenewalProblem,
  project: number,
  starts: Int32Array,
  spent: Float64Array,
  prices: Float64Array,
): Outside {
  const { projects, years, budgets, discount } = problem;
  const { cost, value } = projects[project] as RenewalProblem['projects'][number];
  const shortfalls = discountYears(years).map((power, year) =>
    Math.max(0, (prices[year] as number) * cost - value * discount ** power),
  );
  const barriers = years.map((_, year) => barredBy(problem, project, year, starts));
  const more = (year: number) => Math.max(0, cost - ((budgets[year] as number) - (spent[year] as number)));
  const open = [...years.keys()].filter((year) => barriers[year] === null);
  const year = open.toSorted((a, b) => more(a) - more(b))[0];
  return {
    project,
    year: year ?? -1,
    more: year === undefined ? Number.NaN : more(year),
    shortfall: Math.min(...shortfalls),
    // The last year has most behind it: what bars it there bars it for good.
    barred: year === undefined ? (barriers.at(-1) ?? null) : null,
  };
}

/** The rule besides money that a plan with one more project in a year would break. */
function barredBy(
  problem: RenewalProblem,
  project: number,
  year: number,
  starts: Int32Array,
): Breach['rule'] | null {
  const breaches = breachesOf(problem, starts.with(project, year));
  return breaches.find(({ rule }) => rule !== 'budget')?.rule ?? null;
}
