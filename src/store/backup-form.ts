import { type Kysely, sql } from 'kysely';
import type { Target } from './insert-columns.js';
import { schemaName } from './schema-name.js';
import type { Tables } from './tables.js';

/** Version of the form of a backup: a header line, the rows table by table, a line with the checksum of all before. */
export const backupFormat = 1;

export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface BackupHeader {
  readonly afterlode_backup: number;
  /** Version of the tables. */
  readonly schema: number;
  readonly tables: readonly BackupTable[];
}

/** Tables in an order in which rows come after those they refer to, the order of their rows, and since which version. */
export const backupTables = [
  { name: 'imports', order: 'number', since: 1 },
  { name: 'texts', order: 'number', since: 1 },
  { name: 'observations', order: 'indicator, city, period', since: 1 },
  { name: 'earlier_observations', order: 'indicator, city, period, revision', since: 1 },
  { name: 'findings', order: 'id', since: 2 },
  { name: 'finding_history', order: 'id, version', since: 2 },
  { name: 'decisions', order: 'number', since: 2 },
  { name: 'survey_answers', order: 'city, period, item, revision', since: 4 },
  { name: 'ledger_events', order: 'number', since: 4 },
  { name: 'plan_targets', order: 'city, indicator, year, issued, revision', since: 5 },
  { name: 'accounts', order: 'name', since: 6 },
  { name: 'role_bindings', order: 'account, role, area', since: 6 },
  { name: 'access_tokens', order: 'hash', since: 6 },
  { name: 'audit_events', order: 'number', since: 6 },
  { name: 'identities', order: 'id', since: 7 },
  { name: 'rounds', order: 'id', since: 8 },
  { name: 'round_events', order: 'number', since: 8 },
  { name: 'round_values', order: 'round, city, revision, indicator', since: 8 },
  { name: 'round_files', order: 'number', since: 8 },
  { name: 'blob_pieces', order: 'address, piece', since: 8 },
  { name: 'request_keys', order: 'by, key', since: 8 },
  { name: 'ledger_files', order: 'sha256', since: 9 },
  { name: 'webhooks', order: 'id', since: 10 },
] as const;

/**
 * Tables that stay behind: what a restored service must not take up again, open doors and their counters, and what webhooks sign with
 * and were to be told, so that a drill tells nobody anything.
 */
export const leftBehind = [
  'sessions',
  'sign_in_failures',
  'provider_visits',
  'webhook_secrets',
  'webhook_deliveries',
  'store_revision',
] as const;

/** Rows that are handled at a time: of those that hold whole files or pieces of them, few. */
export function rowsAtOnce(table: string, usual: number): number {
  if (table === 'ledger_files') return 4;
  return table === 'blob_pieces' ? 40 : usual;
}

/** Columns of a table as the database describes them. */
export async function columnsOf(db: Kysely<Tables>, table: string): Promise<readonly Target[]> {
  const result = await sql<Target>`
    select column_name::text as name, data_type::text as type from information_schema.columns
    where table_schema = ${schemaName} and table_name = ${table} order by ordinal_position`.execute(db);
  return result.rows;
}

/** Number of rows of a table. */
export async function countRows(db: Kysely<Tables>, table: string): Promise<number> {
  const result = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db);
  return result.rows[0]?.count ?? 0;
}
