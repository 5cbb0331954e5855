import { phrases } from '../../../base/index.js';
import type { Values } from '../types.js';
import { type CilosOptions, cilosWeights } from './cilos.js';
import { entropyWeights } from './entropy.js';
import { unfit } from './in-proportion.js';
import type { Direction, Weighed } from './types.js';

export interface IdocriwOptions extends CilosOptions {
  /** How the entropy part reads costs; `raw` by default. */
  readonly costs?: 'raw' | 'reciprocal';
}

/**
 * IDOCRIW weights, integrated determination of objective criteria weights (Zavadskas and Podvezko 2016): entropy weight
 * times CILOS weight, brought to a sum of 1. Packages disagree; this is the published product, which pymcdm computes too.
 *
 * Missing cells: the entropy part takes the values a column has, the CILOS part complete rows. Constant columns weigh 0.
 *
 * @throws AfterlodeError INDEX_WEIGHTS_DATA as `entropyWeights` and `cilosWeights`
 */
export function idocriwWeights(
  columns: readonly Values[],
  directions: readonly Direction[],
  options: IdocriwOptions = {},
): Weighed {
  const entropy = entropyWeights(columns, { ...options, directions });
  const loss = cilosWeights(columns, directions, options);
  const products = entropy.weights.map((weight, at) => weight * (loss.weights[at] as number));
  const sum = products.reduce((total, one) => total + one, 0);
  if (!(sum > 0))
    throw unfit(
      'idocriw',
      { en: 'all columns', zh: '所有列' },
      { en: 'no weight above 0', zh: '没有大于 0 的权重' },
      phrases.differing,
    );
  return { weights: products.map((one) => one / sum), issues: loss.issues };
}
