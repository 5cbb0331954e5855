import { firstYear, presentValue } from './statement.js';
import type { LedgerLine } from './types.js';

/** Steps from what is published to what a decision can rest on. */
export const ladderSteps = [
  'claimed',
  'claimed_all_costs',
  'supported',
  'all_investment',
  'running_costs',
  'discounted',
  'with_ecosystem',
] as const;
export type LadderStep = (typeof ladderSteps)[number];

/** A ratio of benefits to costs and what it is made of, yuan. */
export interface Rung {
  readonly step: LadderStep;
  readonly benefits: number;
  readonly costs: number;
  /** `NaN` without costs. */
  readonly ratio: number;
}

/**
 * The ladder of a ledger:
 * `claimed`: what is published, benefits over costs; `claimed_all_costs`: the same benefits over all that was invested;
 * `supported`: only benefits with evidence, over the published costs; `all_investment`: over all that was invested;
 * `running_costs`: with what looking after it costs; `discounted`: these at the first year; `with_ecosystem`: with benefits that no
 * market prices, at the first year. Before the last step these are left out.
 *
 * @param rate of discount, 1 a year
 */
export function ladderOf(lines: readonly LedgerLine[], rate: number): readonly Rung[] {
  const first = firstYear(lines);
  const sum = (kind: LedgerLine['kind'], of: (line: LedgerLine) => number) =>
    lines.reduce((all, line) => all + (line.kind === kind ? of(line) : 0), 0);
  const claimed = ({ claimed: said }: LedgerLine) => said;
  const market = (line: LedgerLine) => (line.ecosystem ? 0 : line.amount);
  const invested = ({ scope, amount }: LedgerLine) => (scope === 'investment' ? amount : 0);
  const all = ({ amount }: LedgerLine) => amount;
  const now = (line: LedgerLine) => presentValue(line, first, rate);
  const steps: Readonly<Record<LadderStep, readonly [benefits: number, costs: number]>> = {
    claimed: [sum('benefit', claimed), sum('cost', claimed)],
    claimed_all_costs: [sum('benefit', claimed), sum('cost', invested)],
    supported: [sum('benefit', market), sum('cost', claimed)],
    all_investment: [sum('benefit', market), sum('cost', invested)],
    running_costs: [sum('benefit', market), sum('cost', all)],
    discounted: [sum('benefit', (line) => (line.ecosystem ? 0 : now(line))), sum('cost', now)],
    with_ecosystem: [sum('benefit', now), sum('cost', now)],
  };
  return ladderSteps.map((step) => {
    const [benefits, costs] = steps[step];
    return { step, benefits, costs, ratio: costs > 0 ? benefits / costs : Number.NaN };
  });
}
