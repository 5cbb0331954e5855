import { AfterlodeError } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';

/**
 * The value of a parameter in force.
 *
 * @throws AfterlodeError ASSESS_PARAMETER_MISSING where the catalog has none
 */
export function parameterValue(catalog: Catalog, name: string): number {
  const value = catalog.parameters.get(name)?.value ?? null;
  if (value === null) throw new AfterlodeError('ASSESS_PARAMETER_MISSING', name);
  return value;
}
