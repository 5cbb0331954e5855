import { sql } from 'kysely';
import type { Migration } from '../migrate.js';

/**
 * Rounds of the yearly reporting: what is asked, what happened, every value that was handed in, attached files, and requests that were
 * answered. Events and values are only added. Bytes stand as base64 in pieces: a text passes both engines and a backup unchanged, and a
 * piece is never too large for one row.
 */
export const reportingRounds: Migration = {
  version: 7,
  name: 'reporting rounds',
  async up(db) {
    await sql`
      create table rounds (
        id text collate "C" primary key,
        definition text not null,
        made text collate "C" not null
      )`.execute(db);
    await sql`
      create table round_events (
        number integer primary key check (number > 0),
        round text collate "C" not null references rounds,
        unit text collate "C" not null,
        kind text collate "C" not null,
        revision integer not null,
        at text collate "C" not null,
        by text not null,
        why text not null,
        content text not null
      )`.execute(db);
    await sql`create index round_events_of_unit on round_events (round, unit, number)`.execute(db);
    await sql`
      create table round_values (
        round text collate "C" not null references rounds,
        city text collate "C" not null,
        revision integer not null,
        indicator text collate "C" not null,
        value double precision,
        unit text collate "C" not null,
        missing text not null,
        source text not null,
        explanation text not null,
        primary key (round, city, revision, indicator)
      )`.execute(db);
    await sql`
      create table round_files (
        number integer primary key references round_events,
        round text collate "C" not null references rounds,
        city text collate "C" not null,
        indicator text collate "C" not null,
        sha256 text collate "C" not null,
        name text not null,
        media_type text not null,
        size integer not null
      )`.execute(db);
    await sql`create index round_files_of_city on round_files (round, city)`.execute(db);
    await sql`
      create table blob_pieces (
        address text collate "C" not null,
        piece integer not null,
        bytes text not null,
        primary key (address, piece)
      )`.execute(db);
    await sql`
      create table request_keys (
        by text not null,
        key text not null,
        at text collate "C" not null,
        request text collate "C" not null,
        answer text not null,
        primary key (by, key)
      )`.execute(db);
    await refuseChanges(db);
  },
  async down(db) {
    const tables = ['request_keys', 'blob_pieces', 'round_files', 'round_values', 'round_events', 'rounds'];
    for (const table of tables) await sql`drop table ${sql.table(table)}`.execute(db);
    await sql`drop function refuse_round_change()`.execute(db);
  },
};

/** As with the audit log: this stops a fault of the program, not the owner of the database. */
async function refuseChanges(db: Parameters<Migration['up']>[0]): Promise<void> {
  await sql`
    create function refuse_round_change() returns trigger language plpgsql as $$
      begin raise exception 'what happened in a round is only added to'; end
    $$`.execute(db);
  for (const table of ['rounds', 'round_events', 'round_values', 'round_files', 'blob_pieces']) {
    await sql`
      create trigger ${sql.raw(`${table}_stay`)} before update or delete on ${sql.table(table)}
      for each row execute function refuse_round_change()`.execute(db);
  }
}
