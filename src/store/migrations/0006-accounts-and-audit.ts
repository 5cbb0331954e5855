import { sql } from 'kysely';
import type { Migration } from '../migrate.js';

/**
 * Accounts with what they hold, sessions, tokens, failed sign-ins, and the audit log. The log refuses to be changed or thinned out: that
 * stops a fault of the program; who owns the database can take the refusal away, and is found by the chain of hashes.
 */
export const accountsAndAudit: Migration = {
  version: 6,
  name: 'accounts and audit',
  async up(db) {
    await sql`
      create table accounts (
        name text collate "C" primary key,
        label text not null,
        password text not null,
        state text collate "C" not null check (state in ('active', 'locked')),
        made text collate "C" not null
      )`.execute(db);
    await sql`
      create table role_bindings (
        account text collate "C" not null references accounts,
        role text collate "C" not null,
        area text collate "C" not null,
        made text collate "C" not null,
        primary key (account, role, area)
      )`.execute(db);
    await sql`
      create table access_tokens (
        id text collate "C" not null unique,
        hash text collate "C" primary key,
        account text collate "C" not null references accounts,
        label text not null,
        scopes text not null,
        made text collate "C" not null,
        ends text collate "C" not null,
        used text collate "C" not null,
        revoked text collate "C" not null
      )`.execute(db);
    await sql`
      create table sessions (
        hash text collate "C" primary key,
        account text collate "C" not null references accounts,
        signed_in text collate "C" not null,
        seen text collate "C" not null
      )`.execute(db);
    await sql`create index sessions_of_account on sessions (account)`.execute(db);
    await sql`
      create table sign_in_failures (
        key text collate "C" primary key,
        count integer not null check (count > 0),
        last text collate "C" not null
      )`.execute(db);
    await makeAudit(db);
  },
  async down(db) {
    const tables = [
      'audit_events',
      'sign_in_failures',
      'sessions',
      'access_tokens',
      'role_bindings',
      'accounts',
    ];
    for (const table of tables) await sql`drop table ${sql.table(table)}`.execute(db);
    await sql`drop function refuse_change()`.execute(db);
  },
};

async function makeAudit(db: Parameters<Migration['up']>[0]): Promise<void> {
  await sql`
    create table audit_events (
      number integer primary key check (number > 0),
      previous text collate "C" not null,
      hash text collate "C" not null unique,
      at text collate "C" not null,
      by text not null,
      action text collate "C" not null,
      target text not null,
      old text not null,
      new text not null,
      why text not null
    )`.execute(db);
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'lines of the audit log are only added'; end
    $$`.execute(db);
  await sql`
    create trigger audit_events_stay before update or delete on audit_events
    for each row execute function refuse_change()`.execute(db);
}
