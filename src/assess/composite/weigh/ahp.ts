import { type Issue, issue, phrases } from '../../../base/index.js';
import type { JudgementMatrix } from '../types.js';
import { checkJudgements, short } from './judgement-matrix.js';
import { lambdaOf, type PriorityMethod, priorities } from './priorities.js';
import { type RandomIndex, randomIndexOf } from './random-index.js';

export interface AhpOptions {
  /** `eigenvector` by default, as published. */
  readonly method?: PriorityMethod;
  readonly randomIndex?: RandomIndex;
}

/** A judgement that fits the others badly. */
export interface OddJudgement {
  readonly row: string;
  readonly column: string;
  /** How much more `row` is said to count than `column`. */
  readonly given: number;
  /** What the other judgements say of the pair: geometric mean of the ways over a third code. */
  readonly fits: number;
  /** Consistency ratio of the matrix with `fits` in its place. */
  readonly ratioThen: number;
}

/** Weights from pairwise judgements. */
export interface AhpWeights {
  readonly codes: readonly string[];
  /** In the order of `codes`, with a sum of 1. */
  readonly weights: Float64Array;
  readonly lambdaMax: number;
  /** (λ − n) ÷ (n − 1); 0 for one code. */
  readonly consistencyIndex: number;
  /** Consistency index ÷ random index; 0 up to two codes, `NaN` above 15. */
  readonly consistencyRatio: number;
  /** At most three, the worst first; none where all agree. */
  readonly worst: readonly OddJudgement[];
  readonly issues: readonly Issue[];
}

/** Whose judgements those of a group together are. */
export const allJudges = { en: 'all judges', zh: '全体评判人' } as const;

/** Saaty's usual limit of the consistency ratio (mark M). */
export const usualRatio = 0.1;

/**
 * Weights by the analytic hierarchy process (Saaty 1980): from judgements how much more one code counts than another. A
 * consistency ratio above 0.1 comes with the issue INDEX_JUDGEMENTS_AT_ODDS, which names the worst pair.
 *
 * @throws AfterlodeError INDEX_JUDGEMENTS as `checkJudgements`
 */
export function ahpWeights(matrix: JudgementMatrix, options: AhpOptions = {}): AhpWeights {
  const { codes, values, judge } = checkJudgements(matrix);
  const consistency = consistencyOf(values, codes.length, options);
  const worst = oddJudgements(values, codes, options);
  const [first] = worst;
  const { consistencyRatio: ratio } = consistency;
  const facts = {
    judge: judge === allJudges.en ? allJudges : judge || phrases.judge,
    found: ratio.toFixed(3),
    expected: usualRatio,
  };
  const issues =
    first && ratio > usualRatio ? [issue('INDEX_JUDGEMENTS_AT_ODDS', 'warning', pairOf(first), facts)] : [];
  return { codes, ...consistency, worst, issues };
}

/** The pair as a message names it, with both values. */
function pairOf({ row, column, given, fits }: OddJudgement): string {
  return `${row} : ${column} = ${short(given)} (${short(fits)})`;
}

function consistencyOf(values: Float64Array, count: number, options: AhpOptions) {
  const weights = priorities(values, count, options.method ?? 'eigenvector');
  const lambdaMax = lambdaOf(values, weights);
  const consistencyIndex = count < 2 ? 0 : (lambdaMax - count) / (count - 1);
  const consistencyRatio = count < 3 ? 0 : consistencyIndex / randomIndexOf(count, options.randomIndex);
  return { weights, lambdaMax, consistencyIndex, consistencyRatio };
}

function oddJudgements(values: Float64Array, codes: readonly string[], options: AhpOptions): OddJudgement[] {
  const count = codes.length;
  const pairs: { row: number; column: number; given: number; fits: number; odd: number }[] = [];
  if (count < 3) return [];
  for (let row = 0; row < count; row++) {
    for (let column = row + 1; column < count; column++) {
      const given = values[row * count + column] as number;
      const fits = impliedBy(values, count, row, column);
      pairs.push({ row, column, given, fits, odd: Math.abs(Math.log(given / fits)) });
    }
  }
  return pairs
    .filter(({ odd }) => odd > 1e-9)
    .toSorted((one, other) => other.odd - one.odd)
    .slice(0, 3)
    .map(({ row, column, given, fits }) => {
      const mended = Float64Array.from(values);
      mended[row * count + column] = fits;
      mended[column * count + row] = 1 / fits;
      const ratioThen = consistencyOf(mended, count, options).consistencyRatio;
      return { row: codes[row] as string, column: codes[column] as string, given, fits, ratioThen };
    });
}

/** Least squares of logarithms without the pair itself: the mean over all ways through a third code. */
function impliedBy(values: Float64Array, count: number, row: number, column: number): number {
  let sum = 0;
  for (let through = 0; through < count; through++) {
    if (through === row || through === column) continue;
    sum += Math.log((values[row * count + through] as number) * (values[through * count + column] as number));
  }
  return Math.exp(sum / (count - 2));
}
