import { describe, expect, it } from 'vitest';
import type { Layout } from '../catalog/index.js';
import { read, readFault } from './testing/read.js';
import { sampleLayout } from './testing/sample.js';

const wide = (more: Partial<Layout> = {}) =>
  sampleLayout(
    { 人口: ['population', '10_thousand_person'], 地区生产总值: ['gdp', null], GDP: ['gdp', null] },
    { format: 'wide', indicator: [], value: [], ...more },
  );

describe('wide tables', () => {
  it('reads units from the layout, from brackets and from a unit column, and skips empty cells', async () => {
    const { accepted, issues } = await read(
      [
        ['地区', '年份', '人口', 'GDP（亿元）', '备考'],
        ['鹤岗', '2020', '89', '３４０．５', 'x'],
        ['大庆', '2020', '—', '', ''],
      ],
      wide(),
    );
    expect(accepted.map((each) => [each.city, each.indicator, each.value, each.unit, each.row])).toEqual([
      ['cn-230400', 'population', 89, '10_thousand_person', 2],
      ['cn-230400', 'gdp', 340.5, '100_million_cny', 2],
      ['cn-230600', 'population', null, '10_thousand_person', 3],
    ]);
    expect(issues.map((each) => each.code)).toEqual(['IMPORT_COLUMNS_UNUSED']);
    expect(issues[0]?.message.en).toContain('备考');
  });

  it('joins merged header rows below title lines', async () => {
    const layout = sampleLayout(
      { '人口 总数': ['population', 'person'], 经济总量地区生产总值: ['gdp', 'CNY'] },
      { format: 'wide', headerRows: 2 },
    );
    const { accepted } = await read(
      [
        ['表1 主要指标', '', '', '', ''],
        ['', '', '', '', ''],
        ['地区', '年份', '人口', '', '经济总量'],
        ['', '', '城镇', '总数', '地区生产总值'],
        ['鹤岗', '2020', '5', '9', '7'],
      ],
      layout,
    );
    expect(accepted.map((each) => [each.indicator, each.value, each.row])).toEqual([
      ['population', 9, 5],
      ['gdp', 7, 5],
    ]);
  });

  it('rejects one cell and takes the others of the row', async () => {
    const { accepted, rejected } = await read(
      [
        ['地区', '年份', '人口', 'GDP(元)'],
        ['鹤岗', '2020', 'x', '5'],
      ],
      wide(),
    );
    expect(accepted).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ column: '人口', code: 'IMPORT_NUMBER_TEXT' });
  });

  it('refuses two columns of one indicator and a table without known columns', async () => {
    const twice = [
      ['地区', '年份', 'GDP(元)', '地区生产总值'],
      ['鹤岗', '2020', '1', '5'],
    ];
    expect((await readFault(twice, wide())).code).toBe('IMPORT_COLUMN_TWICE');
    expect(
      (
        await readFault(
          [
            ['地区', '年份', 'x'],
            ['鹤岗', '2020', '1'],
          ],
          wide(),
        )
      ).message,
    ).toContain('人口');
  });
});
