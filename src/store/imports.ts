import type { Kysely } from 'kysely';
import type { ImportRow, Tables } from './tables.js';
import type { ImportRecord } from './types.js';

/** An import as the program sees it. */
export function importRecord(row: ImportRow): ImportRecord {
  return {
    id: row.id,
    file: row.file,
    sha256: row.sha256,
    layout: row.layout,
    licence: row.licence,
    by: row.imported_by,
    at: row.imported_at,
    counts: {
      accepted: row.accepted,
      unchanged: row.unchanged,
      revised: row.revised,
      rejected: row.rejected,
    },
    status: row.status,
  };
}

/** All imports, the first one first. */
export async function readImports(db: Kysely<Tables>): Promise<readonly ImportRecord[]> {
  const rows = await db.selectFrom('imports').selectAll().orderBy('number').execute();
  return rows.map(importRecord);
}
