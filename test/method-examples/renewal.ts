import { lineVerdicts, outsideOf, type RenewalProblem, sequence } from '../../src/plan/index.js';
import type { Examples } from './example.js';

/** The example of renewal in docs/methods/plan. */
export const renewalExamples: Examples = {
  'plan.renewal': async ({ projects, precedence, budgets, discount, floor, bounds }) => {
    const given = Object.entries(projects as Readonly<Record<string, readonly [number, number]>>);
    const names = given.map(([project]) => project);
    const budget = budgets as readonly number[];
    const problem: RenewalProblem = {
      projects: given.map(([project, [cost, value]]) => ({
        project,
        cost,
        value,
        livelihood: false,
        required: false,
        uses: [],
      })),
      years: budget.map((_, at) => at + 1),
      budgets: budget,
      discount: discount as number,
      livelihoodShare: 0,
      precedence: (precedence as readonly (readonly [string, string])[]).map(
        ([before, after]) => [names.indexOf(before), names.indexOf(after)] as const,
      ),
      capacities: [],
      lines: [],
    };
    const { starts, spent, objective, bound } = await sequence(problem, { seconds: 60, gap: 0 });
    const [first] = outsideOf(problem, starts, spent, new Float64Array(budget.length));
    const { existing, demolished, exempt } = floor as Readonly<Record<string, number>>;
    const areas = [
      {
        unit: 'U',
        demolished: demolished as number,
        exempt: exempt as number,
        built: 0,
        households: 0,
        near: 0,
      },
    ];
    const lines = bounds as Parameters<typeof lineVerdicts>[2];
    const [line] = lineVerdicts(areas, new Map([['U', existing as number]]), lines, () => true);
    return {
      years: Array.from(starts, (start) => start + 1),
      objective,
      bound,
      outside: { project: names[first?.project ?? -1], year: (first?.year ?? -1) + 1, more: first?.more },
      demolition: line?.value,
      change: line?.change,
    };
  },
};
