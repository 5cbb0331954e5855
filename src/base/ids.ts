declare const brand: unique symbol;

/** A string that names one kind of thing; the brand keeps a city's id from being used as an indicator's. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

/** A unit of the register or a comparison unit: the pack's prefix and the official area code, `cn-230400`. */
export type CityId = Id<'city'>;
/** A block, parcel, street or grid cell inside one city. */
export type PlaceId = Id<'place'>;
/** An indicator of the catalog, observed or computed; snake_case. */
export type IndicatorId = Id<'indicator'>;
/** An entry of `catalog/references.yaml`. */
export type ReferenceId = Id<'reference'>;
/** SHA-256 of an evidence's content, lower-case hexadecimal. */
export type EvidenceId = Id<'evidence'>;
/** An entry of `catalog/units.yaml`, for example `share`, `person`, `CNY`. */
export type Unit = Id<'unit'>;
/** A calendar day, `2026-01-15`. */
export type IsoDate = Id<'date'>;
/** The time a value speaks of: `2024`, `2024-Q3` or `2024-07`. */
export type Period = Id<'period'>;

/**
 * Brands a string that was checked where it entered.
 *
 * @example `const city = id<'city'>('cn-230400')`
 */
export function id<Kind extends string>(text: string): Id<Kind> {
  return text as Id<Kind>;
}

/** The year a period lies in; `NaN` for text that does not begin with four digits. */
export function yearOf(period: Period): number {
  return /^\d{4}/.test(period) ? Number(period.slice(0, 4)) : Number.NaN;
}
