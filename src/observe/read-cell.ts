import type { Code, Facts, IndicatorId, Unit } from '../base/index.js';
import { type Catalog, type Indicator, type Layout, plainWord, unitByAlias } from '../catalog/index.js';
import { isFormulaError, readNumber, shifted } from './read-number.js';
import { readUnit, type WrittenUnit } from './read-unit.js';
import { sameKind, scaled, scaleOf } from './units.js';

/** Why a cell cannot be taken. */
export interface Fault {
  readonly code: Code;
  readonly facts: Facts;
}

/** A value in a unit of the catalog; `NaN` where the cell says that it is missing. */
export interface ReadValue {
  readonly value: number;
  readonly unit: Unit;
}

/** Reads cells of one table; remembers units it has met. */
export interface CellReader {
  /** Whether a cell says in words that there is no value, or is empty. */
  isMissing(text: string): boolean;
  /**
   * @param words what the table says of the unit; empty: nothing
   * @param declared unit of the layout; null: the table must say it
   */
  unitOf(words: string, declared: Unit | null, indicator: IndicatorId): WrittenUnit | Fault;
  valueOf(text: string, written: WrittenUnit, indicator: IndicatorId): ReadValue | Fault;
}

const plainNumber = /^-?\d+(\.\d+)?$/;

export function isFault(found: object): found is Fault {
  return 'code' in found;
}

export function cellReader(layout: Layout, catalog: Pick<Catalog, 'units' | 'indicators'>): CellReader {
  const missing = new Set(['', ...layout.missing].map(plainWord));
  const units = new Map<string, WrittenUnit | Fault>();
  return {
    // A plain number is its own plain word; most cells are plain numbers.
    isMissing: (text) => text === '' || missing.has(plainNumber.test(text) ? text : plainWord(text)),
    unitOf(words, declared, indicator) {
      const key = `${indicator}\n${declared ?? ''}\n${words}`;
      const known = units.get(key) ?? resolveUnit(words.trim(), declared, indicator, catalog);
      units.set(key, known);
      return known;
    },
    valueOf: (text, written, indicator) => readValue(text, written, indicator, catalog),
  };
}

function resolveUnit(
  words: string,
  declared: Unit | null,
  indicator: IndicatorId,
  catalog: Pick<Catalog, 'units' | 'indicators'>,
): WrittenUnit | Fault {
  const expected = catalog.indicators.get(indicator) as Indicator;
  const read = words === '' ? null : readUnit(words, catalog);
  if (declared === null && words === '') return { code: 'IMPORT_UNIT_MISSING', facts: { indicator } };
  if (declared === null && read === null) {
    const facts = { found: words, indicator, expected: examplesOf(expected, catalog) };
    return { code: 'IMPORT_UNIT_UNKNOWN', facts };
  }
  if (declared !== null && read !== null && !sameSize(read, declared, catalog)) {
    return { code: 'IMPORT_UNIT_CONTRADICTS', facts: { found: words, indicator, expected: declared } };
  }
  const unit = declared === null ? (read as WrittenUnit) : { unit: declared, exponent: 0 };
  if (!sameKind(unit.unit, expected.unit, catalog)) {
    const facts = { found: words === '' ? unit.unit : words, indicator, expected: expected.unit };
    return { code: 'IMPORT_UNIT_OTHER_KIND', facts };
  }
  return unit;
}

function readValue(
  text: string,
  written: WrittenUnit,
  indicator: IndicatorId,
  catalog: Pick<Catalog, 'units'>,
): ReadValue | Fault {
  if (isFormulaError(text)) return { code: 'IMPORT_FORMULA_ERROR', facts: { found: text } };
  const number = readNumber(text);
  if (number === null) return { code: 'IMPORT_NUMBER_TEXT', facts: { found: text.slice(0, 60) } };
  const { unit, exponent } = written;
  const factor = catalog.units.get(unit)?.factor ?? 1;
  if (number.suffix !== '' && (factor !== 1 || exponent !== 0)) {
    // 12.3亿 in a column of 亿元: whether 亿 was meant once or twice cannot be known.
    return { code: 'IMPORT_UNIT_CONTRADICTS', facts: { found: text, indicator, expected: unit } };
  }
  if (!number.percent) return { value: shifted(number.value, exponent), unit };
  const percent = unitByAlias('%', catalog);
  if (percent === null || !sameKind(percent, unit, catalog)) {
    return { code: 'IMPORT_UNIT_CONTRADICTS', facts: { found: text, indicator, expected: unit } };
  }
  return { value: number.value, unit: percent };
}

function sameSize(read: WrittenUnit, declared: Unit, catalog: Pick<Catalog, 'units'>): boolean {
  if (read.unit === declared && read.exponent === 0) return true;
  const left = scaleOf(read.unit, catalog);
  const right = scaleOf(declared, catalog);
  if (left === null || right === null || left.base !== right.base) return false;
  const size = scaled(shifted(1, read.exponent), left);
  return Math.abs(size / scaled(1, right) - 1) < 1e-12;
}

function examplesOf(indicator: Indicator, catalog: Pick<Catalog, 'units'>): string {
  return [...catalog.units.values()]
    .filter((unit) => sameKind(unit.id, indicator.unit, catalog))
    .flatMap((unit) => [unit.id, ...unit.aliases.slice(0, 1)])
    .slice(0, 8)
    .join(', ');
}
