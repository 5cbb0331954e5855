import type { MatchInput, Pair } from './match.js';

/** One covariate of treated units and of those they are compared with. */
export interface BalanceRow {
  readonly covariate: string;
  readonly treated: number;
  /** All untreated units. */
  readonly others: number;
  /** Matched treated units, and their matches, each as often as it serves. */
  readonly matchedTreated: number;
  readonly matches: number;
  /** Differences of means over the root of the mean of both variances, which are those before matching. */
  readonly standardisedBefore: number;
  readonly standardisedAfter: number;
  readonly unbalanced: boolean;
}

/** How far treated units and comparison units differ in each covariate, before and after matching. */
export function balanceTable(
  { covariates }: MatchInput,
  sample: { readonly treated: readonly number[]; readonly others: readonly number[] },
  pairs: readonly Pair[],
  limit: number,
): readonly BalanceRow[] {
  return covariates.map(({ name, values }) => {
    const of = (units: readonly number[]) => units.map((unit) => values[unit] as number);
    const treated = of(sample.treated);
    const others = of(sample.others);
    const own = of(pairs.map(({ unit }) => unit));
    const matches = of(pairs.flatMap((pair) => pair.matches.map(({ unit }) => unit)));
    const spread = Math.sqrt((variance(treated) + variance(others)) / 2);
    const over = (difference: number) => (difference === 0 ? 0 : difference / spread);
    const after = over(mean(own) - mean(matches));
    return {
      covariate: name,
      treated: mean(treated),
      others: mean(others),
      matchedTreated: mean(own),
      matches: mean(matches),
      standardisedBefore: over(mean(treated) - mean(others)),
      standardisedAfter: after,
      // What cannot be told is not balanced.
      unbalanced: !(Math.abs(after) <= limit),
    };
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Divisor n − 1; `NaN` for one value. */
function variance(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}
