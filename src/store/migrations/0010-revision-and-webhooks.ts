import { sql } from 'kysely';
import type { Migration } from '../migrate.js';

/** A counter of changes that all processes on one database look at; webhooks with the events that they are to be told. */
export const revisionAndWebhooks: Migration = {
  version: 10,
  name: 'revision and webhooks',
  async up(db) {
    // It begins at the clock: after a restore, which makes it anew, no process may meet a number that it has seen.
    await sql`
      create table store_revision (one boolean primary key check (one), revision bigint not null)`.execute(
      db,
    );
    await sql`
      insert into store_revision values (true, (extract(epoch from clock_timestamp()) * 1000)::bigint)`.execute(
      db,
    );
    await sql`
      create table webhooks (
        id text collate "C" primary key,
        address text not null,
        events text not null,
        label text not null,
        state text collate "C" not null check (state in ('active', 'paused')),
        made text collate "C" not null
      )`.execute(db);
    await sql`
      create table webhook_secrets (
        webhook text collate "C" primary key references webhooks on delete cascade,
        secret text not null
      )`.execute(db);
    await sql`
      create table webhook_deliveries (
        id text collate "C" primary key,
        webhook text collate "C" not null references webhooks on delete cascade,
        event text collate "C" not null,
        body text not null,
        made text collate "C" not null,
        state text collate "C" not null check (state in ('waiting', 'delivered', 'given_up')),
        tries integer not null,
        next text collate "C" not null,
        last text collate "C" not null,
        answer integer,
        fault text not null
      )`.execute(db);
    await sql`
      create index webhook_deliveries_due on webhook_deliveries (next) where state = 'waiting'`.execute(db);
    await sql`create index webhook_deliveries_of_webhook on webhook_deliveries (webhook, made)`.execute(db);
  },
  async down(db) {
    for (const table of ['webhook_deliveries', 'webhook_secrets', 'webhooks', 'store_revision'])
      await sql`drop table ${sql.table(table)}`.execute(db);
  },
};
