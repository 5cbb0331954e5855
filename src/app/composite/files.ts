import type { ScoreTables } from '../../assess/index.js';
import { AfterlodeError, phrases } from '../../base/index.js';
import { isWorkbook, readTableRows } from '../../files/index.js';
import { coinToolTables } from './coin-tool.js';

/**
 * The two tables of an index: two files (CSV, CSV.gz, XLSX, Parquet), or one workbook with the sheets `iData` and
 * `iMeta`, or `Database` and `Framework` of the COIN Tool.
 *
 * @throws AfterlodeError CALL_FILE_MISSING, FILE_… of reading, CALL_OPTION where the second table is nowhere
 */
export async function readIndexFiles(data: string, meta: string | undefined): Promise<ScoreTables> {
  if (meta !== undefined) return { data: await cellsOf(data), meta: await cellsOf(meta) };
  if (await isWorkbook(data)) {
    const database = await sheetOrNull(data, 'Database');
    if (database) return coinToolTables(database, (await sheetOrNull(data, 'Framework')) ?? []);
    const described = await sheetOrNull(data, 'iMeta');
    const values = described && (await sheetOrNull(data, 'iData'));
    if (described && values)
      return { data: values.map(({ cells }) => cells), meta: described.map(({ cells }) => cells) };
  }
  throw new AfterlodeError('CALL_OPTION', '--meta', {
    found: phrases.absent,
    expected: {
      en: 'a table of indicators, or --data with a workbook that has the sheets iData and iMeta, or Database and Framework of the COIN Tool',
      zh: '指标说明表，或在 --data 给出含 iData 与 iMeta（或 COIN Tool 的 Database 与 Framework）工作表的工作簿',
    },
  });
}

/** All cells of a table, heading first. */
export async function cellsOf(path: string): Promise<readonly (readonly string[])[]> {
  return (await readTableRows(path)).map(({ cells }) => cells);
}

async function sheetOrNull(path: string, sheet: string) {
  try {
    return await readTableRows(path, sheet);
  } catch (error) {
    if (error instanceof AfterlodeError && error.code === 'FILE_SHEET_MISSING') return null;
    throw error;
  }
}
