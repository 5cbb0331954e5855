import type { RecoveryRow } from '../../api/contract.js';
import { sheetLine } from '../../base/index.js';

const columns = [
  'period',
  'scope',
  'set',
  'test',
  'indicator',
  'standIn',
  'unit',
  'is',
  'threshold',
  'mark',
  'tested',
  'listed',
  'passing',
  'hits',
  'precision',
  'recall',
  'f1',
  'specificity',
  'youden',
  'area',
  'areaLow',
  'areaHigh',
  'best',
  'bestLow',
  'bestHigh',
] as const satisfies readonly (keyof RecoveryRow)[];

/** The recovery table as CSV: numbers unrounded, missing empty, names of sets and tests in both languages. */
export function recoveryCsv(rows: readonly RecoveryRow[], catalog: string): string {
  const names = ['set_zh', 'set_en', 'test_zh', 'test_en', 'catalog'];
  const lines = rows.map((row) =>
    sheetLine([
      ...columns.map((name) => {
        const value = row[name];
        return typeof value === 'boolean' ? String(value) : value;
      }),
      row.setLabel.zh,
      row.setLabel.en,
      row.label.zh,
      row.label.en,
      catalog,
    ]),
  );
  return `${[[...columns, ...names].join(','), ...lines].join('\r\n')}\r\n`;
}
