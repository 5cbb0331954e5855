import { AfterlodeError, type Issue, issue } from '../../base/index.js';
import {
  angleWeights,
  criticWeights,
  entropyWeights,
  equalWeights,
  giniWeights,
  groupAhpWeights,
  lopcowWeights,
  merecWeights,
  standardDeviationWeights,
  varianceWeights,
  type Weighed,
} from '../composite/weigh/index.js';
import { usedWeights } from './check-matrix.js';
import type { Criterion, CriterionWeighting } from './types.js';

type Direction = 1 | -1;

/** Weights that the data of a matrix give, from columns in natural units. */
const fromData: Readonly<
  Record<
    Exclude<CriterionWeighting['method'], 'given' | 'equal' | 'ahp'>,
    (columns: readonly Float64Array[], directions: readonly Direction[], names: readonly string[]) => Weighed
  >
> = {
  entropy: (columns, _, names) => entropyWeights(columns, { names }),
  critic: (columns, directions, names) => criticWeights(columns, directions, { names }),
  std: (columns, _, names) => standardDeviationWeights(columns, { names }),
  merec: (columns, directions, names) => merecWeights(columns, directions, { names }),
  gini: (columns, _, names) => giniWeights(columns, { names }),
  variance: (columns, _, names) => varianceWeights(columns, { names }),
  angle: (columns, _, names) => angleWeights(columns, { names }),
  lopcow: (columns, directions, names) => lopcowWeights(columns, directions, { names }),
};

/**
 * Weights of criteria, sum 1: given, equal, from the data of the alternatives that take part, or from pairwise judgements.
 *
 * @throws AfterlodeError DECISION_WEIGHTS for given weights that cannot be used and judgements of other codes;
 * INDEX_WEIGHTS_DATA and INDEX_JUDGEMENTS as the methods do
 */
export function weighCriteria(
  criteria: readonly Criterion[],
  columns: readonly Float64Array[],
  weighting: CriterionWeighting,
): Weighed {
  const codes = criteria.map(({ code }) => code);
  switch (weighting.method) {
    case 'given':
      return usedWeights(criteria);
    case 'equal':
      return { weights: equalWeights(codes.length), issues: [] };
    case 'ahp':
      return fromJudgements(codes, weighting);
    default: {
      const directions = criteria.map(({ type }): Direction => (type === 'benefit' ? 1 : -1));
      const { weights, issues } = fromData[weighting.method](columns, directions, codes);
      return { weights, issues: [...issues, ...unitsMatter(weighting.method, codes, weights)] };
    }
  }
}

function fromJudgements(
  codes: readonly string[],
  { judgements }: Extract<CriterionWeighting, { method: 'ahp' }>,
): Weighed {
  const judged = groupAhpWeights(judgements);
  const at = codes.map((code) => judged.codes.indexOf(code));
  if (at.includes(-1) || judged.codes.length !== codes.length) {
    throw new AfterlodeError('DECISION_WEIGHTS', 'judgements', {
      found: { en: `for ${judged.codes.join(', ')}`, zh: `针对 ${judged.codes.join(', ')}` },
      expected: { en: `judgements of ${codes.join(', ')}`, zh: `对 ${codes.join(', ')} 的判断` },
    });
  }
  return {
    weights: Float64Array.from(at, (place) => judged.weights[place] as number),
    issues: judged.issues,
  };
}

/** Standard deviations have the units of their columns: the widest numbers win, which is no sign of importance. */
function unitsMatter(method: string, codes: readonly string[], weights: Float64Array): readonly Issue[] {
  if (method !== 'std' || codes.length < 2) return [];
  const top = weights.indexOf(weights.reduce((most, one) => Math.max(most, one), 0));
  const found = `${((weights[top] as number) * 100).toFixed(1)} %`;
  return [issue('DECISION_WEIGHTS_UNITS', 'warning', codes[top] as string, { found })];
}
