import { earliestYears } from './program.js';
import type { RenewalProblem } from './types.js';

/**
 * A plan to begin with: year by year the projects with most value for their cost that fit, then projects outside livelihood given up,
 * the poorest first and with all that comes after them, until the share is kept. It may break lines of units; the solver looks.
 *
 * @returns place of the year by project; −1: not done
 */
export function greedyPlan(problem: RenewalProblem): Int32Array {
  const { projects, years, budgets, capacities, precedence } = problem;
  const starts = new Int32Array(projects.length).fill(-1);
  const earliest = earliestYears(problem);
  const worth = (at: number) =>
    (projects[at]?.value as number) / Math.max(1e-12, projects[at]?.cost as number);
  const order = Array.from(projects.keys()).toSorted((a, b) => worth(b) - worth(a));
  const before = projects.map((_, at) => precedence.flatMap(([from, to]) => (to === at ? [from] : [])));
  for (const year of years.keys()) {
    let money = budgets[year] as number;
    const room = capacities.map(({ limits }) => limits[year] as number);
    for (const at of order) {
      const { cost, value, uses, required } = projects[at] as RenewalProblem['projects'][number];
      const done = (one: number) => (starts[one] as number) >= 0 && (starts[one] as number) < year;
      if (starts[at] !== -1 || year < (earliest[at] as number) || cost > money) continue;
      if (!(value > 0 || required) || !(before[at] as readonly number[]).every(done)) continue;
      if (room.some((left, which) => (uses[which] ?? 0) > left)) continue;
      starts[at] = year;
      money -= cost;
      for (const which of room.keys()) room[which] = (room[which] as number) - (uses[which] ?? 0);
    }
  }
  keepShare(problem, starts, order);
  return starts;
}

function keepShare(problem: RenewalProblem, starts: Int32Array, order: readonly number[]): void {
  const { projects, precedence, livelihoodShare } = problem;
  const balance = () =>
    projects.reduce(
      (sum, { cost, livelihood }, at) =>
        starts[at] === -1 ? sum : sum + cost * ((livelihood ? 1 : 0) - livelihoodShare),
      0,
    );
  const giveUp = (at: number) => {
    starts[at] = -1;
    for (const [from, to] of precedence) if (from === at && starts[to] !== -1) giveUp(to);
  };
  for (const at of order.toReversed()) {
    if (balance() >= 0) return;
    if (starts[at] !== -1 && projects[at]?.livelihood === false) giveUp(at);
  }
}
