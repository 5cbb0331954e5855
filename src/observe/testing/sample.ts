import { type CityId, type IndicatorId, id, type Period, type Unit } from '../../base/index.js';
import type { Catalog, Indicator, Layout, UnitDefinition } from '../../catalog/index.js';
import type { City } from '../../register/index.js';
import { readTable } from '../read-table.js';
import type { Mark, Observation, Table, TableSidecar } from '../types.js';

/** Small made things for the tests and the bench of this room. */

const noText = { en: '', zh: '' };

export function sampleUnit(
  unit: string,
  base: string | null,
  factor: number,
  aliases: string[] = [],
): UnitDefinition {
  return {
    id: unit as Unit,
    label: noText,
    base: base as Unit | null,
    factor,
    per: null,
    display: null,
    digits: 2,
    aliases,
  };
}

export function sampleIndicator(indicator: string, unit: string, more: Partial<Indicator> = {}): Indicator {
  return {
    id: indicator as IndicatorId,
    label: noText,
    theme: 'test',
    unit: unit as Unit,
    better: 'neither',
    valid: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    formula: null,
    additive: true,
    parts: [],
    note: null,
    references: [],
    mark: 'D',
    file: 'test.yaml',
    line: 1,
    ...more,
  };
}

export const sampleUnits = [
  sampleUnit('person', null, 1, ['人']),
  sampleUnit('10_thousand_person', 'person', 10_000, ['万人', '10 thousand persons']),
  sampleUnit('share', null, 1),
  sampleUnit('percent', 'share', 0.01, ['%', '％']),
  sampleUnit('CNY', null, 1, ['元', 'yuan']),
  sampleUnit('100_million_cny', 'CNY', 1e8, ['亿元', '100 million yuan']),
];

/** A catalog with some units and the given indicators. */
export function sampleCatalog(indicators: readonly Indicator[], more: Partial<Catalog> = {}): Catalog {
  return {
    version: '0',
    hash: '',
    on: id<'date'>('2026-01-01'),
    overlays: [],
    units: new Map(sampleUnits.map((unit) => [unit.id, unit])),
    references: new Map(),
    indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    computed: [],
    parameters: new Map(),
    classes: new Map(),
    indices: new Map(),
    lights: new Map(),
    problems: new Map(),
    claims: new Map(),
    layouts: new Map(),
    checkups: new Map(),
    surveyItems: new Map(),
    thresholdSets: new Map(),
    axes: new Map(),
    transferFormulas: new Map(),
    sourceOrder: { usual: [], byIndicator: new Map() },
    ...more,
  };
}

export function sampleCity(adcode: string, zh: string, areas: Record<string, readonly string[]> = {}): City {
  return {
    id: `cn-${adcode}` as CityId,
    adcode,
    name: { en: adcode, zh },
    pinyin: '',
    province: noText,
    level: 'prefecture',
    listed: true,
    type: null,
    batch: null,
    resources: [],
    resourceConfidence: null,
    point: null,
    parent: null,
    areas: new Map(Object.entries(areas)),
    note: '',
    doubts: [],
  };
}

/** `columns`: heading → [indicator, unit]. */
export function sampleSidecar(
  table: string,
  rows: number,
  columns: Record<string, readonly [string, string]>,
  codes = '2020',
): TableSidecar {
  return {
    id: table,
    title: { en: table, zh: table },
    note: noText,
    kind: 'panel',
    file: `data/tables/${table}.csv`,
    sha256: '0'.repeat(64),
    rows,
    codes,
    boundary: noText,
    source: {
      repository: 'made/up',
      path: 'x.csv',
      commit: 'abc',
      primary: { en: 'made up', zh: '虚构' },
      licence: 'MIT',
      licenceFile: 'x.txt',
    },
    columns: new Map(
      Object.entries(columns).map(([name, [indicator, unit]]) => [
        name,
        { indicator: indicator as IndicatorId, unit: unit as Unit, note: null },
      ]),
    ),
    checks: [],
  };
}

/** A table from its text; the number of rows is taken from the text. */
export function sampleTable(
  name: string,
  text: string,
  columns: Record<string, readonly [string, string]>,
  marks: readonly Mark[] = [],
  codes = '2020',
): Table {
  const rows = text.trim().split('\n').length - 1;
  return readTable(sampleSidecar(name, rows, columns, codes), text, marks);
}

export function sampleObservation(
  city: string,
  indicator: string,
  period: string,
  value: number | null,
  unit: string,
  more: Partial<Observation> = {},
): Observation {
  return {
    city: city as CityId,
    indicator: indicator as IndicatorId,
    period: period as Period,
    value,
    unit: unit as Unit,
    status: 'reported',
    importId: 'import-1',
    row: 2,
    source: '',
    note: '',
    revision: 1,
    doubtful: false,
    ...more,
  };
}

/** A long layout with headings city, year, indicator, value, unit, source, flag, note. */
export function sampleLayout(
  columns: Record<string, readonly [string, string | null]>,
  more: Partial<Layout> = {},
): Layout {
  return {
    id: 'sample',
    label: noText,
    format: 'long',
    sheet: null,
    headerRows: 1,
    encoding: 'auto',
    city: ['city', '地区'],
    period: ['year', '年份'],
    indicator: ['indicator'],
    value: ['value'],
    unit: ['unit'],
    source: ['source'],
    status: ['flag'],
    note: ['note'],
    columns: new Map(
      Object.entries(columns).map(([name, [indicator, unit]]) => [
        name,
        { indicator: indicator as IndicatorId, unit: unit as Unit | null },
      ]),
    ),
    statusWords: new Map([['interpolated', 'imputed']]),
    missing: ['—', '…', 'NA', '空'],
    years: [1990, 2030],
    licence: '',
    reference: null,
    file: 'layouts/sample.yaml',
    line: 1,
    ...more,
  };
}
