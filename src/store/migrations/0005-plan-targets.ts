import { sql } from 'kysely';
import type { Migration } from '../migrate.js';

/**
 * Targets of plans with the day of their document. A document is never younger than the year it sets a target for: what
 * comes after the year would be filled in from what came about.
 */
export const planTargets: Migration = {
  version: 5,
  name: 'plan targets',
  async up(db) {
    await sql`
      create table plan_targets (
        city text collate "C" not null,
        indicator text collate "C" not null,
        year text collate "C" not null check (year ~ '^[0-9]{4}$'),
        issued text collate "C" not null check (issued ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
        revision integer not null check (revision > 0),
        target double precision not null check (target > '-infinity' and target < 'infinity'),
        document text not null check (document <> ''),
        file text not null,
        sha256 text collate "C" not null,
        "row" integer not null,
        imported_by text not null,
        imported_at text collate "C" not null,
        check (left(issued, 4) <= year),
        primary key (city, indicator, year, issued, revision)
      )`.execute(db);
  },
  async down(db) {
    await sql`drop table plan_targets`.execute(db);
  },
};
