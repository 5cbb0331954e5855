import { join } from 'node:path';
import { field, numberOf, readCsv } from './csv.js';
import type { BuiltTable, ColumnSpec } from './types.js';

const columns: readonly (ColumnSpec & { readonly from: string })[] = [
  { name: 'gross_regional_product', unit: '100_million_cny', from: 'gdp_nominal' },
  { name: 'fiscal_revenue', unit: '100_million_cny', from: 'fiscal_revenue' },
  {
    name: 'employed_yearbook',
    unit: 'person',
    from: 'employment',
    note: {
      zh: '年鉴口径（城镇单位从业人员），与普查从业人口不可比',
      en: 'As in the city yearbook (staff of urban units); not comparable with the employed of the censuses',
    },
  },
  {
    name: 'night_light_sum',
    unit: 'digital_number',
    from: 'light_sum',
    note: {
      zh: '夜间灯光像元值之和，卫星与处理方法未说明，只宜比较城市间的相对大小',
      en: 'Sum of night-time lights; satellite and processing are not documented, use for relative size only',
    },
  },
];

/** Builds the table of 279 cities for the single year 2015. */
export function buildCity2015(shared: string): BuiltTable {
  const rows = readCsv(join(shared, 'data/open/city_light_2015.csv')).map((row) => ({
    code: field(row, 'adcode'),
    period: '2015',
    cells: new Map(columns.map(({ name, from }) => [name, numberOf(field(row, from))])),
  }));
  rows.sort((a, b) => (a.code < b.code ? -1 : 1));
  return {
    id: 'city_2015',
    title: { zh: '城市经济与夜间灯光（2015年）', en: 'Cities: economy and night-time lights 2015' },
    note: {
      zh: '279个城市，只有2015一年。地区生产总值与另外的2015年资料相符；灯光与生产总值的对数相关系数为0.87。',
      en: '279 cities and the single year 2015. GDP agrees with other tables of 2015; lights and GDP correlate 0.87 in logarithms.',
    },
    codes: 'register',
    boundary: { zh: '2015年区划', en: 'boundaries of 2015' },
    source: {
      repository: 'https://github.com/quanturban/firm',
      path: 'yearbook_light.csv',
      commit: '67218be',
      primary: {
        zh: '《中国城市统计年鉴》与夜间灯光合成影像；供 Dong 等 2021，Scientific Data 8:5 使用',
        en: 'City yearbook and a night-light composite, for Dong et al. 2021, Scientific Data 8:5',
      },
      licence: 'MIT',
      licence_file: 'licenses/quanturban_firm.txt',
    },
    compressed: false,
    columns: columns.map(({ name, unit, note }) =>
      note === undefined ? { name, unit } : { name, unit, note },
    ),
    rows,
    marks: [],
  };
}
