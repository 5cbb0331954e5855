import type { Transaction } from 'kysely';
import { appendAudit } from './audit.js';
import type { Tables } from './tables.js';
import type { NewSurvey, SavedSurvey } from './types.js';
import type { Signed } from './types-access.js';

/** Tells the audit log of a table that was taken: its checksum and what became of its rows. Where nothing changed, nothing is told. */
export async function noteTable(
  db: Transaction<Tables>,
  action: string,
  { file, sha256, by, at }: NewSurvey,
  counts: SavedSurvey,
  signed: Signed = { by, at, why: '' },
): Promise<void> {
  if (counts.accepted + counts.revised === 0) return;
  const target = `table/${sha256.slice(0, 12)}`;
  await appendAudit(db, { action, target, old: null, new: { file, sha256, ...counts } }, signed);
}
