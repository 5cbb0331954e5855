import { AfterlodeError, type Text } from '../../base/index.js';

/** A definition in the words of PROJ; longitude first, metres unless it says otherwise. */
type Definition = string;

const grs80 = '+ellps=GRS80 +units=m';

/**
 * Reference systems whose coordinates are degrees. EPSG dataset, read from the database of PROJ 9.1 (projinfo); systems of
 * 1954 and 1980 of China are left out: without the parameters of the survey office they are wrong by up to 150 m.
 */
const degrees: Readonly<Record<number, Definition>> = {
  4326: '+proj=longlat +datum=WGS84',
  4490: '+proj=longlat +ellps=GRS80',
  4258: '+proj=longlat +ellps=GRS80',
  4269: '+proj=longlat +datum=NAD83',
  4283: '+proj=longlat +ellps=GRS80',
  6668: '+proj=longlat +ellps=GRS80',
  7844: '+proj=longlat +ellps=GRS80',
};

/** Single systems; families by zones follow below. */
const plane: Readonly<Record<number, Definition>> = {
  2154: `+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 ${grs80}`,
  2180: `+proj=tmerc +lat_0=0 +lon_0=19 +k=0.9993 +x_0=500000 +y_0=-5300000 ${grs80}`,
  2193: `+proj=tmerc +lat_0=0 +lon_0=173 +k=0.9996 +x_0=1600000 +y_0=10000000 ${grs80}`,
  3035: `+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 ${grs80}`,
  3067: `+proj=utm +zone=35 ${grs80}`,
  3857: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null',
  5514:
    '+proj=krovak +lat_0=49.5 +lon_0=24.8333333333333 +alpha=30.2881397527778 +k=0.9999 +x_0=0 +y_0=0 +ellps=bessel ' +
    '+towgs84=570.8,85.7,462.8,4.998,1.587,5.261,3.56 +units=m',
  6933: '+proj=cea +lat_ts=30 +lon_0=0 +x_0=0 +y_0=0 +datum=WGS84 +units=m',
  27700:
    '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
    '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m',
  28992:
    '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ' +
    '+towgs84=565.4171,50.3319,465.5524,-0.398957,0.343988,-1.87740,4.0725 +units=m',
  31467:
    '+proj=tmerc +lat_0=0 +lon_0=9 +k=1 +x_0=3500000 +y_0=0 +ellps=bessel ' +
    '+towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m',
};

/** Zones that follow each other: codes from `first` to `last`. */
interface Family {
  readonly first: number;
  readonly last: number;
  /** @param place 0 for the first code */
  readonly definition: (place: number) => Definition;
}

const utm = (first: number, last: number, zone: number, more: string): Family => ({
  first,
  last,
  definition: (place) => `+proj=utm +zone=${zone + place} ${more}`,
});

/** Gauss–Krüger of CGCS2000 from 75° E; with the number of the zone before the easting, or without (`zone` null). */
const gaussKrueger = (first: number, last: number, step: number, zone: number | null): Family => ({
  first,
  last,
  definition: (place) => {
    const easting = (zone === null ? 0 : (zone + place) * 1_000_000) + 500_000;
    return `+proj=tmerc +lat_0=0 +lon_0=${75 + step * place} +k=1 +x_0=${easting} +y_0=0 ${grs80}`;
  },
});

const families: readonly Family[] = [
  utm(32601, 32660, 1, '+datum=WGS84 +units=m'),
  utm(32701, 32760, 1, '+south +datum=WGS84 +units=m'),
  utm(25828, 25838, 28, grs80),
  utm(26901, 26923, 1, '+datum=NAD83 +units=m'),
  utm(28348, 28358, 48, `+south ${grs80}`),
  utm(7849, 7856, 49, `+south ${grs80}`),
  gaussKrueger(4491, 4501, 6, 13),
  gaussKrueger(4502, 4512, 6, null),
  gaussKrueger(4513, 4533, 3, 25),
  gaussKrueger(4534, 4554, 3, null),
];

/**
 * Definition of a reference system for `proj4`.
 *
 * @param crs `EPSG:4326`; `null` where a file did not say
 * @param where for messages
 * @throws AfterlodeError `RASTER_CRS_MISSING`, `RASTER_CRS_UNKNOWN`
 */
export function definitionOf(crs: string | null, where: string | Text): Definition {
  if (crs === null) throw new AfterlodeError('RASTER_CRS_MISSING', where);
  const code = codeOf(crs);
  const family = families.find(({ first, last }) => code >= first && code <= last);
  const definition = degrees[code] ?? plane[code] ?? family?.definition(code - family.first);
  if (definition === undefined) throw new AfterlodeError('RASTER_CRS_UNKNOWN', where, { found: crs });
  return definition;
}

/**
 * Whether coordinates are degrees of longitude and latitude. Of systems that are not known, by EPSG's habit of giving codes
 * 4000 to 4999 to them.
 */
export function isGeographic(crs: string): boolean {
  const code = codeOf(crs);
  if (degrees[code] !== undefined) return true;
  const known = families.some(({ first, last }) => code >= first && code <= last);
  return !known && code >= 4000 && code <= 4999;
}

function codeOf(crs: string): number {
  return Number(/^EPSG:(\d+)$/.exec(crs)?.[1] ?? Number.NaN);
}
