import { join } from 'node:path';
import { field, readCsv } from './csv.js';
import { countryCode } from './provinces.js';
import type { SourceRow } from './types.js';

/** An area with a row in a census yearbook, with the figures of that row. */
export interface CensusArea {
  /** Official code of the census year, or `<parent code>~<name>` where the yearbook gives none. */
  readonly code: string;
  readonly year: string;
  readonly name: string;
  readonly level: 'country' | 'province' | 'prefecture' | 'county' | 'area';
  /** Code of the prefecture around it, of the province where there is none, or of the country. */
  readonly parent: string;
  readonly figures: SourceRow;
}

/** Areas of both census years: `byYear.get('2010').get('230400')`. */
export type CensusAreas = ReadonlyMap<string, ReadonlyMap<string, CensusArea>>;

/** The misprint 巿 (a different character) stands for 市 in county names of 2010. */
export function mended(name: string): string {
  return name.replaceAll('巿', '市');
}

/**
 * Reads the county volumes of both censuses, without subtotals such as 市辖区.
 *
 * @throws Error where a county's prefecture or a province's code cannot be found, or a code comes twice in a year
 */
export function readCensusAreas(shared: string): CensusAreas {
  const rows = readCsv(join(shared, 'data/panel/census_county.csv')).filter(
    (row) => field(row, 'level') !== 'aggregate',
  );
  const years = ['2010', '2020'];
  return new Map(
    years.map((year) => {
      const own = rows.filter((row) => field(row, 'year') === year);
      const provinces = codesByName(own.filter((row) => field(row, 'level') === 'province'));
      const prefectures = codesByName(own.filter((row) => field(row, 'level') === 'prefecture'));
      const areas = new Map<string, CensusArea>();
      for (const row of own) {
        const area = areaOf(row, provinces, prefectures);
        if (areas.has(area.code)) throw new Error(`${year}: ${area.code} comes twice`);
        areas.set(area.code, area);
      }
      return [year, areas] as const;
    }),
  );
}

function codesByName(rows: readonly SourceRow[]): ReadonlyMap<string, string> {
  return new Map(
    rows.map((row) => [field(row, 'province_zh') + mended(field(row, 'name_zh')), field(row, 'adcode')]),
  );
}

function areaOf(
  row: SourceRow,
  provinces: ReadonlyMap<string, string>,
  prefectures: ReadonlyMap<string, string>,
): CensusArea {
  const name = mended(field(row, 'name_zh'));
  const level =
    field(row, 'level') === 'county_no_code' ? 'area' : (field(row, 'level') as CensusArea['level']);
  const parent = parentOf(row, level, provinces, prefectures);
  const own = level === 'country' ? countryCode : field(row, 'adcode');
  return {
    code: own === '' ? `${parent}~${name}` : own,
    year: field(row, 'year'),
    name,
    level,
    parent,
    figures: row,
  };
}

function parentOf(
  row: SourceRow,
  level: CensusArea['level'],
  provinces: ReadonlyMap<string, string>,
  prefectures: ReadonlyMap<string, string>,
): string {
  if (level === 'country') return '';
  if (level === 'province') return countryCode;
  const province = field(row, 'province_zh');
  const code = provinces.get(province + province);
  if (code === undefined) throw new Error(`no code for ${province}`);
  if (level === 'prefecture') return code;
  const name = mended(field(row, 'prefecture_zh'));
  const found = prefectures.get(province + name);
  if (found !== undefined) return found;
  if (underProvince.test(name) || name === mended(field(row, 'name_zh')) || name === province) {
    return islands.test(name) && field(row, 'year') === '2020' ? sansha : code;
  }
  throw new Error(`no prefecture ${name} for ${field(row, 'name_zh')} (${field(row, 'year')})`);
}

/** What the yearbooks write in place of a prefecture for areas that a province or municipality administers itself. */
const underProvince = /^$|^市辖区$|^县$|直辖县级行政区划$/;
const islands = /群岛/;
/** 三沙市, which holds the islands of the South China Sea since 2012. */
const sansha = '460300';
