import type { ChainRun, Values } from '../../assess/index.js';
import { AfterlodeError, phrases } from '../../base/index.js';

/** What varies, in the words of a file of uncertainties. */
export interface RawVariation {
  readonly factors: readonly Readonly<Record<string, unknown>>[];
}

/** Share by which every weight may be off, where nobody says how far. */
const usualNoise = 0.25;

/** Normalisations that mean the same with other weight on extremes; those of the second list share one scale. */
const anyScale = ['minmax:0:100', 'zscore', 'percentile'];
const oneScale = ['minmax:0:100', 'minmax:0:100:0.05'];

/**
 * What varies where a call names nothing: the weights by a quarter, and the choices that most often are disputed, as far
 * as the index allows. The normalisation where means are arithmetic; arithmetic against geometric means where no score
 * is 0 or below, since a geometric mean of such says nothing.
 *
 * @param threshold whether scores are held against one: then only normalisations of one scale vary
 * @throws AfterlodeError INDEX_VARY where none of them is possible
 */
export function defaultVariation(run: ChainRun, threshold: boolean): RawVariation {
  const { chain, hierarchy, scores } = run;
  const aggregates = hierarchy.nodes.slice(hierarchy.leaves);
  const only = (rule: string) => chain.aggregate.every((one) => one.rule === rule);
  const factors = [
    ...(aggregates.some(({ children }) => children.length > 1)
      ? [{ name: 'weights', vary: 'weights', noise: usualNoise }]
      : []),
    ...(only('amean') && isPlainScale(run)
      ? [{ name: 'normalisation', vary: 'normalise', options: threshold ? oneScale : anyScale }]
      : []),
    ...((only('amean') || only('gmean')) && scores.slice(0, hierarchy.leaves).every(isAboveZero)
      ? [{ name: 'aggregation', vary: 'aggregate', options: ['amean', 'gmean'] }]
      : []),
  ];
  if (factors.length > 0) return { factors };
  throw new AfterlodeError('INDEX_VARY', '--uncertainty', {
    found: phrases.nothing,
    expected: {
      en: 'a file of factors: this index has no group whose weights could vary',
      zh: '不确定性文件：该指数没有可变动权重的组',
    },
  });
}

/** Whether all indicators are normalised alike, by one of the methods it is to be varied against. */
function isPlainScale({ chain, table }: ChainRun): boolean {
  const { normalise, normaliseOne } = chain;
  const plain =
    ['zscore', 'percentile'].includes(normalise.method) ||
    (normalise.method === 'minmax' && normalise.low === 0 && normalise.high === 100 && normalise.trim === 0);
  // A percentile needs two values.
  return plain && normaliseOne.size === 0 && table.units.length > 2;
}

function isAboveZero(column: Values): boolean {
  return column.every((value) => Number.isNaN(value) || value > 0);
}
