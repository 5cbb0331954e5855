import { type Actor, isOperator } from '../../access/index.js';
import { AfterlodeError } from '../../base/index.js';
import type { AuditChange, Store } from '../../store/index.js';
import type { Workspace } from '../workspace.js';
import { type AccessCall, signedBy } from './call.js';

/**
 * Tells the audit log of what stands in files of the workspace and not in the store: after the files are there. Where that fails, they stay
 * without a line, and the call fails, so that whoever made it does so again.
 *
 * The operator can write such files without this program too. For his no database is made, and one that a server holds is left to it.
 */
export async function noteKept(
  ws: Pick<Workspace, 'store' | 'existingStore'>,
  change: AuditChange,
  actor: Actor,
  access: AccessCall,
): Promise<void> {
  const store = isOperator(actor) ? await storeIfFree(ws) : await ws.store();
  await store?.audit.add(change, signedBy(actor, access));
}

async function storeIfFree(ws: Pick<Workspace, 'existingStore'>): Promise<Store | null> {
  try {
    return await ws.existingStore();
  } catch (error) {
    if (error instanceof AfterlodeError && error.code === 'STORE_LOCKED') return null;
    throw error;
  }
}
