import { join } from 'node:path';
import { bytesOf, csvText, field, numberOf, numberText, packed, readCsv } from './csv.js';
import { sha256, yamlBytes } from './sidecar.js';
import type { Check, Files } from './types.js';

const table = 'io_2020_42';

/** Adds the national input-output table of 2020 and the names of its rows and columns. */
export function addInputOutput(files: Files, shared: string, checks: readonly Check[]): void {
  const rows = readCsv(join(shared, 'data/open/io/china_2020_42.csv.gz'));
  const text = csvText(
    ['row', 'origin', 'col', 'value'],
    rows.map((row) => [
      ...['row', 'origin', 'col'].map((name) => field(row, name)),
      numberText(numberOf(field(row, 'value'))),
    ]),
  );
  const names = readCsv(join(shared, 'data/open/io/sectors.csv'))
    .filter((row) => field(row, 'year') === '2020' && field(row, 'sectors') === '42')
    .map((row) => ['code', 'name_zh', 'name_en', 'kind'].map((name) => field(row, name)));
  const named = new Set([...names, ...columnNames].map((name) => name[0]));
  const unnamed = rows
    .flatMap((row) => [field(row, 'row'), field(row, 'col')])
    .find((code) => !named.has(code));
  if (unnamed !== undefined) throw new Error(`${table}: ${unnamed} has no name`);
  const file = `tables/${table}.csv.gz`;
  const sectors = `tables/${table}.sectors.csv`;
  const bytes = packed(text);
  const sectorBytes = bytesOf(csvText(['code', 'name_zh', 'name_en', 'kind'], [...names, ...columnNames]));
  files.set(file, bytes);
  files.set(sectors, sectorBytes);
  const sidecar = {
    ...words,
    file,
    sha256: sha256(bytes),
    rows: rows.length,
    unit: '10_thousand_cny',
    sectors,
    sectors_sha256: sha256(sectorBytes),
    checks,
  };
  files.set(`tables/${table}.yaml`, yamlBytes(sidecar));
}

/** The source names sectors and rows of primary inputs; these are its columns of use. */
const columnNames: readonly (readonly string[])[] = [
  ['TIU', '中间使用合计', 'Total intermediate use', 'column'],
  ['TC', '最终消费合计', 'Total final consumption', 'column'],
  ['FU201', '固定资本形成总额', 'Gross fixed capital formation', 'column'],
  ['FU202', '存货变动', 'Changes in inventories', 'column'],
  ['EX', '出口', 'Exports', 'column'],
  ['TFU', '最终使用合计', 'Total final use', 'column'],
  ['GO', '总产出（进口部分为进口合计）', 'Gross output (imported part: total imports)', 'column'],
];

const words = {
  title: { zh: '2020年全国投入产出表（42部门）', en: 'National input-output table 2020 (42 sectors)' },
  note: {
    zh: '生产者价格，万元；栏为 row、origin、col、value，零值未列。origin 为 domestic（国产）或 import（进口），中间投入、增加值与总投入各行为空。各代码名称见 sectors 文件；进口部分的 GO 为进口合计。',
    en: "Producers' prices, 10 thousand yuan; columns row, origin, col, value, zeros left out. origin is domestic or import, and empty in the rows of intermediate inputs, value added and total inputs. The names of all codes stand in the file sectors; GO of the imported part is the total of imports.",
  },
  kind: 'matrix',
  boundary: { zh: '全国', en: 'country' },
  source: {
    repository: 'https://github.com/Carol-seven/ionet',
    path: 'data/china_2020.rda',
    commit: 'd689061',
    primary: {
      zh: '国家统计局：2020年全国投入产出表',
      en: 'National Bureau of Statistics: input-output table 2020',
    },
    licence: 'MIT',
    licence_file: 'licenses/Carol-seven_ionet.txt',
  },
};
