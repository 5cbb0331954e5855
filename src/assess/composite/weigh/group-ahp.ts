import { AfterlodeError, type Issue, phrases } from '../../../base/index.js';
import type { JudgementMatrix } from '../types.js';
import { type Agreement, agreementOf } from './agreement.js';
import { type AhpOptions, type AhpWeights, ahpWeights, allJudges } from './ahp.js';
import { checkJudgements } from './judgement-matrix.js';

/** One judge beside the group. */
export interface JudgeWeights {
  readonly judge: string;
  /** In the order of the group's codes. */
  readonly weights: Float64Array;
  readonly consistencyRatio: number;
  /** Half the sum of |judge − group| over codes: the share of weight that is placed otherwise, 0–1. */
  readonly distance: number;
}

/** Weights of several judges together. */
export interface GroupAhpWeights {
  readonly codes: readonly string[];
  readonly weights: Float64Array;
  /** The judgements of the group, where judgements were averaged. */
  readonly together: AhpWeights | null;
  readonly judges: readonly JudgeWeights[];
  readonly agreement: Agreement;
  /** Of every judge whose judgements contradict one another. */
  readonly issues: readonly Issue[];
}

/**
 * Weights of a group of judges: the geometric mean of their judgements, pair by pair, before weights are drawn
 * (`judgements`: the group acts as one), or of their weights (`priorities`: judges stay apart); Forman and Peniwati
 * 1998. Codes may stand in any order, that of the first matrix counts.
 *
 * @throws AfterlodeError INDEX_JUDGEMENTS as `ahpWeights`, without any matrix, and where judges judged different codes
 */
export function groupAhpWeights(
  matrices: readonly JudgementMatrix[],
  form: 'judgements' | 'priorities' = 'judgements',
  options: AhpOptions = {},
): GroupAhpWeights {
  const [first] = matrices;
  if (!first) {
    throw new AfterlodeError('INDEX_JUDGEMENTS', 'matrices', {
      judge: { en: 'a group', zh: '一组评判人' },
      found: phrases.none,
      expected: phrases.oneOrMore,
    });
  }
  const { codes } = first;
  const aligned = matrices.map((matrix) => inOrder(checkJudgements(matrix), codes));
  const single = aligned.map((matrix) => ahpWeights(matrix, options));
  const judgements = geometricMean(aligned.map(({ values }) => values));
  const together = ahpWeights({ judge: allJudges.en, codes, values: judgements }, options);
  const averaged = geometricMean(single.map(({ weights }) => weights));
  const sum = averaged.reduce((total, one) => total + one, 0);
  const weights = form === 'judgements' ? together.weights : averaged.map((one) => one / sum);
  return {
    codes,
    weights,
    together: form === 'judgements' ? together : null,
    judges: single.map((one, at) => ({
      judge: aligned[at]?.judge ?? '',
      weights: one.weights,
      consistencyRatio: one.consistencyRatio,
      distance:
        one.weights.reduce((total, own, code) => total + Math.abs(own - (weights[code] as number)), 0) / 2,
    })),
    agreement: agreementOf(
      aligned,
      single.map((one) => one.weights),
    ),
    issues: single.flatMap(({ issues }) => issues),
  };
}

function inOrder(matrix: JudgementMatrix, codes: readonly string[]): JudgementMatrix {
  const at = codes.map((code) => matrix.codes.indexOf(code));
  if (at.includes(-1) || codes.length !== matrix.codes.length) {
    const facts = {
      judge: matrix.judge || phrases.judge,
      found: matrix.codes.join(', '),
      expected: codes.join(', '),
    };
    throw new AfterlodeError('INDEX_JUDGEMENTS', 'codes', facts);
  }
  const values = at.flatMap((row) =>
    at.map((column) => matrix.values[row * codes.length + column] as number),
  );
  return { ...matrix, codes, values: Float64Array.from(values) };
}

function geometricMean(lists: readonly Float64Array[]): Float64Array {
  return Float64Array.from(lists[0] as Float64Array, (_, at) =>
    Math.exp(lists.reduce((sum, list) => sum + Math.log(list[at] as number), 0) / lists.length),
  );
}
