import type { LedgerRow } from '../../api/contract.js';
import { sheetLine } from '../../base/index.js';

const columns: readonly (readonly [string, (row: LedgerRow) => string | number | null])[] = [
  ['id', (row) => row.id],
  ['city', (row) => row.city],
  ['name_zh', (row) => row.name.zh],
  ['name_en', (row) => row.name.en],
  ['period', (row) => row.period],
  ['what_zh', (row) => row.label.zh],
  ['what_en', (row) => row.label.en],
  ['place', (row) => row.place],
  ['lon', (row) => row.lon],
  ['lat', (row) => row.lat],
  ['status', (row) => row.status],
  ['light', (row) => row.light],
  ['measure', (row) => row.measure?.measure ?? ''],
  ['body', (row) => row.measure?.body ?? ''],
  ['person', (row) => row.assignment?.person ?? ''],
  ['office', (row) => row.assignment?.office ?? ''],
  ['due', (row) => row.due],
  ['overdue', (row) => (row.overdue ? 'yes' : 'no')],
  ['recheck', (row) => row.recheck?.result ?? ''],
  ['comments', (row) => row.comments.length],
  ['files', (row) => row.files.length],
  ['changed_at', (row) => row.changedAt],
];

/** Findings as a table for spreadsheets; missing is empty. Words that would be formulas there are made plain. */
export function findingsCsv(rows: readonly LedgerRow[]): string {
  const plain = (value: string | number | null) =>
    typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  const lines = rows.map((row) => sheetLine(columns.map(([, of]) => plain(of(row)))));
  return `${[columns.map(([name]) => name).join(','), ...lines].join('\r\n')}\r\n`;
}
