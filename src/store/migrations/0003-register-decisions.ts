import { sql } from 'kysely';
import type { Migration } from '../migrate.js';

const kindsBefore = `('note', 'exclude', 'accept', 'register')`;
const kindsNow = `('note', 'exclude', 'accept', 'register', 'enter-list', 'leave-list', 'assess-too')`;

/** Kinds of decision that change who is assessed: on the list, off it, assessed beside it. */
export const registerDecisions: Migration = {
  version: 3,
  name: 'register decisions',
  async up(db) {
    await sql`alter table decisions drop constraint decisions_kind_check`.execute(db);
    await sql`
      alter table decisions add constraint decisions_kind_check check (kind in ${sql.raw(kindsNow)})`.execute(
      db,
    );
  },
  async down(db) {
    await sql`alter table decisions drop constraint decisions_kind_check`.execute(db);
    // What the older version knows them as: a decision about the register.
    await sql`
      update decisions set kind = 'register' where kind in ('enter-list', 'leave-list', 'assess-too')`.execute(
      db,
    );
    await sql`
      alter table decisions add constraint decisions_kind_check check (kind in ${sql.raw(kindsBefore)})`.execute(
      db,
    );
  },
};
