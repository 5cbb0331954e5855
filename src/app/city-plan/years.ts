import type { PlanCost, PlanScenario } from '../../plan/index.js';
import {
  type ChosenOption,
  type Funding,
  type PricedMeasure,
  shareOut,
  waitingCircle,
} from '../../plan/index.js';
import { type NamedPlan, wrongPlan } from './context.js';

/** Yuan that a year has. */
export interface YearBudget {
  readonly year: number;
  readonly budget: number;
}

/** In which years the measures of a scenario stand. */
export interface Years {
  readonly funding: ReadonlyMap<string, Funding>;
  readonly yearsOf: ReadonlyMap<string, readonly number[]>;
  readonly solved: PlanScenario['solved'];
  readonly spending: PlanScenario['spending'];
}

/** A plan of some tens of measures is proven best in a second or two; only a very large one comes near this. */
const limits = { seconds: 10, gap: 0 };

/**
 * Shares the budgets out among the chosen measures that have a price. One without a price stands in no year: unknown is not 0.
 *
 * @throws AfterlodeError PLAN_WORD where measures wait for one another in a circle
 */
export async function yearsOf(
  chosen: readonly ChosenOption[],
  costs: ReadonlyMap<string, PlanCost | null>,
  { name, file }: NamedPlan,
  given: readonly YearBudget[],
): Promise<Years> {
  const priced = chosen.flatMap(({ id, score }): PricedMeasure[] => {
    const cost = costs.get(id) ?? null;
    return cost === null
      ? []
      : [{ id, score, cost: cost.counted, years: cost.years, after: file.after[id] ?? [] }];
  });
  const circle = waitingCircle(priced);
  if (circle !== null)
    throw wrongPlan(`${name}: after`, [...circle, circle[0]].join(' < '), {
      en: 'measures that do not wait for one another in a circle',
      zh: '措施之间不循环等待',
    });
  const budgets = given.toSorted((a, b) => a.year - b.year);
  const solved =
    budgets.length === 0 || priced.length === 0
      ? null
      : await shareOut(
          priced,
          {
            years: budgets.map(({ year }) => year),
            budgets: budgets.map(({ budget }) => budget),
            discount: file.discount,
          },
          limits,
        );
  const years = (id: string) => solved?.years.get(id) ?? [];
  return {
    funding: new Map(chosen.map(({ id }) => [id, fundingOf(costs.get(id) ?? null, years(id).length)])),
    yearsOf: new Map(priced.map(({ id }) => [id, years(id)])),
    solved: solved && {
      status: solved.status,
      objective: solved.objective,
      bound: solved.bound,
      gap: solved.gap,
    },
    spending: budgets.map(({ year, budget }) => {
      const parts = priced.flatMap(({ id }) => (years(id).includes(year) ? [costs.get(id) as PlanCost] : []));
      const sum = (end: 'counted' | 'low' | 'high') =>
        parts.reduce((all, cost) => all + cost[end] / cost.years, 0);
      return { year, budget, spent: sum('counted'), low: sum('low'), high: sum('high') };
    }),
  };
}

function fundingOf(cost: PlanCost | null, parts: number): Funding {
  if (cost === null) return 'unpriced';
  if (parts === 0) return 'unfunded';
  return parts === cost.years ? 'scheduled' : 'begun';
}
