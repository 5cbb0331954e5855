import { type GroupChoice, groupForms, labelOfGroup, readGroup } from '../../assess/index.js';
import { AfterlodeError, type CityId, type IndicatorId, id } from '../../base/index.js';
import type { Index, Indicator } from '../../catalog/index.js';
import { type City, cityOf, type Register } from '../../register/index.js';
import { checkClass } from '../cities/cities.js';
import type { Workspace } from '../workspace.js';

/** What is compared, as written. */
export interface PlacesCall {
  /** Indicators and indices of the catalog. */
  readonly measures: readonly string[];
  /** Codes, ids or names. */
  readonly places?: readonly string[] | undefined;
  readonly groups?: readonly string[] | undefined;
}

/** A group with the units its words mean. */
export interface AskedGroup {
  readonly choice: GroupChoice;
  /** Of `like`, the place. */
  readonly place: City | null;
  /** Of a list, its units. */
  readonly named: ReadonlySet<CityId>;
  readonly label: ReturnType<typeof labelOfGroup>;
}

/** The call with everything found. */
export interface Asked {
  readonly measures: readonly (Indicator | Index)[];
  readonly places: readonly City[];
  readonly groups: readonly AskedGroup[];
}

/** More than these make no picture that can be read. */
export const mostCompared = { measures: 12, places: 24, groups: 8 } as const;

/**
 * Finds what a call means; what stands in it twice counts once.
 *
 * @throws AfterlodeError CALL_OPTION, CITY_UNKNOWN, CITY_AMBIGUOUS
 */
export function askedOf(ws: Workspace, register: Register, call: PlacesCall): Asked {
  // counted as they were written, before anything is looked up
  few('indicators', new Set(call.measures).size, mostCompared.measures);
  few('--places', new Set(call.places).size, mostCompared.places);
  few('--groups', new Set(call.groups).size, mostCompared.groups);
  const places = [...new Set((call.places ?? []).map((words) => placeOf(register, words)))];
  const groups = [...new Set(call.groups ?? [])].map((key) => groupOf(ws, register, key));
  const measures = [...new Set(call.measures)].map((name) => measureOf(ws, name));
  if (measures.length === 0) {
    throw new AfterlodeError('CALL_OPTION', 'indicators', { found: '-', expected: expectedMeasure });
  }
  if (places.length + groups.length === 0) {
    const expected = { en: 'a place or a group', zh: '至少一个地方或一个组' };
    throw new AfterlodeError('CALL_OPTION', '--places', { found: '-', expected });
  }
  return { measures, places, groups };
}

function placeOf(register: Register, words: string): City {
  const found = cityOf(register, words);
  return register.byId.get(found.id) ?? found;
}

const expectedMeasure = {
  en: 'indicators and indices of `afterlode catalog list`',
  zh: '`afterlode catalog list` 列出的指标和指数',
};

function measureOf({ catalog }: Workspace, name: string): Indicator | Index {
  const found = catalog.indicators.get(id<'indicator'>(name) as IndicatorId) ?? catalog.indices.get(name);
  if (found !== undefined) return found;
  throw new AfterlodeError('CALL_OPTION', 'indicators', { found: name, expected: expectedMeasure });
}

function groupOf(ws: Workspace, register: Register, key: string): AskedGroup {
  const choice = readGroup(key);
  if (choice.level !== null) checkClass(ws, '--groups', 'level', choice.level);
  const place = choice.kind === 'like' ? placeOf(register, choice.value) : null;
  const named = new Set(choice.units.map((words) => placeOf(register, words).id));
  return { choice, place, named, label: labelOfGroup(choice, ws.catalog, place?.name ?? null) };
}

function few(where: string, found: number, most: number): void {
  if (found <= most) return;
  const expected = { en: `at most ${most}`, zh: `最多 ${most} 个` };
  throw new AfterlodeError('CALL_OPTION', where, { found, expected });
}

/** @throws AfterlodeError CALL_OPTION for a group to which no unit belongs */
export function emptyGroup({ key, kind }: GroupChoice): never {
  const expected =
    kind === 'course'
      ? {
          en: 'a course that units have: it takes counts of people of three periods, which an import can add',
          zh: '有成员的走势类别：需要三期人口数，可通过导入补充',
        }
      : { en: `a group that has units: ${groupForms}`, zh: `有成员的组：${groupForms}` };
  throw new AfterlodeError('CALL_OPTION', '--groups', { found: key, expected });
}
