import { resolve } from 'node:path';
import { openBytes, writeStreamAtomically } from '../files/index.js';
import type { RestoreCounts } from '../store/index.js';
import { type AccessCall, demand, everywhere, signedBy } from './access/call.js';
import { backupRuns, restoreRuns } from './kept-files.js';
import type { Workspace } from './workspace.js';

/**
 * Everything people added, as bytes that either database can read back: the store, then the files of kept runs.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED
 */
export async function* backup(ws: Workspace, access: AccessCall): AsyncIterable<Uint8Array> {
  const actor = demand(ws, access.actor, 'backup.make', everywhere);
  const store = await ws.store();
  // Before the snapshot, so that the backup says of itself who made it.
  const line = { action: 'backup.make', target: 'store', old: null, new: null };
  await store.audit.add(line, signedBy(actor, access));
  yield* store.backup();
  yield* backupRuns(ws);
}

/** Writes a backup to a file, whole or not at all. */
export async function backupTo(
  ws: Workspace,
  path: string,
  access: AccessCall,
): Promise<{ path: string; bytes: number }> {
  const target = resolve(path);
  return { path: target, bytes: await writeStreamAtomically(target, backup(ws, access)) };
}

/**
 * Reads a backup into an empty workspace.
 *
 * @throws AfterlodeError CALL_FILE_MISSING, STORE_NOT_EMPTY, STORE_BACKUP_DAMAGED; nothing is restored then
 */
export async function restoreFrom(
  ws: Workspace,
  path: string,
  access: AccessCall,
): Promise<{ path: string; restored: RestoreCounts & { readonly runs: number } }> {
  const actor = demand(ws, access.actor, 'backup.restore', everywhere);
  const source = resolve(path);
  const runs = restoreRuns(ws);
  try {
    const restored = await (await ws.store()).restore(openBytes(source), runs.read, signedBy(actor, access));
    ws.changed();
    return { path: source, restored: { ...restored, runs: await runs.settle() } };
  } finally {
    await runs.clear();
  }
}
