import {
  type ConditionState,
  chooseMeasures,
  coverageOf,
  type Funding,
  type PlanOption,
  shareOut,
} from '../../src/plan/index.js';
import type { Examples } from './example.js';

type Written = Pick<PlanOption, 'id' | 'answers'> & {
  readonly conflicts?: readonly string[];
  readonly conditions?: readonly ConditionState[];
};

/** Example of the plan of a city in docs/methods/plan. */
export const cityPlanExamples: Examples = {
  'plan.plan': async ({ needs, options, costs, after, budgets, discount }) => {
    const found = (needs as readonly (readonly [string, number])[]).map(([id, weight]) => ({ id, weight }));
    const library = (options as readonly Written[]).map(
      ({ conflicts = [], conditions = [], ...one }): PlanOption => ({
        ...one,
        conflicts,
        conditions,
        synergies: [],
      }),
    );
    const chosen = chooseMeasures(library, found, { wanted: null, leftOut: [] });
    const prices = costs as Readonly<Record<string, readonly [number, number]>>;
    const waits = after as Readonly<Record<string, readonly string[]>>;
    const money = Object.entries(budgets as Readonly<Record<string, number>>);
    const shared = await shareOut(
      chosen
        .filter(({ choice }) => choice.state === 'chosen')
        .map(({ id, score }) => {
          const [cost = 0, years = 1] = prices[id] ?? [];
          return { id, score, cost, years, after: waits[id] ?? [] };
        }),
      {
        years: money.map(([year]) => Number(year)),
        budgets: money.map(([, budget]) => budget),
        discount: discount as number,
      },
      { seconds: 30, gap: 0 },
    );
    const funding = new Map(
      Array.from(shared.years, ([id, years]): [string, Funding] => [
        id,
        years.length === prices[id]?.[1] ? 'scheduled' : 'begun',
      ]),
    );
    return {
      choice: chosen.map(({ choice }) => choice.state),
      score: chosen.map(({ score }) => score),
      years: Object.fromEntries(shared.years),
      objective: shared.objective,
      coverage: coverageOf(
        found.map(({ id }) => id),
        chosen,
        funding,
      ).map(({ state }) => state),
    };
  },
};
