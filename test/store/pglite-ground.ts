import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/index.js';
import type { Ground } from './ground.js';

/** Workspaces copied from one that was made once: making a database takes seconds, copying it a fraction of one. */
export async function pgliteGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-store-'));
  const first = join(folder, 'first');
  await (await openStore({ folder: first })).close();
  let count = 0;
  return {
    async fresh() {
      count += 1;
      const copy = join(folder, `copy-${count}`);
      await cp(first, copy, { recursive: true });
      return { folder: copy };
    },
    end: () => rm(folder, { recursive: true, force: true }),
  };
}
