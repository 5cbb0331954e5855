import type { Unit } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';

/** How values of a unit become values of its base unit: multiply, or divide where that is exact. */
export interface Scale {
  readonly base: Unit;
  readonly times: number;
  /** 1 unless the factor is the inverse of a whole number: 12.3 percent / 100 is 0.123, 12.3 · 0.01 is not. */
  readonly over: number;
}

/**
 * The scale of a unit of the catalog; null for a unit the catalog lacks.
 *
 * @example `percent` gives `{base: 'share', times: 1, over: 100}`
 */
export function scaleOf(unit: Unit, catalog: Pick<Catalog, 'units'>): Scale | null {
  const definition = catalog.units.get(unit);
  if (definition === undefined) return null;
  if (definition.base === null) return { base: unit, times: 1, over: 1 };
  const inverse = 1 / definition.factor;
  const whole = Math.round(inverse);
  const isInverse = definition.factor < 1 && Math.abs(inverse - whole) < 1e-9 * inverse;
  return isInverse
    ? { base: definition.base, times: 1, over: whole }
    : { base: definition.base, times: definition.factor, over: 1 };
}

/** A value in the base unit; `NaN` stays `NaN`. */
export function scaled(value: number, scale: Scale): number {
  return (value * scale.times) / scale.over;
}

/** Whether values of both units can be converted into one another. */
export function sameKind(a: Unit, b: Unit, catalog: Pick<Catalog, 'units'>): boolean {
  const left = scaleOf(a, catalog);
  const right = scaleOf(b, catalog);
  return left !== null && right !== null && left.base === right.base;
}
