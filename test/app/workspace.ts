import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openWorkspace, type Workspace } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';

/** A workspace in a folder of its own, closed and removed after the file's tests. The catalog is resolved on a fixed day. */
export async function testWorkspace(
  pack = process.cwd(),
  overlays: readonly string[] = [],
): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-app-'));
  const ws = await openWorkspace({
    pack,
    folder: join(folder, 'workspace'),
    database: null,
    overlays,
    version: '0.0.1',
    on: id<'date'>('2026-01-15'),
  });
  afterAll(async () => {
    await ws.close();
    await rm(folder, { recursive: true, force: true });
  });
  return ws;
}
