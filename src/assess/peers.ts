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

interface Group {
  readonly key: string;
  readonly label: Text;
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
  const groups = new Map<CityId, readonly Group[]>();
  const members = new Map<string, number[]>();
  panel.cities.forEach((id, index) => {
    const city = register.byId.get(id);
    if (!city) return;
    groups.set(id, groupsOf(city, catalog));
    if (!city.listed) return;
    for (const { key } of groups.get(id) ?? []) {
      const known = members.get(key);
      if (known) known.push(index);
      else members.set(key, [index]);
    }
  });
  const sorted = new Map<string, PeerClass>();
  const classOf = (indicator: IndicatorId, city: CityId): PeerClass | null => {
    for (const group of groups.get(city) ?? []) {
      const name = `${indicator} ${group.key}`;
      const found =
        sorted.get(name) ?? sortClass(panel, indicator, at, members.get(group.key) ?? [], group.label);
      sorted.set(name, found);
      if (found.values.length >= minimum) return found;
    }
    return null;
  };
  return { classOf };
}

/** From the narrowest to the widest. */
function groupsOf(city: City, catalog: Catalog): readonly Group[] {
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

function sortClass(
  panel: Panel,
  indicator: IndicatorId,
  period: number,
  members: readonly number[],
  label: Text,
): PeerClass {
  const values = panel.columns.get(indicator)?.values;
  const valueOf = (city: number) =>
    period < 0 || !values ? Number.NaN : (values[city * panel.periods.length + period] as number);
  const cities = Int32Array.from(members.filter((city) => !Number.isNaN(valueOf(city)))).sort(
    (a, b) => valueOf(a) - valueOf(b) || a - b,
  );
  return { label, values: Float64Array.from(cities, valueOf), cities };
}
