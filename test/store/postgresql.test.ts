import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, storeExists } from '../../src/store/index.js';
import type { Ground } from './ground.js';
import { gather, pieces } from './made.js';
import { pgliteGround } from './pglite-ground.js';
import { postgresqlGround } from './postgresql-ground.js';
import { storeSuite } from './suite.js';
import { fill } from './suite-backup.js';

storeSuite('PostgreSQL', postgresqlGround);

describe('between the engines', () => {
  let grounds: { pglite: Ground; postgresql: Ground };
  beforeAll(async () => {
    grounds = { pglite: await pgliteGround(), postgresql: await postgresqlGround() };
  });
  afterAll(async () => {
    await grounds?.pglite.end();
    await grounds?.postgresql.end();
  });

  it.each([
    ['pglite', 'postgresql'],
    ['postgresql', 'pglite'],
  ] as const)('a backup of %s restores into %s, with the same bytes', async (one, other) => {
    const from = await openStore(await grounds[one].fresh());
    const to = await openStore(await grounds[other].fresh());
    try {
      await fill(from);
      const bytes = await gather(from.backup());
      await to.restore(pieces(bytes));
      expect(await to.observations()).toEqual(await from.observations());
      expect(gunzipSync(await gather(to.backup())).toString()).toBe(gunzipSync(bytes).toString());
      expect([from.engine, to.engine]).toEqual([one, other]);
    } finally {
      await from.close();
      await to.close();
    }
  });
});

it('a workspace moves to PostgreSQL and back with everything as it was', async () => {
  const grounds = { pglite: await pgliteGround(), postgresql: await postgresqlGround() };
  const opened = [];
  try {
    const first = await openStore(await grounds.pglite.fresh());
    opened.push(first);
    await fill(first);
    const bytes = await gather(first.backup());
    let carried = bytes;
    for (const engine of ['postgresql', 'pglite'] as const) {
      const next = await openStore(await grounds[engine].fresh());
      opened.push(next);
      await next.restore(pieces(carried));
      carried = await gather(next.backup());
      expect(await next.audit.verify(await first.audit.head())).toMatchObject({ whole: true });
    }
    expect(gunzipSync(carried)).toEqual(gunzipSync(bytes));
  } finally {
    for (const store of opened) await store.close();
    await grounds.pglite.end();
    await grounds.postgresql.end();
  }
});

describe('a PostgreSQL server', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await postgresqlGround();
  });
  afterAll(() => ground?.end());

  it('serves several processes: two stores see each other', async () => {
    const place = await ground.fresh();
    expect(await storeExists(place)).toBe(false);
    const [one, two] = await Promise.all([openStore(place), openStore(place)]);
    await fill(one);
    expect(await two.imports()).toEqual(await one.imports());
    await one.close();
    await two.close();
  });

  it('that does not answer is named without its password', async () => {
    const opening = openStore({ url: 'postgresql://someone:secret@127.0.0.1:1/nothing' });
    await expect(opening).rejects.toMatchObject({
      code: 'STORE_UNREACHABLE',
      where: 'postgresql://127.0.0.1:1/nothing',
    });
    await expect(opening).rejects.not.toThrow(/secret/);
    await expect(openStore({ url: 'no address' })).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
  });
});
