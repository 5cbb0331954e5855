import { quantile, type Random, seededRandom } from '../../base/index.js';
import { statementOf } from './statement.js';
import type { LedgerLine, Party } from './types.js';

/** What may turn out otherwise, as shares and years; all 0 or more. */
export interface Doubtful {
  /** Land may sell for as much less, as a share of its price. */
  readonly landPrice: number;
  /** Land may sell as many years later. */
  readonly delay: number;
  /** All costs may be as much more. */
  readonly costs: number;
  /** Rates of discount, from the lowest to the highest. */
  readonly rates: readonly [low: number, high: number];
}

/** Net value where one thing turns out otherwise, yuan at the first year. */
export interface Turned {
  readonly what: 'land_price' | 'delay' | 'costs' | 'rate_low' | 'rate_high';
  readonly netValue: number;
  readonly ratio: number;
}

/** Net values where all turns out otherwise at once. */
export interface Spread {
  /** Middle and ends of the interval, yuan at the first year. */
  readonly mid: number;
  readonly low: number;
  readonly high: number;
  /** Share of the runs with a net value above 0. */
  readonly positive: number;
  readonly runs: number;
}

/** A ledger in which land sells for less and later, and costs are more. */
export function turned(
  lines: readonly LedgerLine[],
  by: { readonly landPrice?: number; readonly delay?: number; readonly costs?: number },
): readonly LedgerLine[] {
  const { landPrice = 0, delay = 0, costs = 0 } = by;
  return lines.map((line) => {
    if (line.kind === 'cost') return { ...line, amount: line.amount * (1 + costs) };
    if (!line.land) return line;
    return { ...line, amount: line.amount * (1 - landPrice), year: line.year + delay };
  });
}

/** One thing after the other. */
export function oneByOne(
  lines: readonly LedgerLine[],
  of: Party | 'social',
  rate: number,
  doubtful: Doubtful,
): readonly Turned[] {
  const told = (what: Turned['what'], ledger: readonly LedgerLine[], at = rate): Turned => {
    const { netValue, ratio } = statementOf(ledger, of, at);
    return { what, netValue, ratio };
  };
  return [
    told('land_price', turned(lines, { landPrice: doubtful.landPrice })),
    told('delay', turned(lines, { delay: doubtful.delay })),
    told('costs', turned(lines, { costs: doubtful.costs })),
    told('rate_low', lines, doubtful.rates[0]),
    told('rate_high', lines, doubtful.rates[1]),
  ];
}

/**
 * All at once, each drawn evenly: price of land between as much less and as much more, costs likewise, sales between in time and the whole
 * delay late (whole years), the rate between its ends. Equal seeds give equal answers.
 *
 * @param confidence share of the runs within the interval
 */
export function allAtOnce(
  lines: readonly LedgerLine[],
  of: Party | 'social',
  doubtful: Doubtful,
  { runs, seed, confidence }: { readonly runs: number; readonly seed: number; readonly confidence: number },
): Spread {
  const random = seededRandom(seed);
  const values = Float64Array.from({ length: runs }, () => drawn(lines, of, doubtful, random)).sort();
  const tail = (1 - confidence) / 2;
  return {
    mid: quantile(values, 0.5),
    low: quantile(values, tail),
    high: quantile(values, 1 - tail),
    positive: values.filter((value) => value > 0).length / runs,
    runs,
  };
}

function drawn(
  lines: readonly LedgerLine[],
  of: Party | 'social',
  { landPrice, delay, costs, rates: [low, high] }: Doubtful,
  random: Random,
): number {
  const even = (from: number, to: number) => from + (to - from) * random();
  const ledger = turned(lines, {
    landPrice: even(-landPrice, landPrice),
    delay: Math.floor(even(0, delay + 1)),
    costs: even(-costs, costs),
  });
  return statementOf(ledger, of, even(low, high)).netValue;
}
