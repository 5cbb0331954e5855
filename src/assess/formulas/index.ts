import { AfterlodeError } from '../../base/index.js';
import type { Indicator } from '../../catalog/index.js';
import { entropyEffectiveNumber } from './entropy-effective-number.js';
import { herfindahl } from './herfindahl.js';
import { locationQuotient } from './location-quotient.js';
import type { FormulaMethod } from './method.js';
import { shareOfRest } from './share-of-rest.js';

export type { FormulaMethod };

/** All methods that a catalog may name with `use`, by id. */
export const formulaMethods: ReadonlyMap<string, FormulaMethod> = new Map(
  [entropyEffectiveNumber, herfindahl, locationQuotient, shareOfRest].map((method) => [method.id, method]),
);

/**
 * The method that an indicator's `use` formula names.
 *
 * @throws AfterlodeError ASSESS_METHOD_UNKNOWN
 */
export function formulaMethodOf(indicator: Indicator, method: string): FormulaMethod {
  const found = formulaMethods.get(method);
  if (found) return found;
  const expected = [...formulaMethods.keys()].join(', ');
  throw new AfterlodeError('ASSESS_METHOD_UNKNOWN', indicator.id, { found: method, expected });
}
