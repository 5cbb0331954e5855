import {
  type CityId,
  type IndicatorId,
  type IsoDate,
  id,
  type Period,
  type ReferenceId,
  sameText,
} from '../../base/index.js';
import type {
  Axis,
  Catalog,
  CheckupList,
  Claim,
  Formula,
  Index,
  IndexNode,
  Indicator,
  LightRule,
  Parameter,
  Problem,
  SurveyItem,
  ThresholdSet,
  UnitDefinition,
} from '../../catalog/index.js';
import type { Column, Panel } from '../../observe/index.js';
import type { BoundaryBreak, City, Register } from '../../register/index.js';

/** Small catalogs and panels for the tests of this room. */

const place = { file: 'catalog/sample.yaml', line: 1 };
const day = id<'date'>('2026-01-01') as IsoDate;
const reference = id<'reference'>('sample') as ReferenceId;

export function indicator(name: string, more: Partial<Indicator> = {}): Indicator {
  return {
    id: id<'indicator'>(name),
    label: sameText(name),
    theme: 'sample',
    unit: id<'unit'>('share'),
    better: 'more',
    valid: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    formula: null,
    additive: true,
    parts: [],
    note: null,
    references: [],
    mark: 'D',
    ...place,
    ...more,
  };
}

/** `formula('ratio', 'a', 'b')`, with `years` or `method` in the last argument where the operator needs them. */
export function formula(
  op: string,
  of: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
): Formula {
  return { op, of: of.map((name) => id<'indicator'>(name)), ...more } as unknown as Formula;
}

export function leaf(
  name: string,
  weight = 1,
  goalposts: readonly [number, number] | null = null,
): IndexNode {
  return { indicator: id<'indicator'>(name), weight, goalposts };
}

export function branch(
  name: string,
  of: readonly IndexNode[],
  more: Partial<{ weight: number; aggregate: 'arithmetic' | 'geometric'; minimumCoverage: number }> = {},
): IndexNode {
  return { id: name, label: sameText(name), weight: 1, of, aggregate: null, minimumCoverage: null, ...more };
}

export function index(name: string, of: readonly IndexNode[], more: Partial<Index> = {}): Index {
  return {
    id: name,
    version: 1,
    order: 1,
    label: sameText(name),
    note: null,
    aggregate: 'arithmetic',
    minimumCoverage: null,
    steps: steps(),
    periods: ['2010', '2020'],
    of,
    references: [],
    mark: 'D',
    ...place,
    ...more,
  };
}

export function parameter(name: string, value: number | null, unit = 'share'): Parameter {
  return {
    id: name,
    label: sameText(name),
    unit: id<'unit'>(unit),
    mark: 'D',
    value,
    values: [{ from: day, value, reference }],
    confirmed: day,
    reference,
    ...place,
  };
}

/** The parameters of the lights, with the values of the project's own rule. */
export function lightParameters(): Parameter[] {
  return [
    parameter('peers_low_quantile', 0.25),
    parameter('peers_high_quantile', 0.5),
    parameter('peers_minimum', 5, 'ratio'),
    parameter('trend_dead_band', 0.02),
  ];
}

export function light(name: string, more: Partial<LightRule> = {}): LightRule {
  return { indicator: id<'indicator'>(name), target: null, peers: true, trendYears: null, ...place, ...more };
}

export function problem(name: string, more: Partial<Problem> & Pick<Problem, 'when' | 'magnitude'>): Problem {
  return {
    id: name,
    label: sameText(name),
    kind: 'problem',
    disguise: false,
    severity: 'act',
    marks: [],
    advice: null,
    references: [],
    mark: 'D',
    ...place,
    ...more,
  };
}

const unitRows: readonly (readonly [name: string, base: string | null, factor: number])[] = [
  ['share', null, 1],
  ['percent', 'share', 0.01],
  ['ratio', null, 1],
  ['person', null, 1],
  ['10_thousand_person', 'person', 10_000],
];

const units: readonly UnitDefinition[] = unitRows.map(([name, base, factor]) => ({
  id: id<'unit'>(name),
  label: sameText(name),
  base: base === null ? null : id<'unit'>(base),
  factor,
  per: null,
  display: null,
  digits: 2,
  aliases: [],
}));

export function catalog(parts: {
  readonly indicators: readonly Indicator[];
  readonly indices?: readonly Index[];
  readonly parameters?: readonly Parameter[];
  readonly lights?: readonly LightRule[];
  readonly problems?: readonly Problem[];
  readonly claims?: readonly Claim[];
  readonly checkups?: readonly CheckupList[];
  readonly surveyItems?: readonly SurveyItem[];
  readonly thresholdSets?: readonly ThresholdSet[];
  readonly axes?: readonly Axis[];
}): Catalog {
  const byId = <T extends { readonly id: string }>(all: readonly T[] = []) =>
    new Map(all.map((one) => [one.id, one]));
  return {
    version: '1',
    hash: 'sample-hash',
    on: day,
    overlays: [],
    units: new Map(units.map((unit) => [unit.id, unit])),
    references: new Map(),
    indicators: new Map(parts.indicators.map((one) => [one.id, one])),
    computed: parts.indicators.filter((one) => one.formula).map((one) => one.id),
    parameters: byId(parts.parameters ?? lightParameters()),
    classes: new Map(),
    indices: byId(parts.indices),
    lights: new Map((parts.lights ?? []).map((rule) => [rule.indicator, rule])),
    problems: byId(parts.problems),
    claims: byId(parts.claims),
    layouts: new Map(),
    checkups: byId(parts.checkups),
    surveyItems: byId(parts.surveyItems),
    thresholdSets: byId(parts.thresholdSets),
    axes: byId(parts.axes),
    transferFormulas: new Map(),
    sourceOrder: { usual: [], byIndicator: new Map() },
  };
}

/** City ids `x-1`, `x-2`, … of a panel with so many cities. */
export function cityIds(count: number): CityId[] {
  return Array.from({ length: count }, (_, i) => id<'city'>(`x-${i + 1}`));
}

/**
 * A panel from rows: `values.population` has one row per city and in it one number per period, `NaN` for missing.
 */
export function panel(
  periods: readonly string[],
  values: Readonly<Record<string, readonly (readonly number[])[]>>,
  flags: Readonly<Record<string, readonly (readonly number[])[]>> = {},
): Panel {
  const cities = Math.max(...Object.values(values).map((rows) => rows.length));
  const columns = new Map<IndicatorId, Column>();
  for (const [name, rows] of Object.entries(values)) {
    const cells = Float64Array.from(rows.flat());
    columns.set(id<'indicator'>(name), {
      unit: id<'unit'>('share'),
      values: cells,
      origin: Uint16Array.from(cells, (value) => (Number.isNaN(value) ? 0 : 1)),
      flags: Uint8Array.from(flags[name]?.flat() ?? new Array<number>(cells.length).fill(0)),
    });
  }
  return {
    cities: cityIds(cities),
    periods: periods.map((period) => id<'period'>(period) as Period),
    origins: [{ kind: 'table', table: 'sample' }],
    columns,
  };
}

/** Values of a panel's column as a plain list. */
export function valuesOf(from: Panel, name: string): number[] {
  return [...(from.columns.get(id<'indicator'>(name))?.values ?? [])];
}

/** Flags of a panel's column as a plain list. */
export function flagsOf(from: Panel, name: string): number[] {
  return [...(from.columns.get(id<'indicator'>(name))?.flags ?? [])];
}

/** A listed, declining coal prefecture unless told otherwise. */
export function city(name: string, more: Partial<City> = {}): City {
  return {
    id: id<'city'>(name),
    adcode: name,
    name: sameText(name),
    pinyin: name,
    province: sameText('province'),
    level: 'prefecture',
    listed: true,
    type: 'declining',
    batch: null,
    resources: ['coal'],
    resourceConfidence: 'high',
    point: null,
    parent: null,
    areas: new Map(),
    note: '',
    doubts: [],
    ...more,
  };
}

export function register(cities: readonly City[], breaks: readonly BoundaryBreak[] = []): Register {
  return { cities, byId: new Map(cities.map((one) => [one.id, one])), differences: [], breaks };
}

/** Listed units `x-1`, `x-2`, …, each with its own differences from the usual one. */
export function registerOf(count: number, more: (at: number) => Partial<City> = () => ({})): Register {
  return register(cityIds(count).map((name, at) => city(name, more(at))));
}

/** Steps of an index: min–max over all, given weights, nothing filled in or treated, unless said otherwise. */
export function steps(more: Partial<Index['steps']> = {}): Index['steps'] {
  return {
    impute: { method: 'none' },
    treat: { method: 'none' },
    normalise: { method: 'minmax', trim: 0 },
    weights: { method: 'given' },
    ...more,
  };
}
