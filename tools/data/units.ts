import { join } from 'node:path';
import type { CensusArea, CensusAreas } from './areas.js';
import { csvText, field, readCsv } from './csv.js';
import { latinName, searchPinyin } from './names.js';
import { countryCode, provinceEnglish } from './provinces.js';
import type { ListedUnit } from './register.js';

interface Unit {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parent: string;
  readonly years: readonly string[];
}

/**
 * All areas with a code or a row of their own: country, provinces, prefectures and counties of both census years, and
 * units known to the other tables only, abolished ones included.
 */
export function collectUnits(shared: string, census: CensusAreas): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  for (const row of readCsv(join(shared, 'data/panel/units.csv'))) {
    const code = field(row, 'adcode');
    const level = levelOf(code, field(row, 'name_zh'));
    units.set(code, { code, name: field(row, 'name_zh'), level, parent: parentByCode(code), years: [] });
  }
  // Later years last: the name and the parent of 2020 are the ones kept.
  for (const [year, areas] of census) {
    for (const area of areas.values()) {
      const years = [...(units.get(area.code)?.years ?? []), year];
      const level = areaLevel(area);
      units.set(area.code, { code: area.code, name: area.name, level, parent: area.parent, years });
    }
  }
  for (const unit of units.values()) {
    if (unit.parent !== '' && !units.has(unit.parent))
      throw new Error(`no unit ${unit.parent} around ${unit.code}`);
  }
  return units;
}

/** `register/units.csv`; areas that are the whole or a part of a listed unit's area name that unit in `listed`. */
export function unitsText(units: ReadonlyMap<string, Unit>, listed: readonly ListedUnit[]): string {
  const owners = new Map<string, string>();
  for (const unit of listed) {
    const own = unit.areas.get('register')?.length === 0 ? [] : [unit.adcode];
    const codes = [...own, ...[...unit.areas.values()].flat()];
    for (const code of codes) {
      const before = owners.get(code);
      if (before !== undefined && before !== unit.id)
        throw new Error(`${code} is both ${before} and ${unit.id}`);
      owners.set(code, unit.id);
    }
  }
  const lines = [...units.values()]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((unit) => [
      unit.code,
      unit.name,
      provinceEnglish[unit.code] ?? (unit.code === countryCode ? 'China' : latinName(unit.name)),
      searchPinyin(unit.name),
      unit.level,
      unit.parent,
      unit.years.join(' '),
      owners.get(unit.code) ?? '',
    ]);
  return csvText(['code', 'name_zh', 'name_en', 'pinyin', 'level', 'parent', 'years', 'listed'], lines);
}

function areaLevel(area: CensusArea): string {
  if (area.level !== 'county') return area.level;
  // One resort has a row under a code that belongs to no province.
  if (area.code.slice(0, 2) !== area.parent.slice(0, 2)) return 'area';
  return levelOf(area.code, area.name);
}

/** Level by the code, `..0000` province and `....00` prefecture, and below that by the last word of the name. */
function levelOf(code: string, name: string): string {
  if (code === countryCode) return 'country';
  if (code.endsWith('0000')) return 'province';
  if (code.endsWith('00')) return 'prefecture';
  if (name.endsWith('市')) return 'county-city';
  return name.endsWith('区') && !/(?:神农架林区|特区)$/.test(name) ? 'district' : 'county';
}

function parentByCode(code: string): string {
  if (code === countryCode) return '';
  if (code.endsWith('0000')) return countryCode;
  return `${code.slice(0, 2)}0000`;
}
