import { sql } from 'kysely';
import type { Migration } from '../migrate.js';

const kindsBefore = `('opened', 'measure', 'status', 'recheck', 'note')`;
const kindsNow = `('opened', 'measure', 'status', 'recheck', 'note', 'assigned', 'comment', 'file')`;

/**
 * Findings that many work on: who has to see to them, what was said, and photos and documents, each kept once under its checksum. Bytes stand as
 * base64, which both engines hand through as it is.
 */
export const sharedFindings: Migration = {
  version: 9,
  name: 'shared findings',
  async up(db) {
    await allow(db, kindsNow);
    await sql`
      create table ledger_files (
        sha256 text collate "C" primary key,
        media_type text collate "C" not null,
        bytes integer not null check (bytes > 0),
        content text collate "C" not null
      )`.execute(db);
  },
  async down(db) {
    await sql`drop table ledger_files`.execute(db);
    // The older version knows notes. Their ids stay, as later events follow them, and no longer fit what the events hold.
    await sql`
      update ledger_events set kind = 'note', content = json_build_object('evidence', '[]'::json, 'text', content)::text
      where kind in ('assigned', 'comment', 'file')`.execute(db);
    await allow(db, kindsBefore);
  },
};

async function allow(db: Parameters<Migration['up']>[0], kinds: string): Promise<void> {
  await sql`alter table ledger_events drop constraint ledger_events_kind_check`.execute(db);
  await sql`
    alter table ledger_events add constraint ledger_events_kind_check check (kind in ${sql.raw(kinds)})`.execute(
    db,
  );
}
