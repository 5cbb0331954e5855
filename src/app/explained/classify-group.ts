import { groupValues, levelGroup, type ResultInput } from '../../assess/index.js';
import { type CityId, type IndicatorId, type Period, sameText } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { Panel } from '../../observe/index.js';
import type { City, Register } from '../../register/index.js';
import type { Classification } from '../classify/answer.js';
import type { GivenTable } from './given-table.js';

/** What the rules of a classified unit need besides its row. */
export interface ClassifyAsked {
  readonly row: Classification;
  readonly city: City;
  readonly catalog: Catalog;
  readonly register: Register;
  /** Of all units, with computed indicators. */
  readonly panel: Panel;
  readonly country: CityId | null;
  /** Reserves, where they were given. */
  readonly reserves: GivenTable | null;
}

/** The values of all units of the unit's level in a period: its value is how many there are. */
export function groupInput(
  { city, catalog, panel, register }: ClassifyAsked,
  indicator: IndicatorId,
  period: Period,
  among: (city: City) => boolean = () => true,
): ResultInput {
  const group = levelGroup(city.level);
  const values = group ? groupValues({ panel, register }, indicator, period, group) : new Float64Array();
  const cities = panel.cities.filter((one, at) => {
    const found = register.byId.get(one);
    return found !== undefined && !Number.isNaN(values[at] ?? Number.NaN) && among(found);
  });
  return unitsInput(catalog, { indicator, period }, cities);
}

/** The values of many units in a period: its value is how many there are. */
export function unitsInput(
  catalog: Catalog,
  { indicator, period }: { readonly indicator: IndicatorId; readonly period: Period },
  cities: readonly CityId[],
): ResultInput {
  const label = catalog.indicators.get(indicator)?.label ?? sameText(indicator);
  return {
    input: 'units',
    label: {
      en: `${label.en}: units with a value in ${period}`,
      zh: `${label.zh}：${period} 年有数值的单位`,
    },
    value: cities.length,
    unit: 'count',
    how: { en: 'units of the level that have a value', zh: '同级中有数值的单位数' },
    method: 'identify/threshold-sets',
    indicator,
    period,
    cities,
  };
}
