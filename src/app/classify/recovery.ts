import { parameterValue, type RecoveryRow, recoveryTable } from '../../assess/index.js';
import { AfterlodeError, type Language, phrases } from '../../base/index.js';
import { writeAtomically } from '../../files/index.js';
import { type PlainTable, printTableCsv, printTableWorkbook } from '../../print/index.js';
import { registerOf } from '../cities/register.js';
import { type Addressed, resultPrefix } from '../explained/prefix.js';
import type { Workspace } from '../workspace.js';
import { periodIn, periodsWithTests } from './classify.js';
import { identifyPanel } from './panel.js';

/** A row with the beginning of the addresses of its numbers. */
export type RecoveryAnswerRow = RecoveryRow & Addressed;

/** What `classify --recovery` is asked. */
export interface RecoveryCall {
  /** Only this year; default all years in which tests have values. */
  readonly period?: string;
  /** Bootstrap samples; default the catalog's `recovery_runs`. */
  readonly runs?: number;
  readonly seed?: number;
}

/**
 * How well each threshold set finds the official list again, prefectures and counties apart, with the best threshold of
 * each measure and its bootstrap range.
 *
 * @throws AfterlodeError PERIOD_UNKNOWN, CALL_OPTION (runs)
 */
export async function recovery(
  ws: Workspace,
  call: RecoveryCall = {},
): Promise<readonly RecoveryAnswerRow[]> {
  const panel = await identifyPanel(ws);
  const periods =
    call.period === undefined ? periodsWithTests(ws, panel) : [periodIn(ws, panel, call.period)];
  const runs = call.runs ?? parameterValue(ws.catalog, 'recovery_runs');
  if (!Number.isInteger(runs) || runs < 1) {
    throw new AfterlodeError('CALL_OPTION', '--runs', {
      found: String(runs),
      expected: phrases.wholeFrom(1),
    });
  }
  const register = await registerOf(ws);
  const rows = recoveryTable({ panel, catalog: ws.catalog, register, periods, runs, seed: call.seed ?? 1 });
  const options = { runs: call.runs, ...(call.seed !== 1 && { seed: call.seed }) };
  return rows.map((row) => ({
    ...row,
    explain: resultPrefix('recovery', row.scope, row.period, {
      ...options,
      test: `${row.set}.${row.test}`,
      indicator: row.indicator,
    }),
  }));
}

/**
 * Writes the recovery table as CSV or XLSX, by the ending of the path.
 *
 * @throws AfterlodeError CALL_OPTION for another ending
 */
export async function saveRecovery(
  rows: readonly RecoveryRow[],
  path: string,
  lang: Language,
): Promise<{ path: string; bytes: number }> {
  const table = recoveryFile(rows, lang);
  if (/\.xlsx$/i.test(path)) {
    const bytes = await printTableWorkbook(table);
    await writeAtomically(path, bytes);
    return { path, bytes: bytes.length };
  }
  if (/\.csv$/i.test(path)) {
    const text = printTableCsv(table);
    await writeAtomically(path, text);
    return { path, bytes: Buffer.byteLength(text) };
  }
  throw new AfterlodeError('CALL_OPTION', '--out', {
    found: path,
    expected: { en: 'a file ending in .csv or .xlsx', zh: '以 .csv 或 .xlsx 结尾的文件' },
  });
}

const columns = [
  'period',
  'scope',
  'set',
  'test',
  'label',
  'indicator',
  'standIn',
  'unit',
  'is',
  'threshold',
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
  'bestRecall',
  'bestSpecificity',
  'mark',
  'fill',
] as const satisfies readonly (keyof RecoveryRow)[];

function recoveryFile(rows: readonly RecoveryRow[], lang: Language): PlainTable {
  return {
    name: 'recovery',
    columns,
    rows: rows.map((row) =>
      columns.map((column) => {
        const value = row[column];
        if (typeof value === 'boolean') return value ? 1 : 0;
        return value !== null && typeof value === 'object' ? value[lang] : value;
      }),
    ),
  };
}
