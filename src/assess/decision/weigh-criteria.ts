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
  type WeighOptions,
} from '../composite/weigh/index.js';
import { usedWeights } from './check-matrix.js';
import type { Span } from './spans.js';
import type { Criterion, CriterionWeighting } from './types.js';

type Direction = 1 | -1;

/** Weights that the data of a matrix give, from columns in natural units. */
const fromData: Readonly<
  Record<
    Exclude<CriterionWeighting['method'], 'given' | 'equal' | 'ahp'>,
    (columns: readonly Float64Array[], directions: readonly Direction[], options: WeighOptions) => Weighed
  >
> = {
  entropy: (columns, _, options) => entropyWeights(columns, options),
  critic: (columns, directions, options) => criticWeights(columns, directions, options),
  std: (columns, _, options) => standardDeviationWeights(columns, options),
  merec: (columns, directions, options) => merecWeights(columns, directions, options),
  gini: (columns, _, options) => giniWeights(columns, options),
  variance: (columns, _, options) => varianceWeights(columns, options),
  angle: (columns, _, options) => angleWeights(columns, options),
  lopcow: (columns, directions, options) => lopcowWeights(columns, directions, options),
};

/**
 * Weights of criteria, sum 1: given, equal, from the data of the alternatives that take part, or from pairwise judgements.
 *
 * @param spans of the columns, where the caller has them
 * @throws AfterlodeError DECISION_WEIGHTS for given weights that cannot be used and judgements of other codes;
 * INDEX_WEIGHTS_DATA and INDEX_JUDGEMENTS as the methods do
 */
export function weighCriteria(
  criteria: readonly Criterion[],
  columns: readonly Float64Array[],
  weighting: CriterionWeighting,
  spans?: readonly Span[],
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
      const { weights, issues } = fromData[weighting.method](columns, directions, {
        names: codes,
        ...(spans && { ends: spans }),
      });
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
