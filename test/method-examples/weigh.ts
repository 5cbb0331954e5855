import {
  ahpWeights,
  angleWeights,
  cilosWeights,
  correlationWeights,
  criticWeights,
  type Direction,
  entropyWeights,
  equalWeights,
  giniWeights,
  groupAhpWeights,
  idocriwWeights,
  lopcowWeights,
  merecWeights,
  normaliseWeights,
  pcaWeights,
  principalComponents,
  rankWeights,
  standardDeviationWeights,
  varianceWeights,
} from '../../src/assess/composite/weigh/index.js';
import { column, columns, type Example, type Examples } from './example.js';

const directions = (given: Readonly<Record<string, unknown>>) => given.directions as Direction[];

/** Weights by code of a given order. */
function inOrder(method: Parameters<typeof rankWeights>[0]): Example {
  return ({ order }) => {
    const { codes, weights } = rankWeights(method, order as string[]);
    return Object.fromEntries(codes.map((code, at) => [code, weights[at]]));
  };
}

/** Consistent judgements of shares by code. */
function judged(judge: string, shares: Readonly<Record<string, number>>) {
  const all = Object.values(shares);
  return {
    judge,
    codes: Object.keys(shares),
    values: Float64Array.from(all.flatMap((one) => all.map((other) => one / other))),
  };
}

/** Examples of docs/methods/weigh/. */
export const weighExamples: Examples = {
  'weigh.equal': ({ count }) => equalWeights(count as number),
  'weigh.given': ({ weights }) => {
    const given = weights as Record<string, number>;
    const made = normaliseWeights(Object.values(given), Object.keys(given));
    return { weights: made.weights, issues: made.issues.map(({ code }) => code) };
  },
  'weigh.entropy': (given) => entropyWeights(columns(given.columns)).weights,
  'weigh.critic': (given) => criticWeights(columns(given.columns), directions(given)).weights,
  'weigh.std': (given) => standardDeviationWeights(columns(given.columns)).weights,
  'weigh.variance': (given) => varianceWeights(columns(given.columns)).weights,
  'weigh.merec': (given) => merecWeights(columns(given.columns), directions(given)).weights,
  'weigh.gini': (given) => giniWeights(columns(given.columns)).weights,
  'weigh.angle': (given) => angleWeights(columns(given.columns)).weights,
  'weigh.lopcow': (given) => lopcowWeights(columns(given.columns), directions(given)).weights,
  'weigh.cilos': (given) => cilosWeights(columns(given.columns), directions(given)).weights,
  'weigh.idocriw': (given) => idocriwWeights(columns(given.columns), directions(given)).weights,
  'weigh.pca': (given) => ({
    weights: pcaWeights(columns(given.columns)).weights,
    eigenvalues: principalComponents(columns(given.columns)).eigenvalues,
  }),
  'weigh.ahp': ({ codes, judgements }) => {
    const values = column((judgements as (number | null)[][]).flat());
    const made = ahpWeights({ judge: 'page', codes: codes as string[], values });
    return { weights: made.weights, lambdaMax: made.lambdaMax, consistencyRatio: made.consistencyRatio };
  },
  'weigh.group-ahp': ({ judges }) => {
    const matrices = Object.entries(judges as Record<string, Record<string, number>>).map(([judge, shares]) =>
      judged(judge, shares),
    );
    const { weights, agreement } = groupAhpWeights(matrices);
    const { row, column: other } = agreement.disputed ?? { row: '', column: '' };
    return { weights, concordance: agreement.concordance, disputed: [row, other] };
  },
  'weigh.rank-sum': inOrder('rank-sum'),
  'weigh.rank-reciprocal': inOrder('rank-reciprocal'),
  'weigh.rank-order-centroid': inOrder('rank-order-centroid'),
  'weigh.correlation': (given) => {
    const scores = columns(given.columns);
    const index = (weights: Float64Array) =>
      (scores[0] as Float64Array).map((_, row) =>
        scores.reduce((sum, one, at) => sum + (weights[at] as number) * (one[row] as number), 0),
      );
    const { weights, correlations, reached } = correlationWeights({ index, columns: scores });
    return { weights, correlations, reached };
  },
};
