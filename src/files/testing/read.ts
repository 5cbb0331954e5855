import { AfterlodeError } from '../../base/index.js';
import { openRows } from '../open-rows.js';
import type { RowOptions, RowSource, TableRow } from '../rows.js';

/** A source in memory. */
export const bytes = (content: string | Uint8Array, name = 'x.csv'): RowSource => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});

/** All rows of a source. */
export async function all(source: RowSource, options?: RowOptions): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const batch of openRows(source, options)) rows.push(...batch);
  return rows;
}
export const cells = async (source: RowSource, options?: RowOptions) =>
  (await all(source, options)).map((row) => row.cells);

/** The error that reading a source gives. */
export async function failure(source: RowSource, options?: RowOptions): Promise<AfterlodeError> {
  const error = await all(source, options).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AfterlodeError) return error;
  throw new Error(`expected an AfterlodeError, got ${String(error)}`);
}
