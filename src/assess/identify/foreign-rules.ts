import { AfterlodeError, phrases } from '../../base/index.js';
import type { ClassScheme } from '../../catalog/index.js';

/** A county as the rule of the Appalachian Regional Commission reads it; `NaN` is missing. */
export interface DistressUnit {
  readonly unit: string;
  /** Mean of three years, a share. */
  readonly unemployment: number;
  /** Market income a head. */
  readonly income: number;
  /** A share. */
  readonly poverty: number;
}

export interface DistressRank {
  readonly unit: string;
  /** Mean of the three ratios to the country; above 1 is worse. */
  readonly index: number | null;
  /** 1 is the worst; ties share the smallest. */
  readonly rank: number | null;
  /** Class of the rank. */
  readonly status: string | null;
}

/**
 * Economic status by rank: the index is the mean of unemployment and poverty relative to the country and of the country's
 * income relative to the unit's; units are ranked from the worst, and the share of units that are worse decides the class.
 * A rank moves with the nation where a threshold does not. Source: Appalachian Regional Commission, since 2007 (V); that
 * income is inverted is M.
 *
 * @param country the same three figures of the country
 * @param scheme classes with bounds of the share of units that are worse, 0 to 1 (`arc_status`)
 * @throws AfterlodeError IDENTIFY_FOREIGN where a figure of the country is not above zero
 */
export function distressRanks(
  units: readonly DistressUnit[],
  country: Omit<DistressUnit, 'unit'>,
  scheme: ClassScheme,
): readonly DistressRank[] {
  countryAboveZero(country);
  const indices = units.map(({ unemployment, income, poverty }) => {
    const index =
      (unemployment / country.unemployment + country.income / income + poverty / country.poverty) / 3;
    return Number.isFinite(index) && income > 0 ? index : Number.NaN;
  });
  const known = indices.filter((index) => !Number.isNaN(index));
  return units.map(({ unit }, at) => {
    const index = indices[at] as number;
    if (Number.isNaN(index)) return { unit, index: null, rank: null, status: null };
    const worse = known.filter((other) => other > index).length;
    return { unit, index, rank: worse + 1, status: classOf(scheme, worse / known.length) };
  });
}

/** @throws AfterlodeError IDENTIFY_FOREIGN where a figure of the country is not above zero */
export function countryAboveZero(country: Omit<DistressUnit, 'unit'>): void {
  for (const [name, value] of Object.entries(country)) {
    if (!(value > 0)) {
      const facts = { found: String(value), expected: phrases.numberAbove0 };
      throw new AfterlodeError('IDENTIFY_FOREIGN', { en: `country ${name}`, zh: `全国 ${name}` }, facts);
    }
  }
}

function classOf({ classes }: ClassScheme, share: number): string | null {
  const found = classes.find(
    ({ from, to }) => (from === null || share >= from) && (to === null || share < to),
  );
  return found?.id ?? null;
}

/** A place as the rule of US energy communities reads it; `NaN` and null are not known. */
export interface EnergyPlace {
  readonly brownfield: boolean | null;
  /** Direct employment in fossil industries of its statistical area, largest share since 2009. */
  readonly fossilEmployment: number;
  /** Share of local tax from them. */
  readonly fossilTax: number;
  /** Unemployment of its area, and of the country, in the previous year. */
  readonly unemployment: number;
  readonly countryUnemployment: number;
  /** A coal mine closed, or a coal unit retired, here or next door after the years of the rule. */
  readonly coalClosure: boolean | null;
}

export interface EnergyThresholds {
  readonly employment: number;
  readonly tax: number;
}

/** Which way a place qualifies; null where it could not be judged. */
export interface EnergyCommunity {
  readonly brownfield: boolean | null;
  readonly statisticalArea: boolean | null;
  readonly coalClosure: boolean | null;
  /** True if any way does, null if none does and one could not be judged. */
  readonly qualifies: boolean | null;
}

/**
 * Energy community: a brownfield, or a statistical area with fossil employment or fossil tax at or above the thresholds and
 * unemployment at or above the country's, or a coal closure. Source: US Treasury (V).
 */
export function energyCommunity(place: EnergyPlace, thresholds: EnergyThresholds): EnergyCommunity {
  const { brownfield, coalClosure } = place;
  const dependent = either(
    atLeast(place.fossilEmployment, thresholds.employment),
    atLeast(place.fossilTax, thresholds.tax),
  );
  const jobless = atLeast(place.unemployment, place.countryUnemployment);
  const statisticalArea =
    dependent === false || jobless === false ? false : dependent === null ? null : jobless;
  return {
    brownfield,
    statisticalArea,
    coalClosure,
    qualifies: either(brownfield, statisticalArea, coalClosure),
  };
}

function atLeast(value: number, threshold: number): boolean | null {
  return Number.isNaN(value) || Number.isNaN(threshold) ? null : value >= threshold;
}

function either(...ways: readonly (boolean | null)[]): boolean | null {
  if (ways.includes(true)) return true;
  return ways.includes(null) ? null : false;
}
