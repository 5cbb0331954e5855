import { cellValue, type TransferUnit } from '../assess/index.js';
import { issue } from '../base/index.js';
import type { TransferFormula } from '../catalog/index.js';
import { type City, labelOf } from '../register/index.js';
import { listedPanel } from './panel.js';
import { registerOf } from './register.js';
import type { GivenUnits } from './transfer.js';
import type { Workspace } from './workspace.js';

/**
 * The exhausted cities of the register as units: census population, the formula's default coefficients, no phase-out. The
 * shape of the formula and no allocation: the amounts of grades and the coefficients of cities are not public.
 */
export async function shapeUnits(
  ws: Workspace,
  formula: TransferFormula,
  year: number,
  fixed: ReadonlyMap<string, number | null>,
): Promise<GivenUnits> {
  const exhausted = (await registerOf(ws)).cities.filter((city) => city.listed && city.batch !== null);
  const { value: panel } = await listedPanel(ws);
  const indicator = formula.population?.indicator;
  const periods = panel.periods
    .map((period, at) => ({ period, at }))
    .filter(({ period }) => period <= String(year));
  const units = exhausted.map((city): TransferUnit => {
    const row = panel.cities.indexOf(city.id);
    const values = periods.map(({ at }) => (indicator ? cellValue(panel, indicator, row, at) : Number.NaN));
    return {
      city: city.id,
      fixed: fixed.get(gradeOf(city)) ?? 0,
      population: values.filter((value) => !Number.isNaN(value)).at(-1) ?? Number.NaN,
      coefficients: Object.fromEntries(formula.coefficients.map(({ id, default: value }) => [id, value])),
      phaseOut: null,
      performance: Number.NaN,
      performanceAmount: Number.NaN,
    };
  });
  const known = units.filter(({ population }) => !Number.isNaN(population));
  const lacking = exhausted.filter((_, at) => Number.isNaN(units[at]?.population));
  return {
    units: known,
    grades: new Set(exhausted.map(gradeOf)),
    issues: [
      issue('TRANSFER_SHAPE_ONLY', 'warning', String(year), { found: known.length }),
      ...lacking.map((city) => issue('TRANSFER_POPULATION_MISSING', 'warning', labelOf(city))),
    ],
  };
}

/** Urban districts have a grade of their own; everybody else is put with the county level, as the method names no other. */
export function gradeOf(city: City): string {
  return city.level === 'district' ? 'district' : 'county';
}
