import { cellValue } from '../../assess/index.js';
import { type Issue, issue } from '../../base/index.js';
import type { TransferFormula } from '../../catalog/index.js';
import { type City, labelOf } from '../../register/index.js';
import { registerOf } from '../cities/register.js';
import { listedPanel } from '../panel.js';
import type { Workspace } from '../workspace.js';
import type { TransferUnitRow } from './units.js';

/**
 * The exhausted cities of the register as units: census population, grade, the formula's default coefficients, no
 * phase-out. The shape of the formula and no allocation: the amounts of grades and the coefficients of cities are not public.
 */
export async function shapeRows(
  ws: Workspace,
  formula: TransferFormula,
  year: number,
): Promise<{ readonly rows: readonly TransferUnitRow[]; readonly issues: readonly Issue[] }> {
  const exhausted = (await registerOf(ws)).cities.filter((city) => city.listed && city.batch !== null);
  const { value: panel } = await listedPanel(ws);
  const indicator = formula.population?.indicator;
  const periods = panel.periods
    .map((period, at) => ({ period, at }))
    .filter(({ period }) => period <= String(year));
  const populationOf = (city: City) => {
    const row = panel.cities.indexOf(city.id);
    const values = periods.map(({ at }) => (indicator ? cellValue(panel, indicator, row, at) : Number.NaN));
    return values.filter((value) => !Number.isNaN(value)).at(-1);
  };
  const grades = new Set(formula.grades.map(({ id }) => id));
  const counted = exhausted.map((city) => ({ city, population: populationOf(city), grade: gradeOf(city) }));
  const known = counted.filter(({ population }) => population !== undefined);
  return {
    rows: known.map(({ city, population, grade }) => ({
      city: city.id,
      grade: grades.has(grade) ? grade : '',
      population: String(population),
    })),
    issues: [
      issue('TRANSFER_SHAPE_ONLY', 'warning', String(year), { found: known.length }),
      ...counted
        .filter(({ population }) => population === undefined)
        .map(({ city }) => issue('TRANSFER_POPULATION_MISSING', 'warning', labelOf(city))),
    ],
  };
}

/** Urban districts have a grade of their own; everybody else is put with the county level, as the method names no other. */
export function gradeOf(city: City): string {
  return city.level === 'district' ? 'district' : 'county';
}
