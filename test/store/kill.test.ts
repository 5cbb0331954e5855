import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { seededRandom } from '../../src/base/index.js';
import { openStore } from '../../src/store/index.js';
import { startChild } from './children.js';

const rows = 20_000;
const seed = 20_261_121;
/** `npm test -- --rounds 10` before a release. */
const rounds = Number(process.env['AFTERLODE_KILL_ROUNDS'] ?? 2);

/** Which round the workspace's values come from; every value must come from the same. */
async function roundOf(folder: string): Promise<{ round: number; imports: number; earlier: number }> {
  const store = await openStore({ folder });
  try {
    const { value, row, revision } = await store.observations();
    expect(value).toHaveLength(rows);
    const found = new Set(Array.from(value, (one, at) => (one - ((row[at] ?? 0) - 2)) * 1024));
    expect([...found], 'all values are of one round').toHaveLength(1);
    const revisions = new Set(revision);
    expect(revisions.size).toBe(1);
    return {
      round: [...found][0] ?? Number.NaN,
      imports: (await store.imports()).length,
      earlier: [...revisions][0] ?? 0,
    };
  } finally {
    await store.close();
  }
}

it(`an import killed at a random moment leaves all or nothing, ${rounds} times`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-kill-'));
  const random = seededRandom(seed);
  try {
    const whole = startChild('import-child.ts', [folder, '1', String(rows)]);
    await whole.line('importing');
    const began = performance.now();
    await whole.line('saved');
    const takes = performance.now() - began;
    await whole.ended();
    let before = await roundOf(folder);
    expect(before).toEqual({ round: 1, imports: 1, earlier: 1 });

    const outcomes: string[] = [];
    for (let round = 2; round <= rounds + 1; round += 1) {
      const child = startChild('import-child.ts', [folder, String(round), String(rows)]);
      await child.line('importing');
      const wait = random() * takes * 1.2;
      await pause(wait);
      child.process.kill('SIGKILL');
      await child.ended();
      const after = await roundOf(folder);
      const saved = after.round === round;
      expect(after).toEqual(
        saved ? { round, imports: before.imports + 1, earlier: before.earlier + 1 } : before,
      );
      outcomes.push(`${Math.round(wait)} ms: ${saved ? 'all' : 'nothing'}`);
      before = after;
    }
    expect(outcomes).toHaveLength(rounds);
    process.stdout.write(`killed after ${outcomes.join(', ')} of ${Math.round(takes)} ms\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 600_000);

it('a workspace is refused to a second process while the first one lives, and is free after its kill', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-kill-'));
  try {
    const child = startChild('import-child.ts', [folder, '1', String(rows)]);
    await child.line('importing');
    const second = openStore({ folder });
    await expect(second).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    await expect(second).rejects.toThrow(`process ${child.process.pid} on`);
    child.process.kill('SIGKILL');
    await child.ended();
    const store = await openStore({ folder });
    expect([0, rows]).toContain((await store.observations()).value.length);
    await store.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);

const half = Math.ceil(rounds / 2);

it(`an account that was acknowledged survives a kill, with its line in a whole audit log, ${half} times`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-kill-'));
  const random = seededRandom(seed);
  try {
    let saved: readonly string[] = [];
    for (let round = 1; round <= half; round += 1) {
      const child = startChild('account-child.ts', [folder, String(round)]);
      await child.line('saved');
      await pause(random() * 300);
      child.process.kill('SIGKILL');
      await child.ended();
      saved = [...saved, ...child.lines('saved ').map((line) => line.slice(6))];
      const store = await openStore({ folder });
      const names = (await store.accounts.list()).map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([...saved]));
      // what the kill overtook between saving and saying so is there too, and has its line
      expect(names.length - saved.length).toBeLessThanOrEqual(round);
      expect(await store.audit.verify(null)).toMatchObject({ whole: true, events: names.length });
      await store.close();
    }
    expect(saved.length).toBeGreaterThanOrEqual(half);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 600_000);
