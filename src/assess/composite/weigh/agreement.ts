import { meanRanks } from '../check/index.js';
import type { JudgementMatrix } from '../types.js';

/** How far judges agree. */
export interface Agreement {
  /** Kendall's coefficient of concordance of the judges' orders of codes, corrected for ties: 0 none, 1 the same order; `NaN` where no judge puts any code before another. */
  readonly concordance: number;
  /** The pair with the widest span of judgements; null where all judge alike. */
  readonly disputed: Disputed | null;
}

export interface Disputed {
  readonly row: string;
  readonly column: string;
  readonly lowest: number;
  readonly lowestBy: string;
  readonly highest: number;
  readonly highestBy: string;
}

/**
 * @param matrices with the codes of all in the same order
 * @param weights of each judge, in that order
 */
export function agreementOf(
  matrices: readonly JudgementMatrix[],
  weights: readonly Float64Array[],
): Agreement {
  return { concordance: concordance(weights), disputed: mostDisputed(matrices) };
}

/** Weights equal to this many digits are ties: what is left is rounding. */
const digits = 12;

function concordance(weights: readonly Float64Array[]): number {
  const judges = weights.length;
  const count = weights[0]?.length ?? 0;
  const sums = new Float64Array(count);
  let ties = 0;
  for (const own of weights) {
    const ranks = meanRanks(own.map((weight) => Number(weight.toPrecision(digits))));
    for (let at = 0; at < count; at++) sums[at] = (sums[at] as number) + (ranks[at] as number);
    const sizes = new Map<number, number>();
    for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
    for (const size of sizes.values()) ties += size ** 3 - size;
  }
  const mean = (judges * (count + 1)) / 2;
  const squares = sums.reduce((total, sum) => total + (sum - mean) ** 2, 0);
  const most = judges * judges * (count ** 3 - count) - judges * ties;
  return most > 0 ? (12 * squares) / most : Number.NaN;
}

function mostDisputed(matrices: readonly JudgementMatrix[]): Disputed | null {
  const codes = matrices[0]?.codes ?? [];
  let most: Disputed | null = null;
  for (let row = 0; row < codes.length; row++) {
    for (let column = row + 1; column < codes.length; column++) {
      const given = matrices
        .map(({ judge, values }) => ({ judge, value: values[row * codes.length + column] as number }))
        .toSorted((one, other) => one.value - other.value);
      const low = given.at(0);
      const high = given.at(-1);
      if (!low || !high || high.value <= (most ? (most.highest / most.lowest) * low.value : low.value))
        continue;
      most = {
        row: codes[row] as string,
        column: codes[column] as string,
        lowest: low.value,
        lowestBy: low.judge,
        highest: high.value,
        highestBy: high.judge,
      };
    }
  }
  return most;
}
