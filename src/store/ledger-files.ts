import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';
import type { LedgerFile } from './types-ledger.js';

/** Keeps bytes that are not here yet. */
export async function addLedgerFiles(db: Kysely<Tables>, files: readonly LedgerFile[]): Promise<void> {
  for (const { sha256, mediaType, content } of files) {
    await db
      .insertInto('ledger_files')
      .values({
        sha256,
        media_type: mediaType,
        bytes: content.length,
        content: Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('base64'),
      })
      .onConflict((clash) => clash.column('sha256').doNothing())
      .execute();
  }
}

/** See `Store.ledgerFile`. */
export async function readLedgerFile(db: Kysely<Tables>, sha256: string): Promise<LedgerFile | null> {
  const row = await db.selectFrom('ledger_files').selectAll().where('sha256', '=', sha256).executeTakeFirst();
  return row ? { sha256, mediaType: row.media_type, content: Buffer.from(row.content, 'base64') } : null;
}
