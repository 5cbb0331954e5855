import { type CityId, type IndicatorId, type Text, type Unit, yearOf } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';
import { type ImportedColumns, type Status, statuses } from './types.js';
import { scaled, scaleOf } from './units.js';

/** The yearly values of one indicator: entry + 1 into the columns per `[city * span + year - first]`, 0 where there is none. */
export interface Series {
  readonly indicator: IndicatorId;
  readonly entries: Int32Array;
}

/** What the checks need to know of a unit to hold it against others. */
export interface QualityPlace {
  /** Units are compared with those of the same region, a province; empty: with none. */
  readonly region: string;
  /** Units of a region stand in tables in the order of their codes. */
  readonly code: string;
  readonly name: string;
  /** Name of the region, as units may share it. */
  readonly regionName: string;
}

/** Regions and names of the units of a set; units that are not there are held against no others. */
export type QualityPlaces = ReadonlyMap<CityId, QualityPlace>;

/** A finished set of observations, ready for the checks. */
export interface QualitySet {
  readonly columns: ImportedColumns;
  /** Values in base units. */
  readonly base: Float64Array;
  readonly first: number;
  readonly span: number;
  readonly series: ReadonlyMap<IndicatorId, Series>;
  /** 1 where the value was estimated or imputed: it may repeat and bend as it likes. */
  readonly estimated: Uint8Array;
  /** Units of each region, as places in `columns.cities`, in the order of their codes. */
  readonly regions: ReadonlyMap<string, readonly number[]>;
  readonly places: QualityPlaces;
}

/** Arranges yearly values by indicator, city and year. Quarters and months are left out of the series. */
export function qualitySet(
  columns: ImportedColumns,
  catalog: Pick<Catalog, 'units'>,
  places: QualityPlaces = new Map(),
): QualitySet {
  const years = columns.periods.map((period) => (/^\d{4}$/.test(period) ? yearOf(period) : Number.NaN));
  const known = years.filter((year) => !Number.isNaN(year));
  const first = known.length === 0 ? 0 : known.reduce((a, b) => Math.min(a, b));
  const span = known.length === 0 ? 0 : known.reduce((a, b) => Math.max(a, b)) - first + 1;
  const all = columns.indicators.map((indicator) => ({
    indicator,
    entries: new Int32Array(columns.cities.length * span),
  }));
  const scales = columns.units.map((unit: Unit) => scaleOf(unit, catalog));
  const soft = statuses.map((status: Status) => (status === 'estimated' || status === 'imputed' ? 1 : 0));
  const length = columns.value.length;
  const base = new Float64Array(length);
  const estimated = new Uint8Array(length);
  for (let at = 0; at < length; at++) {
    const scale = scales[columns.unit[at] as number];
    const value = columns.value[at] as number;
    base[at] = scale ? scaled(value, scale) : value;
    estimated[at] = soft[columns.status[at] as number] as number;
    const year = years[columns.period[at] as number] as number;
    if (Number.isNaN(year)) continue;
    const { entries } = all[columns.indicator[at] as number] as Series;
    entries[(columns.city[at] as number) * span + year - first] = at + 1;
  }
  return {
    columns,
    base,
    first,
    span,
    series: new Map(all.map((one) => [one.indicator, one])),
    estimated,
    regions: regionsOf(columns, places),
    places,
  };
}

function regionsOf(columns: ImportedColumns, places: QualityPlaces): ReadonlyMap<string, readonly number[]> {
  const regions = new Map<string, number[]>();
  columns.cities.forEach((id, city) => {
    const region = places.get(id)?.region ?? '';
    if (region === '') return;
    const members = regions.get(region);
    if (members) members.push(city);
    else regions.set(region, [city]);
  });
  const codeOf = (city: number) => places.get(columns.cities[city] as CityId)?.code ?? '';
  for (const members of regions.values()) members.sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
  return regions;
}

/** Value of an entry as the series counts them; `NaN` for 0. */
export function seriesValue(set: QualitySet, entry: number): number {
  return entry === 0 ? Number.NaN : (set.base[entry - 1] as number);
}

/** The last digit that was written, as a share of the value: zeros at the end of a whole number are none. */
export function digitStep(set: QualitySet, entry: number): number {
  const written = String(Math.abs(set.columns.value[entry - 1] as number));
  const decimals = /\.(\d+)$/.exec(written)?.[1]?.length ?? 0;
  const zeros = decimals === 0 ? (/0*$/.exec(written)?.[0].length ?? 0) : 0;
  return 10 ** (zeros - decimals) / Number(written);
}

/** City, period and indicator of an entry, and the row it was read from. */
export function entryWords(columns: ImportedColumns, at: number): Text {
  const city = columns.cities[columns.city[at] as number];
  const period = columns.periods[columns.period[at] as number];
  const indicator = columns.indicators[columns.indicator[at] as number];
  const row = columns.row[at];
  const cell = `${city}, ${period}, ${indicator}`;
  return { en: `row ${row}: ${cell}`, zh: `第 ${row} 行：${cell}` };
}

/** Name and id of a unit, for a reason. */
export function unitWords(set: QualitySet, city: number): string {
  const id = set.columns.cities[city] as CityId;
  return `${set.places.get(id)?.name ?? ''} ${id}`.trim();
}
