import { sql } from 'kysely';
import type { Migration } from '../migrate.js';

/**
 * Whom an identity provider may sign in, the sign-ins that are under way there, and accounts whose personal data were erased: their row
 * stays, so that nobody else is ever given the name that the log knows.
 */
export const identities: Migration = {
  version: 7,
  name: 'identities',
  async up(db) {
    await sql`
      create table identities (
        id text collate "C" primary key,
        issuer text collate "C" not null,
        subject text collate "C" not null,
        account text collate "C" not null references accounts,
        by_groups boolean not null,
        made text collate "C" not null,
        used text collate "C" not null,
        unique (issuer, subject)
      )`.execute(db);
    await sql`create index identities_of_account on identities (account)`.execute(db);
    await sql`
      create table provider_visits (
        hash text collate "C" primary key,
        state text not null,
        nonce text not null,
        verifier text not null,
        back text not null,
        began text collate "C" not null
      )`.execute(db);
    await allowStates(db, ['active', 'locked', 'erased']);
  },
  async down(db) {
    await sql`drop table provider_visits`.execute(db);
    await sql`drop table identities`.execute(db);
    await sql`update accounts set state = 'locked' where state = 'erased'`.execute(db);
    await allowStates(db, ['active', 'locked']);
  },
};

async function allowStates(db: Parameters<Migration['up']>[0], states: readonly string[]): Promise<void> {
  const list = sql.join(states.map((state) => sql.lit(state)));
  await sql`alter table accounts drop constraint accounts_state_check`.execute(db);
  await sql`alter table accounts add constraint accounts_state_check check (state in (${list}))`.execute(db);
}
