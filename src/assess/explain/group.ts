import {
  type CityId,
  type IndicatorId,
  type Period,
  present,
  quantile,
  type Text,
} from '../../base/index.js';
import { type CellSource, locateCell } from '../../observe/index.js';
import type { City } from '../../register/index.js';
import { formatAddress } from '../address.js';
import { type CompareRequest, type GroupedBy, groupLabel, groupMembers } from '../compare-groups.js';
import { cellValue } from '../judge.js';
import { type Part, pooledParts, sumOfParts } from '../pooled-parts.js';
import type { Explanation } from '../types.js';
import { computationNode, sourceNode } from './nodes.js';
import { explainValue } from './value.js';
import { indicatorWords, titled, type Walk } from './walk.js';

/** Above so many rows a source names the first and the last only. */
const mostRowsNamed = 20;

/**
 * The pooled value of a group, or its median where it cannot be pooled.
 *
 * @param scope `by.group.level`, for example `listed.others.prefecture`; level `all` for any
 * @returns null where there is no such group
 */
export function explainGroup(
  walk: Walk,
  period: Period,
  indicator: IndicatorId,
  scope: string,
): Explanation | null {
  const [by, group, level, ...rest] = scope.split('.');
  const known = ['listed', 'type', 'resource', 'level'].includes(by ?? '');
  const definition = walk.catalog.indicators.get(indicator);
  if (!known || !group || !level || rest.length > 0 || !definition) return null;
  const request: CompareRequest = {
    indicator,
    period,
    level: level === 'all' ? null : level,
    by: by as GroupedBy,
  };
  const cities = groupMembers(walk.panel, walk.catalog, walk.register, request).get(group) ?? [];
  if (cities.length === 0) return null;
  const id = formatAddress({ kind: 'group', period, indicator, scope });
  const words = groupLabel(walk.catalog, request.by, group);
  const label = titled(definition.label, {
    en: `${words.en} ${period} (${level})`,
    zh: `${words.zh} ${period}（${level}）`,
  });
  const shared = { id, label, unit: definition.unit, references: definition.references };
  const one: Members = { walk, period, cities };
  return pooledNode(one, shared, indicator) ?? medianNode(one, shared, indicator);
}

/** Units of a panel in one period. */
export interface Members {
  readonly walk: Walk;
  readonly period: Period;
  /** Indexes into the panel's cities. */
  readonly cities: readonly number[];
}

type Shared = Pick<Explanation, 'id' | 'label' | 'unit' | 'references'>;

function pooledNode(members: Members, shared: Shared, indicator: IndicatorId): Explanation | null {
  const { walk, cities, period } = members;
  const definition = walk.catalog.indicators.get(indicator);
  const parts = definition ? pooledParts(walk.catalog, definition) : null;
  const levels = new Set(cities.map((at) => cityAt(walk, at)?.level));
  if (!parts || levels.size !== 1) return null;
  const at = walk.panel.periods.indexOf(period);
  const over = sumOfParts(walk.panel, parts.over, cities, at);
  const under = sumOfParts(walk.panel, parts.under, cities, at);
  if (under === 0 || Number.isNaN(over / under)) return null;
  return computationNode(walk.catalog, {
    ...shared,
    value: over / under,
    how: {
      en: `sum ÷ sum over the ${cities.length} units that have a value`,
      zh: `有数值的 ${cities.length} 个单位：总和 ÷ 总和`,
    },
    method: 'groups',
    version: 'pooled',
    inputs: [...parts.over, ...parts.under].map((part, place) => sumNode(members, shared, part, place, at)),
  });
}

function sumNode(members: Members, shared: Shared, part: Part, place: number, at: number): Explanation {
  const { walk, cities, period } = members;
  const { label, unit } = indicatorWords(walk.catalog, part.indicator);
  const id = `${shared.id}#${place}-${part.indicator}`;
  const sign = part.sign === 1 ? '+' : '−';
  return computationNode(walk.catalog, {
    id,
    label: titled(label, { en: `sum (${sign})`, zh: `总和（${sign}）` }),
    value: sumOfParts(walk.panel, [{ ...part, sign: 1 }], cities, at),
    unit,
    how: { en: `sum over ${cities.length} units`, zh: `${cities.length} 个单位之和` },
    method: 'groups',
    version: 'sum',
    inputs: rowGroups(members, part.indicator).map((rows, number) =>
      sourceNode({
        id: `${id}-${number + 1}`,
        label: titled(label, { en: period, zh: period }),
        value: rows.sum,
        unit,
        how: rowsHow(rows),
        source: { ...rows.source, locator: rows.locator },
      }),
    ),
  });
}

/** The rows of one file behind a sum. */
export interface RowGroup {
  readonly source: CellSource;
  readonly locator: string;
  readonly units: number;
  readonly sum: number;
}

function rowsHow({ source, units, locator }: RowGroup): Text {
  return {
    en: `sum of ${units} units read from ${source.title.en}: ${locator}`,
    zh: `${units} 个单位之和，读自${source.title.zh}：${locator}`,
  };
}

/** The rows behind a sum, put together by file. */
export function rowGroups({ walk, cities, period }: Members, indicator: IndicatorId): readonly RowGroup[] {
  const byFile = new Map<string, { source: CellSource; locators: string[]; units: number; sum: number }>();
  for (const at of cities) {
    const city = cityAt(walk, at);
    if (!city) continue;
    const cell = locateCell(walk, city, indicator, period);
    const source = cell.sources[0];
    if (!source) continue;
    const group = byFile.get(source.file) ?? { source, locators: [], units: 0, sum: 0 };
    group.locators.push(...cell.sources.map(({ locator }) => locator));
    group.units += 1;
    group.sum += cell.value;
    byFile.set(source.file, group);
  }
  return [...byFile.values()].map(({ locators, ...group }) => ({ ...group, locator: shortened(locators) }));
}

function shortened(locators: readonly string[]): string {
  if (locators.length <= mostRowsNamed) return locators.join('; ');
  return `${locators[0]} … ${locators.at(-1)} (${locators.length} rows)`;
}

function medianNode({ walk, cities, period }: Members, shared: Shared, indicator: IndicatorId): Explanation {
  const at = walk.panel.periods.indexOf(period);
  const valueOf = (city: number) => cellValue(walk.panel, indicator, city, at);
  const order = [...cities].sort((a, b) => valueOf(a) - valueOf(b) || a - b);
  const middle = [...new Set([Math.floor((order.length - 1) / 2), Math.ceil((order.length - 1) / 2)])];
  return computationNode(walk.catalog, {
    ...shared,
    value: quantile(present(order.map(valueOf)), 0.5),
    how: {
      en: `median of the ${order.length} units that have a value; it cannot be pooled`,
      zh: `有数值的 ${order.length} 个单位的中位数；不能合并计算`,
    },
    method: 'groups',
    version: 'median',
    inputs: middle.map((place) =>
      explainValue(walk, walk.panel.cities[order[place] as number] as CityId, period, indicator),
    ),
  });
}

function cityAt(walk: Walk, at: number): City | undefined {
  return walk.register.byId.get(walk.panel.cities[at] as CityId);
}
