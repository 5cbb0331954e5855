import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openWorkspace, type Workspace } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';

let shipped: Promise<Workspace> | null = null;

/**
 * The shipped pack for files that only read: opened once in a process, with all that has been computed from it. Its store
 * cannot be made, so that no file finds what another has saved.
 */
export function readingWorkspace(): Promise<Workspace> {
  const none = join(tmpdir(), 'afterlode-no-workspace');
  shipped ??= open(process.cwd(), none, []).then((ws) => ({
    ...ws,
    store: () =>
      Promise.reject(new Error('readingWorkspace is for reading; testWorkspace may be written to')),
    existingStore: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  }));
  return shipped;
}

function open(pack: string, folder: string, overlays: readonly string[]): Promise<Workspace> {
  const on = id<'date'>('2026-01-15');
  return openWorkspace({ pack, folder, database: null, overlays, version: '0.0.1', on });
}

/** A workspace in a folder of its own, closed and removed after the file's tests. The catalog is resolved on a fixed day. */
export async function testWorkspace(
  pack = process.cwd(),
  overlays: readonly string[] = [],
): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-app-'));
  const ws = await open(pack, join(folder, 'workspace'), overlays);
  afterAll(async () => {
    await ws.close();
    await rm(folder, { recursive: true, force: true });
  });
  return ws;
}
