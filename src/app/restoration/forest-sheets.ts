import type { Sheet } from '../../print/index.js';
import { sheetOf, sheetOfSome } from '../tables/sheet-of.js';
import { creditWords } from './credit-words.js';
import type { ForestAnswer } from './forest.js';

/** The tables of an answer: stock, sink and credit in sheets of their own, and the stands. */
export function forestSheets({ forests }: ForestAnswer): readonly Sheet[] {
  const of = <T>(pick: (row: ForestAnswer['forests'][number]) => readonly T[]) =>
    forests.flatMap((row) => pick(row).map((one) => ({ forest: row.forest, one })));
  return [
    sheetOf(
      'stock',
      { en: 'carbon held, t CO2', zh: '碳储量（吨二氧化碳）' },
      of((row) => row.stock),
      [
        ['forest', '林区', ({ forest }) => forest],
        ['year', '年份', ({ one }) => one.year, 0],
        ['area_ha', '面积（公顷）', ({ one }) => one.areaHa, 1],
        ['volume_m3', '蓄积（立方米）', ({ one }) => one.volumeM3, 0],
        ['age', '平均林龄', ({ one }) => one.age, 1],
        ['stock_t_co2', '碳储量', ({ one }) => one.stock, 0],
      ],
    ),
    ...sheetOfSome(
      'sink',
      { en: 'yearly sink, t CO2 a year', zh: '年碳汇（吨二氧化碳/年）' },
      of((row) => row.sink),
      [
        ['forest', '林区', ({ forest }) => forest],
        ['from', '起', ({ one }) => one.from, 0],
        ['to', '止', ({ one }) => one.to, 0],
        ['sink_t_co2_yr', '年碳汇', ({ one }) => one.sink, 0],
        ['per_ha', '每公顷', ({ one }) => one.perHa, 3],
      ],
    ),
    sheetOf(
      'credit',
      { en: 'what could be credited, t CO2 a year', zh: '可计额度（吨二氧化碳/年）' },
      forests,
      [
        ['forest', '林区', ({ forest }) => forest],
        ['methodology', '方法学', ({ credit }) => credit.methodology],
        ['credit_t_co2_yr', '额度', ({ credit }) => credit.credit, 0],
        ['value_yuan_yr', '价值（元/年）', ({ credit }) => credit.value, 0],
        ['missing', '缺少（英文）', ({ credit }) => creditWords(credit.missing).en],
        ['missing_zh', '缺少', ({ credit }) => creditWords(credit.missing).zh],
      ],
    ),
    sheetOf(
      'stands',
      { en: 'stands by species group', zh: '各树种组' },
      of((row) => row.stands),
      [
        ['forest', '林区', ({ forest }) => forest],
        ['year', '年份', ({ one }) => one.year, 0],
        ['species', '树种组', ({ one }) => one.species],
        ['area_ha', '面积（公顷）', ({ one }) => one.areaHa, 1],
        ['volume_m3', '蓄积（立方米）', ({ one }) => one.volumeM3, 0],
        ['age', '林龄', ({ one }) => one.age, 0],
        ['stock_t_co2', '碳储量', ({ one }) => one.stock, 0],
        ['by', '算法', ({ one }) => one.by],
      ],
    ),
  ];
}
