import type { Sheet, SheetCell } from '../../print/index.js';
import type { VacancyAnswer, VacancyRow, VacancySum } from './answer.js';

const columns: readonly {
  readonly key: string;
  readonly zh: string;
  readonly digits?: number;
  readonly of: (row: VacancyRow) => SheetCell;
}[] = [
  { key: 'estate', zh: '小区', of: ({ estate }) => estate },
  { key: 'units', zh: '住房套数', digits: 0, of: ({ units }) => units },
  { key: 'cell', zh: '网格', of: ({ cell }) => cell },
  { key: 'rate', zh: '空置率', digits: 3, of: ({ rate }) => rate && rate.mid },
  { key: 'rate_low', zh: '空置率下限', digits: 3, of: ({ rate }) => rate && rate.low },
  { key: 'rate_high', zh: '空置率上限', digits: 3, of: ({ rate }) => rate && rate.high },
  { key: 'seasonal', zh: '季节性居住套数', digits: 0, of: ({ seasonal }) => seasonal },
  { key: 'sources', zh: '来源', of: ({ sources }) => sources.map(({ source }) => source).join(' ') },
  { key: 'suppressed', zh: '不公布', of: ({ suppressed }) => Number(suppressed) },
  {
    key: 'remarks',
    zh: '说明',
    of: ({ remarks }) => remarks.join(' '),
  },
];

/** The tables of an answer: estates, cells, the city, the sources. */
export function vacancySheets(answer: VacancyAnswer): readonly Sheet[] {
  const { rows, cells, city, calibration } = answer;
  const sums = [...cells.map(({ cell, ...sum }) => [cell, sum] as const), ['', city] as const];
  return [
    {
      name: 'vacancy',
      about: { en: 'rate of each estate; those too small are not told', zh: '各小区空置率；过小的不公布' },
      columns: columns.map(({ key, zh, digits }) => ({ key, zh, ...(digits !== undefined && { digits }) })),
      rows: () => rows.map((row) => columns.map(({ of }) => of(row))),
      length: rows.length,
    },
    {
      name: 'city',
      about: { en: 'cells, and the city in the last row', zh: '各网格，末行为全市' },
      columns: [
        { key: 'cell', zh: '网格' },
        { key: 'rate', zh: '空置率', digits: 3 },
        { key: 'rate_low', zh: '下限', digits: 3 },
        { key: 'rate_high', zh: '上限', digits: 3 },
        { key: 'units', zh: '已覆盖套数', digits: 0 },
        { key: 'units_all', zh: '全部套数', digits: 0 },
        { key: 'coverage', zh: '覆盖率', digits: 3 },
        { key: 'estates', zh: '已覆盖小区', digits: 0 },
        { key: 'estates_all', zh: '全部小区', digits: 0 },
      ],
      rows: () => sums.map(([cell, sum]) => [cell, ...sumCells(sum)]),
      length: sums.length,
    },
    {
      name: 'sources',
      about: {
        en: 'how sources differ from visits, shares of the units',
        zh: '各来源与实地核查的差异（占套数比例）',
      },
      columns: [
        { key: 'source', zh: '来源' },
        { key: 'estates', zh: '核查小区数', digits: 0 },
        { key: 'bias', zh: '偏差', digits: 3 },
        { key: 'bias_error', zh: '偏差误差', digits: 3 },
        { key: 'spread', zh: '离散', digits: 3 },
        { key: 'calibrated', zh: '已校准', digits: 0 },
      ],
      rows: () =>
        calibration.map((one) => [
          one.source,
          one.estates,
          one.bias,
          one.biasError,
          one.spread,
          Number(one.calibrated),
        ]),
      length: calibration.length,
    },
  ];
}

function sumCells({
  rate,
  units,
  unitsAll,
  coverage,
  estates,
  estatesAll,
}: VacancySum): readonly SheetCell[] {
  const parts = rate === null ? [null, null, null] : [rate.mid, rate.low, rate.high];
  return [...parts, units, unitsAll, coverage, estates, estatesAll];
}

/** Properties of an estate in GeoJSON, under the names of the table. */
export function vacancyProperties(row: VacancyRow): Readonly<Record<string, SheetCell>> {
  return Object.fromEntries(columns.map(({ key, of }) => [key === 'estate' ? 'id' : key, of(row)]));
}
