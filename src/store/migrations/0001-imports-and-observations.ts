import { sql } from 'kysely';
import type { Migration } from '../migrate.js';

/**
 * Imports and what they brought. Texts compare by code points (`collate "C"`), so that order does not depend on the
 * server's language. A double is a finite number or null: PostgreSQL sorts NaN above infinity, so the check refuses
 * both. `import`, `source` and `note` are not foreign keys: checking three of them row by row doubles the time of an
 * import in the embedded engine. Only `saveImport` writes them, and a restore looks for rows that refer to nothing.
 */
export const importsAndObservations: Migration = {
  version: 1,
  name: 'imports and observations',
  async up(db) {
    await sql`
      create table imports (
        number integer primary key,
        id text collate "C" not null unique,
        file text not null,
        sha256 text collate "C" not null,
        layout text collate "C" not null,
        licence text not null,
        imported_by text not null,
        imported_at text collate "C" not null,
        accepted integer not null,
        unchanged integer not null,
        revised integer not null,
        rejected integer not null,
        status text collate "C" not null
      )`.execute(db);
    await sql`create table texts (number integer primary key, words text collate "C" not null)`.execute(db);
    for (const [table, key] of [
      ['observations', ''],
      ['earlier_observations', ', revision'],
    ] as const) {
      await sql`
        create table ${sql.table(table)} (
          indicator text collate "C" not null,
          city text collate "C" not null,
          period text collate "C" not null,
          value double precision check (value > '-infinity' and value < 'infinity'),
          unit text collate "C" not null,
          status text collate "C" not null
            check (status in ('measured', 'reported', 'estimated', 'imputed', 'missing')),
          import integer not null,
          "row" integer not null,
          source integer not null,
          note integer not null,
          revision integer not null check (revision > 0),
          doubtful boolean not null,
          doubt text,
          primary key (indicator, city, period${sql.raw(key)})
        )`.execute(db);
    }
  },
  async down(db) {
    for (const table of ['earlier_observations', 'observations', 'texts', 'imports']) {
      await sql`drop table ${sql.table(table)}`.execute(db);
    }
  },
};
