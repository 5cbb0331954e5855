import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../src/store/lock.js';
import { processState } from '../../src/store/process-state.js';
import { startChild } from './children.js';

describe('the lock of a workspace', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'afterlode-lock-'));
    return () => rm(folder, { recursive: true, force: true });
  });
  const holder = (said: object) =>
    JSON.stringify({
      pid: process.pid,
      host: hostname(),
      started: processState(process.pid)?.started ?? '',
      since: '2026-01-01T00:00:00Z',
      mark: 'earlier',
      ...said,
    });
  const leave = (said: object) => writeFile(join(folder, 'lock'), holder(said));
  const files = async () => (await readdir(folder)).sort();
  /** A process number that nobody has: the highest a system gives out is below it. */
  const nobody = 2 ** 22 + 1;

  it('is given to one and freed by release', async () => {
    const lock = await takeLock(folder);
    await expect(takeLock(folder)).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    await expect(takeLock(folder)).rejects.toThrow(`process ${process.pid} on ${hostname()}`);
    lock.release();
    lock.release();
    expect(await files()).toEqual([]);
    (await takeLock(folder)).release();
  });

  it('is taken over from a process that is gone', async () => {
    await leave({ pid: nobody });
    const lock = await takeLock(folder);
    expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    expect(await files()).toEqual(['lock']);
    lock.release();
  });

  it('is taken over when its process number now belongs to another process', async () => {
    await leave({ started: 'another boot:1' });
    const lock = await takeLock(folder);
    expect(await readFile(join(folder, 'lock'), 'utf8')).not.toContain('another boot');
    lock.release();
  });

  it('is not taken over from another machine, whose processes nobody here can see', async () => {
    await leave({ pid: nobody, host: 'elsewhere' });
    await expect(takeLock(folder)).rejects.toThrow(/on elsewhere/);
  });

  it('is taken over when its file was cut short by a kill', async () => {
    for (const rest of ['', '{"pid":', '[]']) {
      await writeFile(join(folder, 'lock'), rest);
      (await takeLock(folder)).release();
      expect(await files()).toEqual([]);
    }
  });

  it('is taken over though an earlier successor died in the middle of it', async () => {
    await leave({ pid: nobody, mark: 'first' });
    await writeFile(join(folder, 'lock.after-first'), holder({ pid: nobody, mark: 'second' }));
    const lock = await takeLock(folder);
    expect(await files()).toEqual(['lock']);
    lock.release();
  });

  it('leaves another holder alone when released late', async () => {
    const lock = await takeLock(folder);
    await leave({ mark: 'somebody else' });
    lock.release();
    expect(await files()).toEqual(['lock']);
  });

  it.each([
    ['a dead holder', () => leave({ pid: nobody })],
    ['nobody', () => Promise.resolve()],
  ])('goes to exactly one of several processes that come at once and find %s', async (_found, prepare) => {
    await prepare();
    const children = [1, 2, 3, 4].map(() => startChild('lock-child.ts', [folder]));
    await Promise.all(children.map((child) => child.line('ready')));
    for (const child of children) child.process.stdin?.write('take\n');
    const said = await Promise.all(
      children.map((child) => Promise.race([child.line('held'), child.line('refused')])),
    );
    const winner = said.indexOf('held');
    expect(said.filter((line) => line === 'held')).toHaveLength(1);
    const pid = children[winner]?.process.pid;
    for (const line of said.filter((_line, at) => at !== winner)) expect(line).toContain(`process ${pid} on`);
    expect(await files()).toEqual(['lock']);

    for (const child of children) child.process.stdin?.write('exit\n');
    await Promise.all(children.map((child) => child.ended()));
    expect(existsSync(join(folder, 'lock')), 'freed at a normal end').toBe(false);
  });
});
