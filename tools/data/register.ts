import { join } from 'node:path';
import type { CensusAreas } from './areas.js';
import { csvText, field, readCsv } from './csv.js';
import { doubtsOf, doubtsText, unmatchedNames } from './doubts.js';
import { searchPinyin } from './names.js';
import { type AreasByYear, areasOf, areasText, idOf } from './register-areas.js';
import type { SourceRow } from './types.js';

/** A listed unit as the other tables need it. */
export interface ListedUnit {
  readonly id: string;
  readonly adcode: string;
  readonly name: string;
  readonly level: string;
  readonly type: string;
  readonly areas: AreasByYear;
}

/** Headings of `register/cities.csv`. */
const heading = [
  'id adcode name_zh name_en pinyin province_zh province_en level type resources',
  'resource_confidence batch batch_year batch_kind lon lat parent areas note doubts',
]
  .join(' ')
  .split(' ');

/**
 * Builds `register/cities.csv` from the register of 262 units and the list of 69 exhausted ones.
 *
 * @param hasUnit whether a code is a unit of `units.csv`; every parent must be one
 * @throws Error where a unit's census rows do not fit its name, a parent is unknown or an id comes twice
 */
export function buildCities(
  shared: string,
  pack: string,
  census: CensusAreas,
  hasUnit: (code: string) => boolean,
): { readonly text: string; readonly units: readonly ListedUnit[] } {
  const rows = readCsv(join(shared, 'data/register/cities.csv'));
  const exhausted = readCsv(join(shared, 'data/register/exhausted.csv'));
  const unmatched = unmatchedNames(rows);
  if (unmatched.length > 0) throw new Error(`doubts without exactly one row: ${unmatched.join(' ')}`);
  const batches = new Map(exhausted.map((row) => [field(row, 'adcode') + field(row, 'name_zh'), row]));
  const units: ListedUnit[] = [];
  const lines = rows.map((row) => {
    const areas = areasOf(row, census);
    units.push(unitOf(row, pack, areas));
    const batch = batches.get(field(row, 'adcode') + field(row, 'name_zh'));
    return lineOf(row, batch, pack, areas, parentOf(row, census, hasUnit));
  });
  if (new Set(units.map((unit) => unit.id)).size !== units.length) throw new Error('an id comes twice');
  if (lines.filter((line) => line[heading.indexOf('batch')] !== '').length !== exhausted.length) {
    throw new Error('an exhausted city is not among the listed units');
  }
  return { text: csvText(heading, lines), units };
}

function unitOf(row: SourceRow, pack: string, areas: AreasByYear): ListedUnit {
  return {
    id: idOf(row, pack),
    adcode: field(row, 'adcode'),
    name: field(row, 'name_zh'),
    level: field(row, 'level'),
    type: field(row, 'type'),
    areas,
  };
}

function lineOf(
  row: SourceRow,
  batch: SourceRow | undefined,
  pack: string,
  areas: AreasByYear,
  parent: string,
): readonly string[] {
  const own = field(row, 'note');
  const more = batch === undefined ? '' : field(batch, 'note');
  return [
    idOf(row, pack),
    ...['adcode', 'name_zh', 'name_en'].map((name) => field(row, name)),
    searchPinyin(field(row, 'name_zh')),
    ...['province_zh', 'province_en', 'level', 'type', 'resource', 'resource_confidence'].map((name) =>
      field(row, name),
    ),
    ...['batch', 'year', 'kind'].map((name) => (batch === undefined ? '' : field(batch, name))),
    field(row, 'lon'),
    field(row, 'lat'),
    parent,
    areasText(row, areas),
    own.includes(more) ? own : [own, more].filter((text) => text !== '').join('; '),
    doubtsText(doubtsOf(row, batch)),
  ];
}

/**
 * The prefecture around a county-level unit; the province where the province or municipality administers it itself.
 */
function parentOf(row: SourceRow, census: CensusAreas, hasUnit: (code: string) => boolean): string {
  const code = field(row, 'adcode');
  const province = `${code.slice(0, 2)}0000`;
  const around = `${code.slice(0, 4)}00`;
  const direct = [...census.values()].some((areas) => areas.get(code)?.parent === province);
  const parent = field(row, 'level') === 'prefecture' || direct || !hasUnit(around) ? province : around;
  if (!hasUnit(parent)) throw new Error(`no unit ${parent} around ${code}`);
  return parent;
}
