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
  const ranked = rankedFromWorst(distressIndices(units, country, [1, 1, 1]), scheme);
  return units.map(({ unit }, at) => ({ unit, ...(ranked[at] as Omit<DistressRank, 'unit'>) }));
}

/**
 * The weighted mean of the three ratios to the country, each above 1 where it is worse; `NaN` where a figure is missing.
 *
 * @param weights of unemployment, income and poverty, above 0
 */
export function distressIndices(
  units: readonly DistressUnit[],
  country: Omit<DistressUnit, 'unit'>,
  weights: readonly [unemployment: number, income: number, poverty: number],
): Float64Array {
  const [onWork, onIncome, onPoverty] = weights;
  return Float64Array.from(units, ({ unemployment, income, poverty }) => {
    const sum =
      (onWork * unemployment) / country.unemployment +
      (onIncome * country.income) / income +
      (onPoverty * poverty) / country.poverty;
    const index = sum / (onWork + onIncome + onPoverty);
    return Number.isFinite(index) && income > 0 ? index : Number.NaN;
  });
}

/** Ranks from the worst, the largest index, with the class of the share of units that are worse; null for `NaN`. */
export function rankedFromWorst(
  indices: Float64Array,
  scheme: ClassScheme,
): readonly Omit<DistressRank, 'unit'>[] {
  // Typed arrays sort numbers in their order, NaN last.
  const sorted = indices.toSorted();
  const known = indices.reduce((count, index) => count + Number(!Number.isNaN(index)), 0);
  return Array.from(indices, (index) => {
    if (Number.isNaN(index)) return { index: null, rank: null, status: null };
    const worse = known - firstAbove(sorted, index, known);
    return { index, rank: worse + 1, status: classOf(scheme, worse / known) };
  });
}

/** Place of the first of the first `size` sorted values that is above `value`. */
function firstAbove(sorted: Float64Array, value: number, size: number): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** @throws AfterlodeError IDENTIFY_FOREIGN where a figure of the country is not above zero */
export function countryAboveZero(country: Omit<DistressUnit, 'unit'>): void {
  for (const name of ['unemployment', 'income', 'poverty'] as const) {
    const value = country[name];
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
