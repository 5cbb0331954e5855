import {
  type Cause,
  causesOf,
  marginalValues,
  type Outside,
  outsideOf,
  type RenewalProblem,
  type Robustness,
  robustness,
  type Sequence,
  sequence,
} from '../../plan/index.js';
import type { RenewalOptions } from './call.js';

/** A problem on its way to a thread. */
export interface RenewalQuestion {
  readonly problem: RenewalProblem;
  readonly options: Pick<RenewalOptions, 'limits' | 'robust'>;
}

/** What the solver found, before it has words. */
export interface RenewalSolved {
  readonly plan: Sequence;
  /** Why the plan is empty or cannot be. */
  readonly causes: readonly Cause[];
  /** Marginal value of each year's money. */
  readonly prices: Float64Array;
  readonly outside: readonly Outside[];
  /** `null` where no draws were asked for. */
  readonly robust: Robustness | null;
}

/** Solves a problem, and what stands round its plan. */
export async function solveRenewal({ problem, options }: RenewalQuestion): Promise<RenewalSolved> {
  const plan = await sequence(problem, options.limits);
  const none = { prices: new Float64Array(), outside: [], robust: null };
  if (plan.status === 'infeasible') return { plan, causes: await causesOf(problem, 'required'), ...none };
  const empty = plan.starts.every((start) => start < 0);
  const prices = await marginalValues(problem);
  const { draws, gap, ...robust } = options.robust;
  return {
    plan,
    causes: empty ? await causesOf(problem, 'anything') : [],
    prices,
    outside: outsideOf(problem, plan.starts, plan.spent, prices),
    robust:
      draws === 0
        ? null
        : await robustness(
            problem,
            plan.starts,
            { ...robust, draws },
            { seconds: options.limits.seconds, gap },
          ),
  };
}
