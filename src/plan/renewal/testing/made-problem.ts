import { seededRandom } from '../../../base/index.js';
import type { RenewalProblem } from '../types.js';

/**
 * A made problem: costs 1 to 30, mostly small; value half to twice the cost; two of five of livelihood; half of all costs can be paid, in
 * equal years; each fifth pair of neighbours is in order. Equal seeds give equal problems.
 */
export function madeProblem(count: number, years: number, seed: number): RenewalProblem {
  const random = seededRandom(seed);
  const projects = Array.from({ length: count }, (_, at) => {
    const cost = 1 + Math.floor(30 * random() ** 2);
    const livelihood = random() < 0.4;
    const value = Math.max(1, Math.round(cost * (0.5 + 1.5 * random())));
    return { project: `P${at + 1}`, cost, value, livelihood, required: false, uses: [] };
  });
  const all = projects.reduce((sum, { cost }) => sum + cost, 0);
  const precedence = Array.from({ length: Math.floor(count / 5) }, () => {
    const before = Math.floor(random() * (count - 1));
    return [before, before + 1] as const;
  });
  return {
    projects,
    years: Array.from({ length: years }, (_, at) => at + 1),
    budgets: Array.from({ length: years }, () => Math.round((0.5 * all) / years)),
    discount: 0.9,
    livelihoodShare: 0.3,
    precedence,
    capacities: [],
    lines: [],
  };
}
