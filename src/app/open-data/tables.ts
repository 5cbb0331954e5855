import type { Checkup } from '../../assess/index.js';
import {
  type Cube,
  type CubeStatus,
  cellsOf,
  countCells,
  type Sheet,
  type SheetColumn,
} from '../../print/index.js';
import type { City } from '../../register/index.js';
import type { LedgerRow } from '../answers-checkup.js';

/** A sheet with the columns that hold numbers. */
export interface OpenTable extends Sheet {
  readonly columns: readonly OpenColumn[];
}
export interface OpenColumn extends SheetColumn {
  readonly isNumber?: true;
}

const about = {
  values: {
    en: 'one row for each unit, indicator and period that any unit has; base units; missing is empty',
    zh: '每个单位、指标、时期一行（该时期至少一个单位有值）；基本计量单位；缺失为空',
  },
  scores: {
    en: 'scores 0 to 100 of the nodes of all indices; rank and its interval for the index itself',
    zh: '各指数及其节点的得分（0–100）；指数本身另有位次及区间',
  },
  units: { en: 'the register of assessed units', zh: '参评单位名录' },
  findings: {
    en: 'findings of the ledger, and problems of check-ups that nobody has opened',
    zh: '台账中的问题，以及体检发现而尚未立账的问题',
  },
} as const;

const unitColumns: readonly OpenColumn[] = [
  { key: 'unit_id', zh: '单位编号' },
  { key: 'name_zh', zh: '中文名' },
  { key: 'name_en', zh: '英文名' },
];

const statusWords: Readonly<Record<CubeStatus, string>> = {
  normal: '',
  estimated: 'estimated',
  doubtful: 'doubtful',
  missing: 'missing',
};

/** Values, one in a row. */
export function valuesTable(cube: Cube): OpenTable {
  const columns: readonly OpenColumn[] = [
    ...unitColumns,
    { key: 'indicator', zh: '指标' },
    { key: 'label_zh', zh: '指标名称' },
    { key: 'label_en', zh: '指标英文名' },
    { key: 'period', zh: '时期' },
    { key: 'value', zh: '数值', isNumber: true },
    { key: 'unit', zh: '计量单位' },
    { key: 'status', zh: '状态' },
  ];
  const rows = function* () {
    for (const { unit, measure, period } of cellsOf(cube)) {
      const one = cube.measures[measure];
      const value = cube.value(unit, measure, period);
      yield [
        ...unitCells(cube, unit),
        one?.id ?? '',
        one?.label.zh ?? '',
        one?.label.en ?? '',
        cube.periods[period] ?? '',
        Number.isNaN(value) ? null : value,
        one?.unit ?? '',
        statusWords[cube.status(unit, measure, period)],
      ];
    }
  };
  return { name: 'values', about: about.values, columns, rows, length: countCells(cube) };
}

/** Scores, one in a row, with the standing of the index by period and city. */
export function scoresTable(
  cube: Cube,
  checkups: ReadonlyMap<string, ReadonlyMap<string, Checkup>>,
): OpenTable {
  const columns: readonly OpenColumn[] = [
    ...unitColumns,
    { key: 'node', zh: '节点' },
    { key: 'label_zh', zh: '节点名称' },
    { key: 'label_en', zh: '节点英文名' },
    { key: 'period', zh: '时期' },
    { key: 'score', zh: '得分', isNumber: true },
    { key: 'rank', zh: '位次', isNumber: true },
    { key: 'rank_low', zh: '位次5%', isNumber: true },
    { key: 'rank_high', zh: '位次95%', isNumber: true },
    { key: 'coverage', zh: '覆盖率', isNumber: true },
  ];
  const rows = function* () {
    for (const { unit, measure, period } of cellsOf(cube)) {
      const one = cube.measures[measure];
      const year = cube.periods[period] ?? '';
      const score = cube.value(unit, measure, period);
      const standing = checkups.get(year)?.get(cube.units[unit]?.id ?? '')?.standing[one?.id ?? ''];
      yield [
        ...unitCells(cube, unit),
        one?.id ?? '',
        one?.label.zh ?? '',
        one?.label.en ?? '',
        year,
        Number.isNaN(score) ? null : score,
        standing?.rank ?? null,
        standing?.rankInterval?.[0] ?? null,
        standing?.rankInterval?.[1] ?? null,
        standing?.coverage ?? null,
      ];
    }
  };
  return { name: 'scores', about: about.scores, columns, rows, length: countCells(cube) };
}

function unitCells({ units }: Cube, at: number): readonly string[] {
  const unit = units[at];
  return [unit?.id ?? '', unit?.label.zh ?? '', unit?.label.en ?? ''];
}

/** What is told of a unit of the register, also as properties of its feature. */
export function unitFacts(city: City) {
  return {
    unit_id: city.id,
    adcode: city.adcode,
    name_zh: city.name.zh,
    name_en: city.name.en,
    pinyin: city.pinyin,
    province_zh: city.province.zh,
    province_en: city.province.en,
    level: city.level,
    listed: city.listed ? 1 : 0,
    type: city.type ?? '',
    batch: city.batch?.number ?? null,
    batch_year: city.batch?.year ?? null,
    resources: city.resources.join(' '),
    lon: city.point?.[0] ?? null,
    lat: city.point?.[1] ?? null,
  };
}

/** What is told of a finding, also as properties of its feature. The value is in `value_unit`. */
export function findingFacts(row: LedgerRow) {
  return {
    finding_id: row.id,
    status: row.status,
    unit_id: row.city,
    name_zh: row.name.zh,
    name_en: row.name.en,
    period: row.period,
    subject: row.subject,
    about: row.about,
    label_zh: row.label.zh,
    label_en: row.label.en,
    place: row.place,
    light: row.light,
    value: row.value,
    value_unit: row.unit,
    measure: row.measure?.measure ?? '',
    deadline: row.measure?.deadline ?? '',
    note: row.note,
    opened_at: row.openedAt ?? '',
    changed_at: row.changedAt ?? '',
    lon: row.lon,
    lat: row.lat,
  };
}

const unitHeadings = {
  unit_id: '单位编号',
  adcode: '行政区划代码',
  name_zh: '中文名',
  name_en: '英文名',
  pinyin: '拼音',
  province_zh: '省份',
  province_en: '省份英文名',
  level: '级别',
  listed: '是否在名单',
  type: '官方类型',
  batch: '枯竭批次',
  batch_year: '批次年份',
  resources: '资源',
  lon: '经度',
  lat: '纬度',
} as const satisfies Record<keyof ReturnType<typeof unitFacts>, string>;

const findingHeadings = {
  finding_id: '问题编号',
  status: '状态',
  unit_id: '单位编号',
  name_zh: '中文名',
  name_en: '英文名',
  period: '时期',
  subject: '对象类别',
  about: '对象',
  label_zh: '名称',
  label_en: '英文名称',
  place: '地点',
  light: '信号灯',
  value: '数值',
  value_unit: '计量单位',
  measure: '措施',
  deadline: '期限',
  note: '备注',
  opened_at: '立账时间',
  changed_at: '变更时间',
  lon: '经度',
  lat: '纬度',
} as const satisfies Record<keyof ReturnType<typeof findingFacts>, string>;

const numbers = ['listed', 'batch', 'batch_year', 'lon', 'lat', 'value'];

/** The register, one unit in a row. */
export function unitsTable(cities: readonly City[]): OpenTable {
  return factsTable('units', unitHeadings, cities.map(unitFacts));
}

/** Findings, one in a row. */
export function findingsTable(rows: readonly LedgerRow[]): OpenTable {
  return factsTable('findings', findingHeadings, rows.map(findingFacts));
}

function factsTable<Key extends string>(
  name: 'units' | 'findings',
  headings: Readonly<Record<Key, string>>,
  rows: readonly Readonly<Record<Key, string | number | null>>[],
): OpenTable {
  const keys = Object.keys(headings) as Key[];
  const columns = keys.map((key): OpenColumn => {
    const column = { key, zh: headings[key] };
    return numbers.includes(key) ? { ...column, isNumber: true } : column;
  });
  return {
    name,
    about: about[name],
    columns,
    rows: () => rows.map((row) => keys.map((key) => row[key])),
    length: rows.length,
  };
}
