import type { ZonalAnswerRow } from '../../api/contract.js';
import { sheetLine } from '../../base/index.js';
import type { ZonalStatistic } from '../../locate/index.js';

/** Rows as CSV: zone, band, name of the band, statistics; missing is empty, numbers are unrounded. */
export function zonalCsv(rows: readonly ZonalAnswerRow[], statistics: readonly ZonalStatistic[]): string {
  const head = ['zone', 'band', 'band_name', ...statistics].join(',');
  const lines = rows.map((row) =>
    sheetLine([row.zone, row.band, row.bandName ?? null, ...statistics.map((name) => row[name] ?? null)]),
  );
  return `${[head, ...lines].join('\r\n')}\r\n`;
}
