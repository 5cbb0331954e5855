import type { OverviewAnswer, OverviewRow } from '../../api/contract.js';
import { sheetLine } from '../../base/index.js';

const columns: readonly (readonly [string, (row: OverviewRow) => string | number | null])[] = [
  ['id', (row) => row.id],
  ['adcode', (row) => row.adcode],
  ['name_zh', (row) => row.name.zh],
  ['name_en', (row) => row.name.en],
  ['province_zh', (row) => row.province.zh],
  ['province_en', (row) => row.province.en],
  ['level', (row) => row.level],
  ['official_type', (row) => row.type],
  ['official_batch', (row) => row.batch],
  ['resources', (row) => row.resources.join(';')],
  ['lon', (row) => row.point[0]],
  ['lat', (row) => row.point[1]],
  ['population_person', (row) => row.population],
  ['score_0_100', (row) => row.score],
  ['rank', (row) => row.rank],
  ['rank_low', (row) => row.rankInterval?.[0] ?? null],
  ['rank_high', (row) => row.rankInterval?.[1] ?? null],
  ['coverage_share', (row) => row.coverage],
  ['lights_green', (row) => row.lights.green],
  ['lights_yellow', (row) => row.lights.yellow],
  ['lights_red', (row) => row.lights.red],
  ['lights_no_data', (row) => row.lights.none],
  ['flags', (row) => row.flags.join(';')],
];

/** Rows as CSV with period, index and catalog at every row; missing is empty, numbers are unrounded. */
export function overviewCsv(answer: OverviewAnswer, rows: readonly OverviewRow[]): string {
  const head = [...columns.map(([name]) => name), 'period', 'index', 'catalog'];
  const lines = rows.map((row) =>
    sheetLine([...columns.map(([, of]) => of(row)), answer.period, answer.index, answer.catalog]),
  );
  return `${[head.join(','), ...lines].join('\r\n')}\r\n`;
}
