import type { Unit } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';

/** Base units in 1 of a unit: 100 million for `100_million_cny`; 1 for a unit the catalog does not list. */
export function factorOf(catalog: Catalog, unit: Unit): number {
  return catalog.units.get(unit)?.factor ?? 1;
}

/** The base unit of a unit; the unit itself where it is one. */
export function baseUnitOf(catalog: Catalog, unit: Unit): Unit {
  return catalog.units.get(unit)?.base ?? unit;
}
