import type { CityId, IndicatorId, Period, Text } from '../base/index.js';
import type { Catalog } from '../catalog/index.js';
import type { Panel } from '../observe/index.js';
import type { City, Register } from '../register/index.js';
import { parameterValue } from './parameter-value.js';

/** The class a city is compared with in one indicator; itself included. */
export interface PeerClass {
  /** `declining × coal × prefecture`. */
  readonly label: Text;
  /** Ascending, without missing values. */
  readonly values: Float64Array;
  /** City of each value: index into the panel's cities. */
  readonly cities: Int32Array;
}

/** Finds the class of a city; classes are sorted once. */
export interface Peers {
  /** Null where not even all listed units together have enough values. */
  readonly classOf: (indicator: IndicatorId, city: CityId) => PeerClass | null;
}

/** A class of units, whatever the indicator. */
interface Group {
  readonly label: Text;
  /** Indexes into the panel's cities. */
  readonly members: number[];
}

/**
 * Classes of listed units in one period.
 *
 * A city is compared with the listed units of its type, resource and level; where fewer than `peers_minimum` of them have
 * a value, with those of its type and level, then of its level, then with all. The first of several resources counts. A
 * unit off the list is compared with the listed ones of its level.
 *
 * @throws AfterlodeError ASSESS_PARAMETER_MISSING
 */
export function peersIn(panel: Panel, catalog: Catalog, register: Register, period: Period): Peers {
  const minimum = parameterValue(catalog, 'peers_minimum');
  const at = panel.periods.indexOf(period);
  const groups = new Map<string, Group>();
  const groupsByCity = new Map<CityId, readonly Group[]>();
  panel.cities.forEach((id, index) => {
    const city = register.byId.get(id);
    if (!city) return;
    const own = groupNames(city, catalog).map(({ key, label }) => {
      const found = groups.get(key) ?? { label, members: [] };
      groups.set(key, found);
      return found;
    });
    groupsByCity.set(id, own);
    if (city.listed) for (const { members } of own) members.push(index);
  });
  const sorted = new Map<IndicatorId, Map<Group, PeerClass>>();
  const classOf = (indicator: IndicatorId, city: CityId): PeerClass | null => {
    const known = sorted.get(indicator) ?? new Map<Group, PeerClass>();
    sorted.set(indicator, known);
    for (const group of groupsByCity.get(city) ?? []) {
      const found = known.get(group) ?? sortClass(panel, indicator, at, group);
      known.set(group, found);
      if (found.values.length >= minimum) return found;
    }
    return null;
  };
  return { classOf };
}

/** Classes a unit is compared in, from the narrowest to the widest: type × resource × level, type × level, level, all. */
export function groupNames(
  city: City,
  catalog: Catalog,
): readonly { readonly key: string; readonly label: Text }[] {
  const type = city.listed ? city.type : null;
  const resource = city.resources[0];
  const level = { scheme: 'level', id: city.level as string };
  const parts = [];
  if (type !== null && resource !== undefined) {
    parts.push([{ scheme: 'official_type', id: type }, { scheme: 'resource', id: resource }, level]);
  }
  if (type !== null) parts.push([{ scheme: 'official_type', id: type }, level]);
  parts.push([level]);
  const named = parts.map((classes) => ({
    key: classes.map(({ scheme, id }) => `${scheme}=${id}`).join(' '),
    label: joined(classes.map(({ scheme, id }) => classLabel(catalog, scheme, id))),
  }));
  return [...named, { key: 'all', label: { en: 'all listed units', zh: '全部名单单位' } }];
}

/** Label of a class of a scheme; its id where the catalog has none. */
export function classLabel(catalog: Catalog, scheme: string, id: string): Text {
  const found = catalog.classes.get(scheme)?.classes.find((one) => one.id === id);
  return found?.label ?? { en: id, zh: id };
}

function joined(labels: readonly Text[]): Text {
  return { en: labels.map(({ en }) => en).join(' × '), zh: labels.map(({ zh }) => zh).join(' × ') };
}

function sortClass(panel: Panel, indicator: IndicatorId, period: number, group: Group): PeerClass {
  const values = panel.columns.get(indicator)?.values;
  const valueOf = (city: number) =>
    period < 0 || !values ? Number.NaN : (values[city * panel.periods.length + period] as number);
  const cities = Int32Array.from(group.members.filter((city) => !Number.isNaN(valueOf(city)))).sort(
    (a, b) => valueOf(a) - valueOf(b) || a - b,
  );
  return { label: group.label, values: Float64Array.from(cities, valueOf), cities };
}
