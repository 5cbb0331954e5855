import type { LedgerLine, Party, Statement } from './types.js';

/**
 * Costs and benefits at the first year of the ledger: amounts of year t are divided by (1 + rate) to the years since.
 *
 * @param lines all lines of the ledger; the first year is theirs, whoever pays
 * @param of whose statement; `social` is that of all together, in which a transfer between two of them cancels
 * @param rate of discount, 1 a year, above −1
 */
export function statementOf(lines: readonly LedgerLine[], of: Party | 'social', rate: number): Statement {
  const first = firstYear(lines);
  const own = lines.filter(({ party }) => of === 'social' || party === of);
  const sum = (kind: LedgerLine['kind']) =>
    own.reduce((all, line) => all + (line.kind === kind ? presentValue(line, first, rate) : 0), 0);
  const [costs, benefits] = [sum('cost'), sum('benefit')];
  const flows = flowsOf(own, first);
  return {
    costs,
    benefits,
    netValue: benefits - costs,
    ratio: costs > 0 ? benefits / costs : Number.NaN,
    rate: internalRate(flows),
    payBack: payBackYear(flows, first),
  };
}

/** First year of a ledger; `NaN` of an empty one. */
export function firstYear(lines: readonly LedgerLine[]): number {
  return lines.reduce((least, { year }) => (least <= year ? least : year), Number.NaN);
}

/** Yuan of a line at the first year. */
export function presentValue({ amount, year }: LedgerLine, first: number, rate: number): number {
  return amount / (1 + rate) ** (year - first);
}

/** Benefits less costs by year from the first one. */
function flowsOf(lines: readonly LedgerLine[], first: number): Float64Array {
  const last = lines.reduce((most, { year }) => Math.max(most, year), first);
  const flows = new Float64Array(lines.length === 0 ? 0 : last - first + 1);
  for (const { year, kind, amount } of lines) {
    const at = year - first;
    flows[at] = (flows[at] as number) + (kind === 'benefit' ? amount : -amount);
  }
  return flows;
}

/**
 * The rate at which flows are worth nothing. Told only where cumulated flows change their sign once, as a loan that is paid back does:
 * then there is one (Norstrom 1972).
 */
export function internalRate(flows: Float64Array): number {
  let [sum, turns, before] = [0, 0, 0];
  for (const flow of flows) {
    sum += flow;
    const sign = Math.sign(sum);
    if (sign !== 0 && before !== 0 && sign !== before) turns += 1;
    if (sign !== 0) before = sign;
  }
  const starts = flows.find((flow) => flow !== 0) ?? 0;
  if (turns !== 1 || starts >= 0) return Number.NaN;
  const worth = (rate: number) => flows.reduceRight((value, flow) => value / (1 + rate) + flow, 0);
  // Worth falls from above 0 at a rate of 0 to below 0 at a high one.
  let [low, high] = [0, 1];
  while (worth(high) > 0) high *= 2;
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2;
    if (worth(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function payBackYear(flows: Float64Array, first: number): number {
  let [sum, year] = [0, Number.NaN];
  for (const [at, flow] of flows.entries()) {
    sum += flow;
    if (sum < 0) year = Number.NaN;
    else if (Number.isNaN(year)) year = first + at;
  }
  return year;
}
