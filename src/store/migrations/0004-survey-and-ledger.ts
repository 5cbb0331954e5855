import { sql } from 'kysely';
import type { Migration } from '../migrate.js';

/**
 * The residents' survey with its revisions, and what was done about findings. Events are only ever added: each names the
 * one before it, and no two may follow the same one. Lengths are limited by the reader, not here.
 */
export const surveyAndLedger: Migration = {
  version: 4,
  name: 'survey and ledger',
  async up(db) {
    await sql`
      create table survey_answers (
        city text collate "C" not null,
        period text collate "C" not null,
        item text collate "C" not null,
        revision integer not null check (revision > 0),
        indicator text collate "C" not null,
        asked integer not null check (asked >= 0),
        satisfied integer not null check (satisfied >= 0),
        dissatisfied integer not null check (dissatisfied >= 0),
        source text not null,
        note text not null,
        file text not null,
        sha256 text collate "C" not null,
        "row" integer not null,
        imported_by text not null,
        imported_at text collate "C" not null,
        check (satisfied + dissatisfied <= asked),
        primary key (city, period, item, revision)
      )`.execute(db);
    await sql`
      create table ledger_events (
        number integer primary key,
        id text collate "C" not null unique,
        finding text collate "C" not null,
        previous text collate "C" not null,
        kind text collate "C" not null check (kind in ('opened', 'measure', 'status', 'recheck', 'note')),
        at text collate "C" not null,
        recorded_by text not null,
        document text not null,
        content text not null,
        unique (finding, previous)
      )`.execute(db);
  },
  async down(db) {
    for (const table of ['ledger_events', 'survey_answers']) {
      await sql`drop table ${sql.table(table)}`.execute(db);
    }
  },
};
