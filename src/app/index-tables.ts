import { scoreTables, type TableScores } from '../assess/index.js';
import { readCsvRows } from '../files/index.js';

/** Options of the command `index`, as written. */
export interface IndexTablesCall {
  readonly data: string;
  readonly meta: string;
  readonly normalise: string;
  readonly aggregate: string;
  readonly weights: string;
  readonly impute: string;
  readonly treat: string;
  readonly minimumCoverage?: string;
}

/**
 * A composite index from COINr's two tables.
 *
 * @throws AfterlodeError CALL_FILE_MISSING and the faults of `scoreTables`
 */
export async function indexTables(call: IndexTablesCall): Promise<TableScores> {
  const { data, meta, minimumCoverage, ...methods } = call;
  return scoreTables(
    { data: await readCsvRows(data), meta: await readCsvRows(meta) },
    { ...methods, ...(minimumCoverage !== undefined && { minimumCoverage: Number(minimumCoverage) }) },
  );
}
