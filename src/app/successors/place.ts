import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { SuccessorRules } from '../../catalog/index.js';
import type { RowSource } from '../../files/index.js';
import type { ActivityTable } from '../../plan/index.js';
import { type City, cityOf, isAssessed, labelOf } from '../../register/index.js';
import { branchesOf, type Given, rowOf } from '../complexity/census.js';
import { givenTable } from '../complexity/complexity.js';
import { without } from '../complexity/without.js';
import { listedPanel } from '../panel.js';
import type { Workspace } from '../workspace.js';
import { type Evidence, evidenceOf } from './evidence.js';

/** A table, the place that is asked for, and what is known of it beside the table. */
export interface GivenPlace extends Given {
  readonly place: string;
  readonly name: Text | null;
  /** Of the place, by activity. */
  readonly values: Float64Array;
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** Whether a table that was brought means this place. */
  readonly isPlace: (written: string) => boolean;
  /** Table and values less some activities. */
  readonly less: (out: readonly string[]) => { readonly table: ActivityTable; readonly values: Float64Array };
}

/**
 * A place of a table, or a city held against the prefectures of a census: a county is in the table of none.
 *
 * @throws AfterlodeError SUCCESSORS_PLACE, CITY_UNKNOWN, CITY_AMBIGUOUS and those of reading
 */
export async function placeOf(
  ws: Workspace,
  rules: SuccessorRules,
  query: string,
  { table, census }: { readonly table?: RowSource; readonly census?: string },
): Promise<GivenPlace> {
  if (table === undefined)
    return cityIn(ws, rules, query, await givenTable(ws, { census: census ?? 'latest' }));
  const given = await givenTable(ws, { table, ...(census !== undefined && { census }) });
  const { places } = given.table;
  const at = places.indexOf(query);
  if (at < 0)
    throw new AfterlodeError('SUCCESSORS_PLACE', given.where, {
      found: query,
      expected: phrases.oneOf(places.slice(0, 30).join(', ')),
    });
  return withLess({
    ...given,
    place: query,
    name: null,
    values: valuesAt(given.table, at),
    evidence: new Map(),
    isPlace: (written) => written === query,
  });
}

async function cityIn(
  ws: Workspace,
  rules: SuccessorRules,
  query: string,
  given: Given,
): Promise<GivenPlace> {
  const city = cityOf(ws.register, query);
  const at = given.table.places.indexOf(city.id);
  const values = at < 0 ? await countedIn(ws, city, given) : valuesAt(given.table, at);
  if (values.every(Number.isNaN))
    throw new AfterlodeError('SUCCESSORS_PLACE', given.where, {
      found: labelOf(city),
      expected: {
        en: 'a prefecture or listed city with employment by branch',
        zh: '有分行业就业数据的地级单位或名单内城市',
      },
    });
  const names: readonly string[] = [city.id, city.adcode, city.name.zh, city.name.en];
  return withLess({
    ...given,
    place: city.id,
    name: city.name,
    values,
    evidence: await evidenceOf(ws, rules, city, given.period as string),
    isPlace: (written) => names.includes(written),
  });
}

/** Of a listed city that is no prefecture; a country or a province is no place to be held against its parts. */
async function countedIn(ws: Workspace, city: City, { period, table }: Given): Promise<Float64Array> {
  if (!isAssessed(city)) return new Float64Array(table.activities.length).fill(Number.NaN);
  const { value: panel } = await listedPanel(ws);
  const [row, at] = [panel.cities.indexOf(city.id), panel.periods.findIndex((one) => one === period)];
  return Float64Array.from(rowOf(panel, branchesOf(ws), row, at));
}

function valuesAt({ values, activities }: ActivityTable, row: number): Float64Array {
  return values.slice(row * activities.length, (row + 1) * activities.length);
}

function withLess(given: Omit<GivenPlace, 'less'>): GivenPlace {
  const { table, values } = given;
  return {
    ...given,
    less: (out) => ({
      table: without(table, out),
      values: values.filter((_, at) => !out.includes(table.activities[at] as string)),
    }),
  };
}
