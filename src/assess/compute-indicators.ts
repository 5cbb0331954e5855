import type { CityId, IndicatorId } from '../base/index.js';
import type { Catalog, Indicator } from '../catalog/index.js';
import { type Column, flag, type Panel } from '../observe/index.js';
import { formulaMethodOf } from './formulas/index.js';
import {
  type Computed,
  computeDifference,
  computeFirst,
  computeGrowth,
  computeMean,
  computeMethod,
  computeRatio,
  computeSum,
} from './operators.js';

export interface ComputeOptions {
  /** The row of the whole country in the panel, needed by location quotients; null: they are missing. */
  readonly country: CityId | null;
}

/**
 * Adds the catalog's computed indicators to a panel, in the order of `catalog.computed`.
 *
 * Values are in base units. A missing input makes the result missing, a division by zero too. Flags are those of the
 * inputs together; a value outside the indicator's valid range is kept and flagged doubtful.
 *
 * @throws AfterlodeError ASSESS_METHOD_UNKNOWN
 */
export function computeIndicators(
  panel: Panel,
  catalog: Catalog,
  options: ComputeOptions = { country: null },
): Panel {
  const columns = new Map(panel.columns);
  const country = options.country === null ? -1 : panel.cities.indexOf(options.country);
  for (const id of catalog.computed) {
    const indicator = catalog.indicators.get(id);
    if (indicator?.formula) columns.set(id, computeColumn({ ...panel, columns }, indicator, country));
  }
  return { ...panel, columns };
}

function computeColumn(panel: Panel, indicator: Indicator, country: number): Column {
  const cells = panel.cities.length * panel.periods.length;
  const into: Computed = { values: new Float64Array(cells).fill(Number.NaN), flags: new Uint8Array(cells) };
  applyFormula(panel, indicator, country, into);
  markResults(into, indicator.valid[0], indicator.valid[1]);
  return { unit: indicator.unit, ...into, origin: new Uint16Array(cells) };
}

function applyFormula(panel: Panel, indicator: Indicator, country: number, into: Computed): void {
  const formula = indicator.formula;
  if (!formula) return;
  const inputs = formula.of.map((id) => columnOf(panel, id));
  switch (formula.op) {
    case 'ratio':
      return computeRatio(inputs, into);
    case 'difference':
      return computeDifference(inputs, into);
    case 'growth':
      return computeGrowth(inputs, into, panel.periods, formula.years);
    case 'sum':
      return computeSum(inputs, into);
    case 'mean':
      return computeMean(inputs, into);
    case 'first':
      return computeFirst(inputs, into);
    case 'use': {
      const method = formulaMethodOf(indicator, formula.method);
      return computeMethod(method, inputs, into, panel.periods.length, country);
    }
  }
}

/** Clears the flags of missing results, turns infinities into missing, flags what lies outside the valid range. */
function markResults(into: Computed, low: number, high: number): void {
  for (let cell = 0; cell < into.values.length; cell++) {
    const value = into.values[cell] as number;
    if (!Number.isFinite(value)) {
      into.values[cell] = Number.NaN;
      into.flags[cell] = 0;
    } else if (value < low || value > high) {
      into.flags[cell] = (into.flags[cell] as number) | flag.doubtful;
    }
  }
}

/** A column of the panel; all missing where no table has the indicator. */
function columnOf(panel: Panel, id: IndicatorId): Column {
  const found = panel.columns.get(id);
  if (found) return found;
  const cells = panel.cities.length * panel.periods.length;
  return {
    unit: 'ratio' as Column['unit'],
    values: new Float64Array(cells).fill(Number.NaN),
    origin: new Uint16Array(cells),
    flags: new Uint8Array(cells),
  };
}
