import {
  AfterlodeError,
  type IndicatorId,
  mean,
  type Period,
  present,
  quantile,
  type Text,
} from '../base/index.js';
import type { Catalog } from '../catalog/index.js';
import type { Panel } from '../observe/index.js';
import type { City, Register } from '../register/index.js';
import { formatAddress } from './address.js';
import { cellValue } from './judge.js';
import { classLabel } from './peers.js';
import { type PooledParts, pooledParts, sumOfParts } from './pooled-parts.js';
import type { ComparedGroup, Comparison } from './types.js';

/** How cities are put into groups. */
export type GroupedBy = 'listed' | 'type' | 'resource' | 'level';

export interface CompareRequest {
  readonly indicator: IndicatorId;
  readonly period: Period;
  /** Only units of this level; null: units of all levels below the province. */
  readonly level: string | null;
  readonly by: GroupedBy;
}

/**
 * Compares groups of units in one indicator: count of values, mean, median, quartiles, and the pooled value.
 *
 * By `listed` the listed units stand against the others; the other groupings are of listed units only. The pooled value
 * is the ratio of sums over the units that have the indicator, given for ratios of additive observed indicators and where
 * all units of the group are of one level, so that none lies inside another. Groups without a value are left out.
 *
 * @param panel with computed indicators and the units to be compared
 * @throws AfterlodeError ASSESS_INDICATOR_UNKNOWN, PERIOD_UNKNOWN, CALL_OPTION
 */
export function compareGroups(
  panel: Panel,
  catalog: Catalog,
  register: Register,
  request: CompareRequest,
): Comparison {
  const definition = catalog.indicators.get(request.indicator);
  if (!definition) {
    throw new AfterlodeError('ASSESS_INDICATOR_UNKNOWN', 'compare', { found: request.indicator });
  }
  const at = panel.periods.indexOf(request.period);
  if (at < 0) {
    const facts = { found: request.period, expected: panel.periods.join(', ') };
    throw new AfterlodeError('PERIOD_UNKNOWN', request.period, facts);
  }
  const members = groupMembers(panel, catalog, register, request);
  const parts = pooledParts(catalog, definition);
  const groups = [...members].map(([group, cities]) =>
    summarise(panel, catalog, register, { request, group, cities, parts, at }),
  );
  return { ...request, unit: definition.unit, groups };
}

/** Units with a value by group, in the order of the classes of the catalog. */
export function groupMembers(
  panel: Panel,
  catalog: Catalog,
  register: Register,
  request: CompareRequest,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map(groupOrder(catalog, request.by).map((name) => [name, [] as number[]]));
  const at = panel.periods.indexOf(request.period);
  panel.cities.forEach((id, index) => {
    const city = register.byId.get(id);
    if (!city || !belongs(city, request)) return;
    if (Number.isNaN(cellValue(panel, request.indicator, index, at))) return;
    const name = groupOf(city, request.by);
    if (name === null) return;
    const known = groups.get(name);
    if (known) known.push(index);
    else groups.set(name, [index]);
  });
  return new Map([...groups].filter(([, cities]) => cities.length > 0));
}

const schemes: Readonly<Record<Exclude<GroupedBy, 'listed'>, string>> = {
  type: 'official_type',
  resource: 'resource',
  level: 'level',
};

function groupOrder(catalog: Catalog, by: GroupedBy): readonly string[] {
  if (by === 'listed') return ['listed', 'others'];
  const scheme = schemes[by] as string | undefined;
  if (scheme === undefined) {
    const expected = ['listed', ...Object.keys(schemes)].join(', ');
    throw new AfterlodeError('CALL_OPTION', '--by', { found: by, expected });
  }
  return (catalog.classes.get(scheme)?.classes ?? []).map(({ id }) => id);
}

function belongs(city: City, { level, by }: CompareRequest): boolean {
  if (by !== 'listed' && !city.listed) return false;
  return level === null ? city.level !== 'country' && city.level !== 'province' : city.level === level;
}

function groupOf(city: City, by: GroupedBy): string | null {
  switch (by) {
    case 'listed':
      return city.listed ? 'listed' : 'others';
    case 'type':
      return city.type;
    case 'resource':
      return city.resources[0] ?? null;
    case 'level':
      return city.level;
  }
}

interface Group {
  readonly request: CompareRequest;
  readonly group: string;
  readonly cities: readonly number[];
  readonly parts: PooledParts | null;
  readonly at: number;
}

function summarise(panel: Panel, catalog: Catalog, register: Register, one: Group): ComparedGroup {
  const { request, group, cities, parts, at } = one;
  const { by, indicator, period } = request;
  const values = present(cities.map((city) => cellValue(panel, indicator, city, at)));
  const levels = new Set(cities.map((city) => register.byId.get(panel.cities[city] as City['id'])?.level));
  const over = parts ? sumOfParts(panel, parts.over, cities, at) : Number.NaN;
  const under = parts ? sumOfParts(panel, parts.under, cities, at) : Number.NaN;
  const pooled = levels.size === 1 && under !== 0 && !Number.isNaN(over / under) ? over / under : null;
  return {
    group,
    label: groupLabel(catalog, by, group),
    id: formatAddress({
      kind: 'group',
      period,
      indicator,
      scope: `${by}.${group}.${request.level ?? 'all'}`,
    }),
    count: values.length,
    negative: values.filter((value) => value < 0).length,
    pooled,
    mean: mean(values),
    median: quantile(values, 0.5),
    q1: quantile(values, 0.25),
    q3: quantile(values, 0.75),
  };
}

/** Words for a group of a grouping. */
export function groupLabel(catalog: Catalog, by: GroupedBy, group: string): Text {
  if (by !== 'listed') return classLabel(catalog, schemes[by], group);
  return group === 'listed'
    ? { en: 'resource-based cities on the list', zh: '名单内资源型城市' }
    : { en: 'other units', zh: '其他单位' };
}
