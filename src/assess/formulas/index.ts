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
 * The method that an indicator's `use` formula names, checked against its number of inputs.
 *
 * @throws AfterlodeError ASSESS_METHOD_UNKNOWN, ASSESS_METHOD_INPUTS
 */
export function formulaMethodOf(indicator: Indicator, method: string, inputs: number): FormulaMethod {
  const found = formulaMethods.get(method);
  if (!found) {
    throw new AfterlodeError('ASSESS_METHOD_UNKNOWN', indicator.id, {
      found: method,
      expected: [...formulaMethods.keys()].join(', '),
    });
  }
  if (inputs < found.least || inputs > found.most) {
    const expected = found.least === found.most ? `${found.least}` : `at least ${found.least}`;
    throw new AfterlodeError('ASSESS_METHOD_INPUTS', indicator.id, { found: inputs, expected });
  }
  return found;
}
