import { normalTail } from './normal.js';
import type { Series } from './series.js';

/** Largest number of values for which p is exact where no two are equal. */
export const exactUpTo = 10;

/** Whether a series rises or falls throughout. */
export interface MannKendall {
  /** Known values. */
  readonly count: number;
  /** Pairs that rise less pairs that fall. */
  readonly score: number;
  /** Of the score without a trend, corrected for equal values. */
  readonly variance: number;
  /** Standard normal, corrected for continuity by 1; 0 for a score of 0. */
  readonly z: number;
  /** Two-sided. */
  readonly probability: number;
  readonly method: 'exact' | 'normal';
  /** Kendall's tau-b against time, −1 to 1; missing where all values are equal. */
  readonly tau: number;
}

/**
 * Mann–Kendall test of a trend. S = Σ sign(later − earlier); Var S = (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) ÷ 18 over groups of t
 * equal values; z = (S ∓ 1) ÷ √Var S. Gaps in time do not matter, only the order. With at most `exactUpTo` values and no
 * equal ones p comes from all orders of the values (Kendall's distribution); else from the normal one. Without two
 * different values everything but S is missing.
 *
 * Source: Mann 1945, Kendall 1975 (M).
 */
export function mannKendall({ values }: Pick<Series, 'values'>): MannKendall {
  const count = values.length;
  let score = 0;
  for (let later = 1; later < count; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      score += Math.sign((values[later] as number) - (values[earlier] as number));
    }
  }
  const ties = tiesOf(values);
  const variance =
    (count * (count - 1) * (2 * count + 5) - sumOf(ties, (t) => t * (t - 1) * (2 * t + 5))) / 18;
  const pairs = (count * (count - 1)) / 2;
  const untied = pairs - sumOf(ties, (t) => (t * (t - 1)) / 2);
  const isExact = count <= exactUpTo && ties.length === 0;
  const z = variance > 0 ? (score - Math.sign(score)) / Math.sqrt(variance) : Number.NaN;
  return {
    count,
    score,
    variance: count < 2 ? Number.NaN : variance,
    z,
    probability: Number.isNaN(z)
      ? z
      : isExact
        ? exactProbability(count, score)
        : Math.min(1, 2 * normalTail(Math.abs(z))),
    method: isExact ? 'exact' : 'normal',
    tau: untied > 0 ? score / Math.sqrt(pairs * untied) : Number.NaN,
  };
}

/** Sizes of the groups of equal values. */
function tiesOf(values: Float64Array): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}

function sumOf(list: readonly number[], term: (size: number) => number): number {
  return list.reduce((sum, size) => sum + term(size), 0);
}

/** Share of all orders of so many different values whose |S| is at least that large. */
function exactProbability(count: number, score: number): number {
  // Orders by number of falling pairs: a new largest value can be put in `size` places.
  let orders = [1];
  for (let size = 2; size <= count; size++) {
    const next = Array.from({ length: orders.length + size - 1 }, () => 0);
    orders.forEach((number, falling) => {
      for (let more = 0; more < size; more++)
        next[falling + more] = (next[falling + more] as number) + number;
    });
    orders = next;
  }
  const pairs = orders.length - 1;
  let [extreme, all] = [0, 0];
  orders.forEach((number, falling) => {
    all += number;
    if (Math.abs(pairs - 2 * falling) >= Math.abs(score)) extreme += number;
  });
  return extreme / all;
}
