import { entropyEffectiveNumber } from '../formulas/entropy-effective-number.js';
import { herfindahl as herfindahlOf } from '../formulas/herfindahl.js';

/** Concentration and diversity of an amount over branches. */
export interface Diversity {
  /** Σ s², 1 ÷ n to 1. */
  readonly herfindahl: number;
  /** (H − 1 ÷ n) ÷ (1 − 1 ÷ n), 0 to 1; missing for one branch. */
  readonly herfindahlNormalised: number;
  /** −Σ s ln s, 0 to ln n. */
  readonly entropy: number;
  /** e^entropy: how many equal branches are as diverse. */
  readonly effectiveNumber: number;
  /** ln of the effective number of groups: between-group entropy. */
  readonly unrelatedVariety: number;
  /** Σ S_g H_g: within-group entropy; both varieties sum to the entropy. */
  readonly relatedVariety: number;
}

const none = new Float64Array(0);

/**
 * Diversity of branches. Shares are of the sum; a branch without anything counts among the n. Missing throughout for a
 * missing or negative amount, or a sum of 0.
 *
 * Source: Herfindahl, entropy standard (M), use in Wang et al. 2019 (V); varieties Frenken et al. 2007 (M).
 *
 * @param amounts by branch, 0 or more
 * @param groups name of the group of each branch; without it varieties are missing
 */
export function diversityOf(amounts: ArrayLike<number>, groups?: readonly string[]): Diversity {
  const inputs = Float64Array.from(amounts);
  const count = inputs.length;
  const herfindahl = herfindahlOf.compute(inputs, none);
  const effectiveNumber = entropyEffectiveNumber.compute(inputs, none);
  const entropy = Math.log(effectiveNumber);
  const unrelated = groups ? betweenGroups(inputs, groups) : Number.NaN;
  return {
    herfindahl,
    herfindahlNormalised: count > 1 ? (herfindahl - 1 / count) / (1 - 1 / count) : Number.NaN,
    entropy,
    effectiveNumber,
    unrelatedVariety: unrelated,
    relatedVariety: groups ? withinGroups(inputs, groups) : Number.NaN,
  };
}

function sumsOf(amounts: Float64Array, groups: readonly string[]): Map<string, number> {
  const sums = new Map<string, number>();
  amounts.forEach((amount, at) => {
    const group = groups[at] as string;
    sums.set(group, (sums.get(group) ?? 0) + amount);
  });
  return sums;
}

function betweenGroups(amounts: Float64Array, groups: readonly string[]): number {
  const sums = Float64Array.from(sumsOf(amounts, groups).values());
  return Math.log(entropyEffectiveNumber.compute(sums, none));
}

function withinGroups(amounts: Float64Array, groups: readonly string[]): number {
  const sums = sumsOf(amounts, groups);
  const all = amounts.reduce((sum, amount) => sum + amount, 0);
  if (Number.isNaN(herfindahlOf.compute(amounts, none))) return Number.NaN;
  let variety = 0;
  amounts.forEach((amount, at) => {
    if (amount > 0) variety += (amount / all) * Math.log((sums.get(groups[at] as string) as number) / amount);
  });
  return variety;
}

/**
 * Krugman's specialisation Σ |s_k − s_k,ref|: 0 for the reference's own structure, 2 where nothing is shared.
 *
 * Source: standard (M).
 */
export function krugman(amounts: ArrayLike<number>, reference: ArrayLike<number>): number {
  const [own, other] = [sharesOf(amounts), sharesOf(reference)];
  return own.reduce((sum, share, at) => sum + Math.abs(share - (other[at] as number)), 0);
}

/**
 * Speed of structural change, Lilien: √ Σ s_k (Δ ln e_k − Δ ln e)², with shares s_k at the end. A branch without
 * jobs at the end adds 0, the limit; one that began from nothing has no limit and makes the index missing.
 *
 * Source: Lilien 1982 (M).
 */
export function lilien(first: ArrayLike<number>, last: ArrayLike<number>): number {
  const shares = sharesOf(last);
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0);
  const whole = Math.log(sum(last) / sum(first));
  let squares = 0;
  for (let at = 0; at < first.length; at++) {
    if (last[at] === 0 && (first[at] as number) >= 0) continue;
    const own = Math.log((last[at] as number) / (first[at] as number));
    if (!Number.isFinite(own)) return Number.NaN;
    squares += (shares[at] as number) * (own - whole) ** 2;
  }
  return Math.sqrt(squares);
}

/** Shares of amounts in their sum; missing throughout for a missing or negative amount or a sum of 0. */
export function sharesOf(amounts: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(amounts);
  const sum = values.reduce((all, value) => all + (value < 0 ? Number.NaN : value), 0);
  return values.map((value) => (sum > 0 ? value / sum : Number.NaN));
}
