import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDiskFull } from '../../src/store/disk-full.js';
import { openStore } from '../../src/store/index.js';
import { batches, observation, source } from './made.js';
import { openShared } from './shared-store.js';

describe('an embedded database whose disk is full', () => {
  let root: string;
  let made: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'afterlode-full-'));
    made = join(root, 'made');
    const store = await openStore({ folder: made });
    await store.saveImport(source('a'), batches([observation()]));
    await store.close();
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  // Blocks of 512 or 1024 bytes, as the shell has it: too few for anything, for a table, and for the log, where the engine itself ends.
  it.each([
    [0, 'STORE_NOT_WRITABLE'],
    [500, 'STORE_FULL'],
    [2000, 'STORE_FULL'],
  ])('says so within a limit of %d blocks, more than once, and keeps what it had', async (blocks, code) => {
    const folder = join(root, `limit-${blocks}`);
    await cp(made, folder, { recursive: true });
    const script = new URL('full-child.ts', import.meta.url).pathname;
    const limited = 'ulimit -f "$0" && exec "$@"';
    const child = [process.execPath, '--import', 'tsx', script, folder, '20000'];
    const { stdout, stderr } = spawnSync('sh', ['-c', limited, String(blocks), ...child], {
      encoding: 'utf8',
      timeout: 110_000,
    });
    expect([stdout, stderr]).toEqual([`${code}\n${code}\nclosed\n`, '']);
    expect((await readdir(folder)).toSorted()).toEqual(['database', 'workspace.json']);
    const store = await openStore({ folder });
    expect(await store.imports()).toHaveLength(1);
    expect(await store.audit.verify(null)).toMatchObject({ whole: true, events: 1 });
    await store.saveImport(source('b'), batches([observation({ value: 2 })]));
    expect((await store.observations()).value).toHaveLength(1);
    await store.close();
  });

  it('goes on in the same process once there is room, after a fault that ends the engine', async () => {
    const folder = join(root, 'anew');
    await cp(made, folder, { recursive: true });
    const { store, access } = await openShared({ folder });
    const log = join(folder, 'database', 'pg_wal');
    await rename(log, `${log}.away`);
    const beyond = access.write((db) => sql`select pg_switch_wal()`.execute(db));
    const next = store.saveImport(source('b'), batches([observation({ value: 2 })]));
    await expect(beyond).rejects.toMatchObject({ code: '58P01' });
    await expect(next).rejects.toMatchObject({ code: 'STORE_UNREADABLE' });
    await rename(`${log}.away`, log);
    const done = await store.saveImport(source('c'), batches([observation({ value: 3 })]));
    expect(done.revised).toBe(1);
    expect(Array.from((await store.observations()).value)).toEqual([3]);
    expect(await store.audit.verify(null)).toMatchObject({ whole: true });
    await access.close();
  });

  it.each([
    [{ code: '53100', message: 'could not extend file' }, true],
    [{ code: 'XX000', message: 'could not write to file "base/5/1": File too large' }, true],
    [{ code: 'XX000', message: 'could not extend file "base/5/1": Disk quota exceeded' }, true],
    [{ code: '22021', message: 'the text "a: File too large" is no number' }, false],
  ])('%j: %s', (said, expected) => {
    expect(isDiskFull(Object.assign(new Error(said.message), said))).toBe(expected);
  });
});
