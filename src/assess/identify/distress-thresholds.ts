import type { IsoDate } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { countryAboveZero, type DistressUnit } from './foreign-rules.js';

/** Bounds of three ratios to the country. */
interface Bounds {
  readonly unemployment: number;
  readonly income: number;
  readonly poverty: number;
}

/** The thresholds in force; null where a class was not told apart. */
export interface DistressThresholds {
  readonly distressed: Bounds & { readonly povertyAlone: number };
  readonly atRisk: Bounds | null;
  readonly competitive: Bounds;
  readonly attainment: Bounds;
}

/** A county by thresholds; the ratios are `NaN` where a figure is missing. */
export interface DistressStatus extends Bounds {
  readonly unit: string;
  /** Class of `arc_status`; null where a figure is missing. */
  readonly status: 'distressed' | 'at_risk' | 'transitional' | 'competitive' | 'attainment' | null;
}

/**
 * Thresholds of the catalog (parameters `arc_…`) on a day; null where they did not decide. The catalog keeps all dated
 * values, so that a past year is judged by the rule of its day whatever the day of the catalog.
 */
export function distressThresholds(
  catalog: Pick<Catalog, 'parameters'>,
  day: IsoDate,
): DistressThresholds | null {
  const valueOn = (name: string) =>
    (catalog.parameters.get(`arc_${name}`)?.values ?? []).filter(({ from }) => from <= day).at(-1)?.value ??
    Number.NaN;
  if (!(fiscalYear(day) <= valueOn('thresholds_last_year'))) return null;
  const bounds = (name: string): Bounds => ({
    unemployment: valueOn(`${name}_unemployment`),
    income: valueOn(`${name}_income`),
    poverty: valueOn(`${name}_poverty`),
  });
  const known = ({ unemployment, income, poverty }: Bounds) => !Number.isNaN(unemployment + income + poverty);
  const distressed = { ...bounds('distressed'), povertyAlone: valueOn('distressed_poverty_alone') };
  const [atRisk, competitive, attainment] = ['at_risk', 'competitive', 'attainment'].map(bounds) as [
    Bounds,
    Bounds,
    Bounds,
  ];
  if (![distressed, competitive, attainment].every(known) || Number.isNaN(distressed.povertyAlone))
    return null;
  return { distressed, atRisk: known(atRisk) ? atRisk : null, competitive, attainment };
}

/** Fiscal years of the United States begin on 1 October of the year before (M). */
function fiscalYear(day: IsoDate): number {
  return Number(day.slice(0, 4)) + (day.slice(5, 7) >= '10' ? 1 : 0);
}

/**
 * Economic status by thresholds, as before ranks decided. Distressed: all three tests, or poverty far above and one other.
 * At risk: all three of its tests, or two of the three of distress. Attainment and competitive: all three on the better
 * side. Else transitional. Bounds themselves count.
 *
 * Source: Appalachian Regional Commission, fiscal 2002–2006 (V); that bounds count on the better side is M.
 *
 * @param country the same three figures of the country
 * @throws AfterlodeError IDENTIFY_FOREIGN where a figure of the country is not above zero
 */
export function distressByThresholds(
  units: readonly DistressUnit[],
  country: Omit<DistressUnit, 'unit'>,
  thresholds: DistressThresholds,
): readonly DistressStatus[] {
  countryAboveZero(country);
  return units.map(({ unit, ...own }) => {
    const ratios = {
      unemployment: own.unemployment / country.unemployment,
      income: own.income / country.income,
      poverty: own.poverty / country.poverty,
    };
    return { unit, ...ratios, status: statusOf(ratios, thresholds) };
  });
}

function statusOf(ratios: Bounds, thresholds: DistressThresholds): DistressStatus['status'] {
  if (Number.isNaN(ratios.unemployment + ratios.income + ratios.poverty)) return null;
  const { distressed, atRisk, competitive, attainment } = thresholds;
  const tests = worseThan(ratios, distressed);
  const passed = tests.filter(Boolean).length;
  const other = tests[0] === true || tests[1] === true;
  if (passed === 3 || (atLeast(ratios.poverty, distressed.povertyAlone) && other)) return 'distressed';
  if (atRisk && (passed >= 2 || worseThan(ratios, atRisk).every(Boolean))) return 'at_risk';
  if (betterThan(ratios, attainment)) return 'attainment';
  return betterThan(ratios, competitive) ? 'competitive' : 'transitional';
}

/** What rounding leaves of a quotient must not decide at a bound: 0.075 ÷ 0.05 is a little less than 1.5. */
const rounding = 1e-9;
const atLeast = (ratio: number, bound: number) => ratio >= bound * (1 - rounding);
const atMost = (ratio: number, bound: number) => ratio <= bound * (1 + rounding);

/** Unemployment, income and poverty at their bound or worse. */
function worseThan(ratios: Bounds, bounds: Bounds): readonly boolean[] {
  return [
    atLeast(ratios.unemployment, bounds.unemployment),
    atMost(ratios.income, bounds.income),
    atLeast(ratios.poverty, bounds.poverty),
  ];
}

function betterThan(ratios: Bounds, bounds: Bounds): boolean {
  return (
    atMost(ratios.unemployment, bounds.unemployment) &&
    atLeast(ratios.income, bounds.income) &&
    atMost(ratios.poverty, bounds.poverty)
  );
}
