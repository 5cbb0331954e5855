import { sql } from 'kysely';
import type { Migration } from '../migrate.js';

/** The ledger of findings with its history, and what people decided. */
export const findingsAndDecisions: Migration = {
  version: 2,
  name: 'findings and decisions',
  async up(db) {
    await sql`
      create table findings (
        id text collate "C" primary key,
        city text collate "C" not null,
        problem text collate "C" not null,
        period text collate "C" not null,
        first_seen text collate "C" not null,
        changed_at text collate "C" not null,
        status text collate "C" not null check (status in ('open', 'settled')),
        content text not null
      )`.execute(db);
    await sql`create index findings_of_city on findings (city, period)`.execute(db);
    await sql`
      create table finding_history (
        id text collate "C" not null references findings,
        version integer not null check (version > 0),
        changed_at text collate "C" not null,
        status text collate "C" not null check (status in ('open', 'settled')),
        content text not null,
        primary key (id, version)
      )`.execute(db);
    await sql`
      create table decisions (
        number integer primary key,
        id text collate "C" not null unique,
        about text collate "C" not null,
        kind text collate "C" not null check (kind in ('note', 'exclude', 'accept', 'register')),
        reason text not null,
        document text not null,
        decided_by text not null,
        decided_on text collate "C" not null
      )`.execute(db);
    await sql`create index decisions_about on decisions (about)`.execute(db);
  },
  async down(db) {
    for (const table of ['decisions', 'finding_history', 'findings']) {
      await sql`drop table ${sql.table(table)}`.execute(db);
    }
  },
};
