import type { Kysely, Transaction } from 'kysely';
import type { Finding } from '../assess/index.js';
import { sortedJson } from '../base/index.js';
import { appendAudit } from './audit.js';
import { insertColumns } from './insert-columns.js';
import type { FindingRow, Tables } from './tables.js';
import type { FindingFilter, FindingStatus, FindingVersion, LedgerFinding, SavedFindings } from './types.js';
import type { Signed } from './types-access.js';

/** Adds findings and keeps earlier forms; see `Store.saveFindings`. */
export async function saveFindings(
  db: Transaction<Tables>,
  findings: readonly Finding[],
  at: string,
  signed: Signed = { by: '', at, why: '' },
): Promise<SavedFindings> {
  const present = new Map(
    (await db.selectFrom('findings').selectAll().execute()).map((row) => [row.id, row]),
  );
  const given = new Map(findings.map((finding) => [finding.id, finding]));
  const rows = [...given.values()].map(
    (finding): FindingRow => ({
      id: finding.id,
      city: finding.city,
      problem: finding.problem,
      period: finding.period,
      first_seen: present.get(finding.id)?.first_seen ?? at,
      changed_at: at,
      status: 'open',
      content: sortedJson(finding),
    }),
  );
  const fresh = rows.filter((row) => !present.has(row.id));
  const changed = rows.filter((row) => {
    const old = present.get(row.id);
    return old !== undefined && (old.content !== row.content || old.status !== row.status);
  });
  await insertFindings(db, fresh);
  for (const row of changed) {
    await db.updateTable('findings').set(row).where('id', '=', row.id).execute();
  }
  await addVersions(db, [...fresh, ...changed]);
  const counts = {
    added: fresh.length,
    changed: changed.length,
    unchanged: rows.length - fresh.length - changed.length,
  };
  if (counts.added + counts.changed > 0) {
    await appendAudit(db, { action: 'findings.save', target: 'findings', old: null, new: counts }, signed);
  }
  return counts;
}

/** Settles open findings; see `Store.settleFindings`. */
export async function settleFindings(
  db: Kysely<Tables>,
  ids: readonly string[],
  at: string,
): Promise<number> {
  if (ids.length === 0) return 0;
  const settled = await db
    .updateTable('findings')
    .set({ status: 'settled', changed_at: at })
    .where('id', 'in', ids)
    .where('status', '=', 'open')
    .returningAll()
    .execute();
  await addVersions(db, settled);
  return settled.length;
}

/** Findings as they are now. */
export async function readFindings(
  db: Kysely<Tables>,
  filter: FindingFilter,
): Promise<readonly LedgerFinding[]> {
  let query = db.selectFrom('findings').selectAll();
  if (filter.city !== undefined) query = query.where('city', '=', filter.city);
  if (filter.problem !== undefined) query = query.where('problem', '=', filter.problem);
  if (filter.period !== undefined) query = query.where('period', '=', filter.period);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  const rows = await query.orderBy('city').orderBy('period').orderBy('id').execute();
  return rows.map((row) => ({
    finding: JSON.parse(row.content) as Finding,
    firstSeen: row.first_seen,
    changed: row.changed_at,
    status: row.status,
  }));
}

/** All forms of one finding. */
export async function readFindingHistory(db: Kysely<Tables>, id: string): Promise<readonly FindingVersion[]> {
  const rows = await db
    .selectFrom('finding_history')
    .selectAll()
    .where('id', '=', id)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    at: row.changed_at,
    status: row.status,
    finding: JSON.parse(row.content) as Finding,
  }));
}

async function insertFindings(db: Kysely<Tables>, rows: readonly FindingRow[]): Promise<void> {
  const names = ['id', 'city', 'problem', 'period', 'first_seen', 'changed_at', 'status', 'content'] as const;
  await insertColumns(
    db,
    'findings',
    names.map((name) => ({ name, type: 'text' })),
    names.map((name) => rows.map((row) => row[name])),
  );
}

async function addVersions(
  db: Kysely<Tables>,
  rows: readonly { id: string; changed_at: string; status: FindingStatus; content: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  const highest = await db
    .selectFrom('finding_history')
    .select((of) => ['id', of.fn.max('version').as('version')])
    .groupBy('id')
    .execute();
  const versions = new Map(highest.map((row) => [row.id, row.version]));
  const names = ['id', 'changed_at', 'status', 'content'] as const;
  await insertColumns(
    db,
    'finding_history',
    [{ name: 'version', type: 'integer' }, ...names.map((name) => ({ name, type: 'text' as const }))],
    [
      rows.map((row) => (versions.get(row.id) ?? 0) + 1),
      ...names.map((name) => rows.map((row) => row[name])),
    ],
  );
}
