import type { Actor } from '../../access/index.js';
import type { AuditChange } from '../../store/index.js';
import type { Workspace } from '../workspace.js';
import { type AccessCall, signedBy } from './call.js';

/**
 * Tells the audit log of what stands in files of the workspace and not in the store: after the files are there. Where that fails, they stay
 * without a line, and the call fails, so that whoever made it does so again.
 */
export async function noteKept(
  ws: Pick<Workspace, 'store'>,
  change: AuditChange,
  actor: Actor,
  access: AccessCall,
): Promise<void> {
  await (await ws.store()).audit.add(change, signedBy(actor, access));
}
