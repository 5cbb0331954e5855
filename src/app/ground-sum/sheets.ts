import { classLabel } from '../../assess/index.js';
import type { Catalog } from '../../catalog/index.js';
import { groundKinds } from '../../locate/index.js';
import type { Sheet, SheetCell } from '../../print/index.js';
import { type NamedColumn, sheetOfNamed } from '../tables/sheet-of.js';
import type { GroundAnswer, GroundRow, GroundZone } from './answer.js';

function cellColumns(catalog: Catalog): readonly NamedColumn<GroundRow>[] {
  const label = (kind: string) => classLabel(catalog, 'ground_kind', kind).zh;
  return [
    { key: 'cell', zh: '网格', of: ({ cell }) => cell },
    { key: 'final', zh: '结果', digits: 3, of: ({ final }) => final },
    { key: 'grade', zh: '等级', of: ({ grade }) => grade },
    { key: 'sum', zh: '均值', digits: 3, of: ({ sum }) => sum },
    { key: 'kinds', zh: '有值类数', digits: 0, of: ({ present }) => present },
    { key: 'driver', zh: '主导类', of: ({ driver }) => driver },
    { key: 'by_hazard', zh: '由危险决定', digits: 0, of: ({ byHazard }) => Number(byHazard) },
    ...groundKinds.map((kind) => ({
      key: kind,
      zh: label(kind),
      digits: 3,
      of: ({ values }: GroundRow) => values[kind],
    })),
    ...groundKinds.map((kind) => ({
      key: `${kind}_measured`,
      zh: `${label(kind)}调查量`,
      digits: 3,
      of: ({ measured }: GroundRow) => measured[kind],
    })),
    { key: 'area_m2', zh: '面积', digits: 1, of: ({ areaM2 }) => areaM2 },
    { key: 'lon', zh: '经度', of: ({ lon }) => lon },
    { key: 'lat', zh: '纬度', of: ({ lat }) => lat },
  ];
}

const zoneColumns: readonly NamedColumn<GroundZone>[] = [
  { key: 'zone', zh: '双高区', of: ({ zone }) => zone },
  { key: 'cells', zh: '双高网格数', digits: 0, of: ({ cells }) => cells },
  { key: 'area_m2', zh: '面积', digits: 0, of: ({ areaM2 }) => areaM2 },
  { key: 'findings', zh: '问题数', digits: 0, of: ({ findings }) => findings },
  { key: 'complaints', zh: '诉求数', digits: 0, of: ({ complaints }) => complaints },
  {
    key: 'about',
    zh: '主要诉求',
    of: ({ kinds }) => kinds.map(({ kind, complaints }) => `${kind} ${complaints}`).join('; '),
  },
  { key: 'projects', zh: '更新项目数', digits: 0, of: ({ projects }) => projects },
  { key: 'worst_cell', zh: '最差网格', of: ({ worst }) => worst && worst.cell },
  { key: 'worst_final', zh: '最差结果', digits: 3, of: ({ worst }) => worst && worst.final },
  { key: 'lon', zh: '经度', of: ({ lon }) => lon },
  { key: 'lat', zh: '纬度', of: ({ lat }) => lat },
];

/** Cells, what lies in each, zones and projects as tables. */
export function groundSheets(
  { rows, doubleHigh, projects }: GroundAnswer,
  catalog: Catalog,
): readonly Sheet[] {
  const parts = rows.flatMap(({ cell, parts: list }) => list.map((part) => [cell, part] as const));
  const cells = {
    en: 'value of each kind 0 to 1, their mean, and the result that hazard holds up; missing is empty',
    zh: '各类取值（0 至 1）、均值，以及不因其他类而降低危险的结果；缺失为空',
  };
  const zones = doubleHigh?.zones ?? [];
  return [
    sheetOfNamed('cells', cells, cellColumns(catalog), rows),
    {
      name: 'items',
      about: {
        en: 'what lies in each cell: m², of streets m, of homes units',
        zh: '各网格内的要素：平方米，街道为米，住房为套',
      },
      columns: [
        { key: 'cell', zh: '网格' },
        { key: 'kind', zh: '类别' },
        { key: 'item', zh: '要素' },
        { key: 'amount', zh: '数量', digits: 2 },
        { key: 'value', zh: '取值', digits: 3 },
      ],
      rows: () => parts.map(([cell, { kind, item, amount, value }]) => [cell, kind, item, amount, value]),
      length: parts.length,
    },
    ...(doubleHigh === null
      ? []
      : [
          sheetOfNamed(
            'zones',
            { en: 'ground with many findings and many complaints', zh: '问题与诉求均多的区域' },
            zoneColumns,
            zones,
          ),
        ]),
    ...(projects.length === 0
      ? []
      : [
          sheetOfNamed(
            'projects',
            { en: 'renewal projects and the zones they lie in', zh: '更新项目及所在双高区' },
            [
              { key: 'project', zh: '项目', of: ({ project }: GroundAnswer['projects'][number]) => project },
              { key: 'zone', zh: '双高区', of: ({ zone }) => zone },
              { key: 'share', zh: '区内占比', digits: 3, of: ({ share }) => share },
            ],
            projects,
          ),
        ]),
  ];
}

/** Properties of a cell in GeoJSON: what the table says of it, under the same names. */
export function cellProperties(row: GroundRow, catalog: Catalog): Readonly<Record<string, SheetCell>> {
  return propertiesOf(cellColumns(catalog), row);
}

/** Properties of a zone in GeoJSON. */
export function zoneProperties(zone: GroundZone): Readonly<Record<string, SheetCell>> {
  return propertiesOf(zoneColumns, zone);
}

function propertiesOf<Row>(
  columns: readonly NamedColumn<Row>[],
  row: Row,
): Readonly<Record<string, SheetCell>> {
  return Object.fromEntries(columns.map(({ key, of }, at) => [at === 0 ? 'id' : key, of(row)]));
}
