import { AfterlodeError, type Text, type Unit } from '../base/index.js';
import type { Catalog, UnitDefinition } from './types.js';

/** How values of a unit are shown: shown = value / factor. */
export interface Display {
  readonly unit: Unit;
  readonly label: Text;
  /** 1 of the shown unit in base units. */
  readonly factor: number;
  readonly digits: number;
}

/** The part of a catalog that unit questions need. */
export type WithUnits = Pick<Catalog, 'units'>;

/**
 * Converts a value between units of one base.
 *
 * @param value `NaN` stays `NaN`
 * @throws CATALOG_UNIT_MISMATCH for an unknown unit or two different bases
 * @example `convert(3.5, '100_million_cny', 'CNY', catalog)` is 350000000
 */
export function convert(value: number, from: Unit, to: Unit, catalog: WithUnits): number {
  if (from === to) return value;
  const a = catalog.units.get(from);
  const b = catalog.units.get(to);
  if (!a || !b || baseOf(a) !== baseOf(b)) {
    const facts = { of: `${from} → ${to}`, found: from, expected: to };
    throw new AfterlodeError('CATALOG_UNIT_MISMATCH', 'units.yaml', facts);
  }
  return scaled(value, a.factor / b.factor);
}

/** Division by whole factors keeps more decimal figures clean: 3.1 / 100 is 0.031, 3.1 · 0.01 is not. */
function scaled(value: number, factor: number): number {
  return factor < 1 ? value / (1 / factor) : value * factor;
}

/** The base unit of a unit; itself where it is one. */
export function baseOf(unit: UnitDefinition): Unit {
  return unit.base ?? unit.id;
}

/** Whether two units measure the same and can be converted. */
export function sameBase(a: Unit, b: Unit, catalog: WithUnits): boolean {
  const first = catalog.units.get(a);
  const second = catalog.units.get(b);
  return first !== undefined && second !== undefined && baseOf(first) === baseOf(second);
}

/**
 * The unit a table's words mean: an id, an alias or a label, without regard to case, spaces and width of brackets.
 *
 * @returns null for none
 * @example `unitByAlias('亿元', catalog)` is `100_million_cny`
 */
export function unitByAlias(text: string, catalog: WithUnits): Unit | null {
  let look = looks.get(catalog.units);
  if (!look) {
    look = lookUp(catalog.units);
    looks.set(catalog.units, look);
  }
  return look.get(plainWord(text)) ?? null;
}

const looks = new WeakMap<Catalog['units'], ReadonlyMap<string, Unit>>();

function lookUp(units: Catalog['units']): ReadonlyMap<string, Unit> {
  const look = new Map<string, Unit>();
  const put = (word: string, unit: Unit) => {
    const key = plainWord(word);
    if (!look.has(key)) look.set(key, unit);
  };
  for (const unit of units.values()) put(unit.id, unit.id);
  for (const unit of units.values()) for (const alias of unit.aliases) put(alias, unit.id);
  for (const unit of units.values()) {
    put(unit.label.zh, unit.id);
    put(unit.label.en, unit.id);
  }
  return look;
}

/** A spelling without case, spaces and width: `10 Thousand Persons` and `10thousandpersons` are one. */
export function plainWord(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}

/** How values of a unit are shown to readers: in its display unit where it has one. */
export function displayOf(unit: Unit, catalog: WithUnits): Display {
  const own = catalog.units.get(unit);
  if (!own) {
    const facts = {
      of: 'display',
      found: unit,
      expected: { en: 'a unit of units.yaml', zh: 'units.yaml 中的单位' },
    };
    throw new AfterlodeError('CATALOG_UNIT_MISMATCH', 'units.yaml', facts);
  }
  const shown = (own.display === null ? undefined : catalog.units.get(own.display)) ?? own;
  return { unit: shown.id, label: shown.label, factor: shown.factor, digits: shown.digits };
}
