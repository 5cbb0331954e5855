import { classLabel } from '../../assess/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { Sheet, SheetCell } from '../../print/index.js';
import type { LandRow } from './answer.js';

/** Words of ids for people, in both languages. */
const labelOf = (catalog: Catalog, scheme: string, id: string | null) =>
  id === null ? null : classLabel(catalog, scheme, id).zh;

const columns: readonly {
  readonly key: string;
  readonly zh?: string;
  readonly digits?: number;
  readonly of: (row: LandRow, catalog: Catalog) => SheetCell;
}[] = [
  { key: 'plot', zh: '地块', of: (row) => row.plot },
  { key: 'inefficient', zh: '低效', of: (row) => flag(row.inefficient) },
  { key: 'score', zh: '得分', digits: 3, of: (row) => row.score },
  { key: 'fails', zh: '不达标项', of: (row) => row.fails.join(' ') },
  { key: 'exempt', of: ({ exempt }) => exempt && exempt.reason },
  {
    key: 'exempt_name',
    zh: '豁免',
    of: ({ exempt }, catalog) => exempt && labelOf(catalog, 'land_exemption', exempt.reason),
  },
  { key: 'exempt_items', zh: '豁免项', of: ({ exempt }) => exempt && exempt.items.join(' ') },
  { key: 'kind', zh: '更新对象', of: ({ kind }) => kind },
  { key: 'floor_area_ratio', zh: '容积率', digits: 3, of: (row) => row.floorAreaRatio },
  { key: 'floor_area_ratio_least', zh: '容积率下限', digits: 3, of: (row) => row.floorAreaRatioLeast },
  { key: 'coverage', zh: '建筑系数', digits: 3, of: (row) => row.coverage },
  { key: 'open_share', zh: '空地率', digits: 3, of: (row) => row.openShare },
  { key: 'area_m2', zh: '面积', digits: 1, of: (row) => row.areaM2 },
  { key: 'built_m2', zh: '建筑基底面积', digits: 1, of: (row) => row.builtM2 },
  { key: 'floor_m2', zh: '建筑面积', digits: 1, of: (row) => row.floorM2 },
  { key: 'buildings', zh: '建筑数', digits: 0, of: (row) => row.buildings },
  { key: 'use', zh: '用途', of: ({ use }) => use },
  { key: 'industry', of: ({ industry }) => industry },
  { key: 'industry_name', zh: '行业', of: ({ industryName }) => industryName && industryName.zh },
  { key: 'output_cny_ha', zh: '每公顷产出', digits: 0, of: (row) => row.outputPerHa },
  { key: 'tax_cny_ha', zh: '每公顷税收', digits: 0, of: (row) => row.taxPerHa },
  { key: 'jobs_ha', zh: '每公顷就业', digits: 1, of: (row) => row.jobsPerHa },
  { key: 'energy_tce_ha', zh: '每公顷能耗', digits: 1, of: (row) => row.energyPerHa },
];

/** Plots as a table, and their items one by one with what each is held against. */
export function landSheets(rows: readonly LandRow[], catalog: Catalog): readonly Sheet[] {
  const items = rows.flatMap((row) => row.items.map((item) => [row.plot, item] as const));
  return [
    {
      name: 'plots',
      about: { en: 'density, output and judgement of each plot', zh: '各地块的密度、产出与评价' },
      columns: columns.map(({ key, zh, digits }) => ({
        key,
        ...(zh !== undefined && { zh }),
        ...(digits !== undefined && { digits }),
      })),
      rows: () => rows.map((row) => columns.map(({ of }) => of(row, catalog))),
      length: rows.length,
    },
    {
      name: 'items',
      about: {
        en: 'each item with its value and what it is held against; output, tax and jobs by m²',
        zh: '各评价项的数值与参照值；产出、税收、就业按平方米计',
      },
      columns: [
        { key: 'plot', zh: '地块' },
        { key: 'item' },
        { key: 'name', zh: '评价项' },
        { key: 'value', zh: '数值' },
        { key: 'reference', zh: '参照值' },
        { key: 'shortfall', zh: '差距', digits: 3 },
        { key: 'fails', zh: '不达标' },
        { key: 'excused', zh: '豁免' },
      ],
      rows: () =>
        items.map(([plot, one]) => [
          plot,
          one.item,
          labelOf(catalog, 'land_item', one.item),
          one.value,
          one.reference,
          one.shortfall,
          flag(one.fails),
          flag(one.excused),
        ]),
      length: items.length,
    },
  ];
}

/** Properties of a plot in GeoJSON: what the table says of it, under the same names. */
export function landProperties(row: LandRow, catalog: Catalog): Readonly<Record<string, SheetCell>> {
  return Object.fromEntries(columns.map(({ key, of }) => [key === 'plot' ? 'id' : key, of(row, catalog)]));
}

function flag(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}
