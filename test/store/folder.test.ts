import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, storeExists } from '../../src/store/index.js';
import { makeDatabase, readKept } from '../../src/store/new-database.js';
import { batches, manyRows, source } from './made.js';

describe('the folder of a workspace', () => {
  let root: string;
  let made: string;
  let told: string[];
  let existed: boolean;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'afterlode-folder-'));
    made = join(root, 'deep', 'workspace');
    // What a killed making leaves behind.
    await mkdir(join(made, 'database.new', 'base'), { recursive: true });
    existed = await storeExists({ folder: made });
    told = [];
    const store = await openStore({ folder: made }, { onProgress: (step) => told.push(step.en) });
    await store.close();
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('is made with its database, its version and nothing left over', async () => {
    expect(existed).toBe(false);
    expect((await readdir(made)).sort()).toEqual(['database', 'workspace.json']);
    expect(JSON.parse(await readFile(join(made, 'workspace.json'), 'utf8'))).toMatchObject({ format: 1 });
    expect(await storeExists({ folder: made })).toBe(true);
    expect(told).toEqual(['making the database', expect.stringMatching(/^taking the tables from version 0/)]);
  });

  it('is made by the engine itself where the build kept nothing', async () => {
    const folder = await mkdtemp(join(root, 'engine-'));
    await makeDatabase(folder, null);
    const store = await openStore({ folder });
    expect((await store.observations()).value).toHaveLength(0);
    await store.close();
  });

  it.each([
    ['is damaged', Buffer.from('no gzip')],
    ['is of another version', gzipSync('{"version":"0.0.1","folders":[],"files":[]}\n')],
    ['has no line', gzipSync('nothing')],
  ])('has no use of what the build kept where that %s', async (_what, bytes) => {
    const kept = join(root, 'kept.gz');
    await writeFile(kept, bytes);
    expect(await readKept(pathToFileURL(kept))).toBeNull();
  });

  it('is unpacked from what the build kept, byte for byte', async () => {
    const folder = await mkdtemp(join(root, 'unpacked-'));
    const kept = join(folder, 'kept.gz');
    const { version } = JSON.parse(
      await readFile('node_modules/@electric-sql/pglite/package.json', 'utf8'),
    ) as { readonly version: string };
    const head = {
      version,
      folders: ['base'],
      files: [
        ['base/1', 0, 3],
        ['PG_VERSION', 3, 5],
        ['same', 3, 5],
      ],
    };
    await writeFile(kept, gzipSync(`${JSON.stringify(head)}\nabc18`));
    await makeDatabase(folder, pathToFileURL(kept));
    const read = (name: string) => readFile(join(folder, 'database', name), 'utf8');
    expect([await read('base/1'), await read('PG_VERSION'), await read('same')]).toEqual(['abc', '18', '18']);
    expect(existsSync(join(folder, 'database.new'))).toBe(false);
  });

  it('belongs to one store at a time, in one process too', async () => {
    const store = await openStore({ folder: made });
    await expect(openStore({ folder: made })).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    expect((await store.observations()).value).toHaveLength(0);
    await store.close();
    expect(existsSync(join(made, 'lock'))).toBe(false);
  });

  it('that lies below a file is refused as not writable', async () => {
    const file = join(root, 'file');
    await writeFile(file, '');
    for (const folder of [file, join(file, 'below')]) {
      await expect(openStore({ folder })).rejects.toMatchObject({ code: 'STORE_NOT_WRITABLE' });
    }
  });

  it('of a newer program is refused, naming both versions, and not touched', async () => {
    const copy = join(root, 'newer');
    await cp(made, copy, { recursive: true });
    await writeFile(join(copy, 'workspace.json'), '{"format": 7}');
    const opening = openStore({ folder: copy });
    await expect(opening).rejects.toMatchObject({ code: 'STORE_NEWER' });
    await expect(opening).rejects.toThrow(/version 7, .* up to 1/);
    await writeFile(join(copy, 'workspace.json'), '{"format": 1}');
    await writeFile(join(copy, 'database', 'PG_VERSION'), '19\n');
    await expect(openStore({ folder: copy })).rejects.toMatchObject({ code: 'STORE_NEWER' });
    expect((await readdir(copy)).sort()).toEqual(['database', 'workspace.json']);
  });

  it('with damaged files says so and is left free', async () => {
    const copy = join(root, 'damaged');
    await cp(made, copy, { recursive: true });
    await writeFile(join(copy, 'workspace.json'), 'not JSON');
    await expect(openStore({ folder: copy })).rejects.toMatchObject({ code: 'STORE_UNREADABLE' });
    await writeFile(join(copy, 'workspace.json'), '{"format": 1}');
    await writeFile(join(copy, 'database', 'PG_VERSION'), '17\n');
    await expect(openStore({ folder: copy })).rejects.toMatchObject({ code: 'STORE_UNREADABLE' });
    await writeFile(join(copy, 'database', 'PG_VERSION'), '18\n');
    await rm(join(copy, 'database', 'global'), { recursive: true });
    await expect(openStore({ folder: copy })).rejects.toMatchObject({ code: 'STORE_UNREADABLE' });
    expect(existsSync(join(copy, 'lock'))).toBe(false);
  });

  it('leaves the event loop free while the database works', async () => {
    const copy = join(root, 'busy');
    await cp(made, copy, { recursive: true });
    const store = await openStore({ folder: copy });
    let longest = 0;
    let ticks = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      ticks += 1;
    }, 5);
    const began = performance.now();
    await store.saveImport(source(), batches(manyRows(40_000), 1000));
    const took = performance.now() - began;
    clearInterval(timer);
    await store.close();
    // On this thread the merge alone would be one pause of most of the time.
    expect(longest).toBeLessThan(took / 2);
    expect(ticks).toBeGreaterThan(10);
  });
});
