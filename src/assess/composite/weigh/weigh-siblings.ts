import type { DataWeighting, Values } from '../types.js';
import { criticWeights } from './critic.js';
import { entropyWeights } from './entropy.js';
import { giniWeights } from './gini.js';
import { merecWeights } from './merec.js';
import { pcaWeights } from './pca.js';
import { standardDeviationWeights } from './standard-deviation.js';
import type { Direction, Weighed } from './types.js';

/** Columns of the children of one node, in three forms. */
export interface SiblingColumns {
  /** In natural units, after imputation and outlier treatment. */
  readonly treated: readonly Values[];
  /** Min–max scores from 0 to 1, direction applied. */
  readonly unit: readonly Values[];
  /** As the chain normalises them, direction applied. */
  readonly scores: readonly Values[];
}

/**
 * Data weights of one group of an index. Entropy, CRITIC, standard deviation and Gini take the min–max scores from 0 to
 * 1, as the Chinese literature does, so that a chain with z-scores has the same weights; MEREC takes them moved to 1–2, as it
 * divides; the first principal component takes the scores of the chain. On min–max scores direction is applied already.
 *
 * @param names codes of the children, for messages
 * @throws AfterlodeError INDEX_WEIGHTS_DATA as the method does
 */
export function weighSiblings(
  method: DataWeighting,
  columns: SiblingColumns,
  directions: readonly Direction[],
  names?: readonly string[],
): Weighed {
  const options = names ? { names } : {};
  const upward = directions.map((): Direction => 1);
  switch (method) {
    case 'entropy':
      return entropyWeights(columns.unit, options);
    case 'critic':
      return criticWeights(columns.unit, upward, options);
    case 'std':
      return standardDeviationWeights(columns.unit, options);
    case 'gini':
      return giniWeights(columns.unit, options);
    case 'merec':
      return merecWeights(
        columns.unit.map((column) => column.map((score) => score + 1)),
        upward,
        options,
      );
    case 'pca':
      return pcaWeights(columns.scores, options);
  }
}
