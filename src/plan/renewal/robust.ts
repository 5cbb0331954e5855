import { seededRandom } from '../../base/index.js';
import { sequence } from './sequence.js';
import type { RenewalProblem, Sequence, SequenceLimits } from './types.js';

/** What becomes of a plan when costs turn out otherwise. */
export interface Robustness {
  /** Plans at all costs lower, and at all costs higher, by the spread. */
  readonly lower: Sequence;
  readonly higher: Sequence;
  /** Share of the draws whose plan does the project, by project; `NaN` without draws. */
  readonly stays: Float64Array;
  readonly draws: number;
}

/**
 * Plans anew at other costs: all lower, all higher, and in draws each project's own, uniform within the spread.
 *
 * @param spread share of the cost, 0–1
 * @param limits of each plan; a loose gap will do, as only what stays is counted
 */
export async function robustness(
  problem: RenewalProblem,
  starts: Int32Array,
  { spread, draws, seed }: { readonly spread: number; readonly draws: number; readonly seed: number },
  limits: SequenceLimits,
): Promise<Robustness> {
  const at = (factor: (project: number) => number): RenewalProblem => ({
    ...problem,
    projects: problem.projects.map((one, project) => ({ ...one, cost: one.cost * factor(project) })),
  });
  const lower = await sequence(
    at(() => 1 - spread),
    limits,
    starts,
  );
  const higher = await sequence(
    at(() => 1 + spread),
    limits,
  );
  const random = seededRandom(seed);
  const counts = new Float64Array(problem.projects.length);
  for (let draw = 0; draw < draws; draw += 1) {
    const factors = problem.projects.map(() => 1 + spread * (2 * random() - 1));
    const { starts: found } = await sequence(
      at((project) => factors[project] as number),
      limits,
    );
    for (const [project, start] of found.entries())
      if (start >= 0) counts[project] = (counts[project] as number) + 1;
  }
  return { lower, higher, stays: counts.map((count) => count / draws), draws };
}
