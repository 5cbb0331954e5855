import { spentOf } from './sequence.js';
import type { RenewalProblem } from './types.js';

/** A rule that a plan breaks. */
export type Breach =
  | { readonly rule: 'budget'; readonly year: number }
  | { readonly rule: 'capacity'; readonly resource: string; readonly year: number }
  | { readonly rule: 'precedence'; readonly before: number; readonly after: number }
  | { readonly rule: 'required'; readonly project: number }
  | { readonly rule: 'livelihood' }
  | { readonly rule: 'line'; readonly name: string };

/** Sums of decimal fractions differ by so much of themselves. */
const noise = 1e-9;

/**
 * What a plan breaks; nothing where it keeps every rule.
 *
 * @param starts place of the year by project; −1: not done
 */
export function breachesOf(problem: RenewalProblem, starts: Int32Array): readonly Breach[] {
  const { projects, budgets, capacities, precedence, lines, years } = problem;
  const start = (at: number) => starts[at] as number;
  const over = (sum: number, limit: number, size = Math.abs(limit)) =>
    sum > limit + noise * Math.max(size, 1e-9);
  const spent = spentOf(problem, starts);
  const total = spent.reduce((sum, one) => sum + one, 0);
  const lived = projects.reduce(
    (sum, { cost, livelihood }, at) => (livelihood && start(at) >= 0 ? sum + cost : sum),
    0,
  );
  const sumOf = (amount: (at: number) => number, year: number | null) =>
    projects.reduce(
      (sum, _, at) => ((year === null ? start(at) >= 0 : start(at) === year) ? sum + amount(at) : sum),
      0,
    );
  return [
    ...years.flatMap((_, year): readonly Breach[] =>
      over(spent[year] as number, budgets[year] as number) ? [{ rule: 'budget', year }] : [],
    ),
    ...capacities.flatMap(({ resource, limits }, which) =>
      limits.flatMap((limit, year): readonly Breach[] =>
        over(
          sumOf((at) => projects[at]?.uses[which] ?? 0, year),
          limit,
        )
          ? [{ rule: 'capacity', resource, year }]
          : [],
      ),
    ),
    ...precedence.flatMap(([before, after]): readonly Breach[] =>
      start(after) >= 0 && !(start(before) >= 0 && start(before) < start(after))
        ? [{ rule: 'precedence', before, after }]
        : [],
    ),
    ...projects.flatMap(({ required }, project): readonly Breach[] =>
      required && start(project) < 0 ? [{ rule: 'required', project }] : [],
    ),
    ...(over(problem.livelihoodShare * total, lived, total) ? [{ rule: 'livelihood' } as const] : []),
    ...lines.flatMap(({ name, coefficients, limit }): readonly Breach[] => {
      const size = coefficients.reduce((sum, one) => sum + Math.abs(one), 0);
      return over(
        sumOf((at) => coefficients[at] as number, null),
        limit,
        size,
      )
        ? [{ rule: 'line', name }]
        : [];
    }),
  ];
}
