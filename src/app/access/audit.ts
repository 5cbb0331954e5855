import {
  type AuditEvent,
  type AuditFault,
  type AuditHead,
  formatHead,
  parseHead,
} from '../../access/index.js';
import { AfterlodeError, type Text } from '../../base/index.js';
import type { AuditFilter } from '../../store/index.js';
import type { Workspace } from '../workspace.js';
import { type AccessCall, demand, everywhere } from './call.js';

/** What a check of the log came to. */
export interface AuditCheck {
  readonly events: number;
  /** `NUMBER:HASH` of the newest line, to be published; null where the log is empty. */
  readonly head: string | null;
}

/** The newest lines of the log, the newest first. @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED */
export async function auditLines(
  ws: Workspace,
  filter: AuditFilter,
  call: AccessCall,
): Promise<readonly AuditEvent[]> {
  demand(ws, call.actor, 'audit.read', everywhere);
  return (await (await ws.existingStore())?.audit.list(filter)) ?? [];
}

/** The newest line as `NUMBER:HASH`; null where the log is empty. @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED */
export async function auditHead(ws: Workspace, call: AccessCall): Promise<string | null> {
  demand(ws, call.actor, 'audit.read', everywhere);
  const head = (await (await ws.existingStore())?.audit.head()) ?? null;
  return head === null ? null : formatHead(head);
}

/**
 * Holds the log against itself and, where one is given, against a head that was published earlier.
 *
 * @throws AfterlodeError AUDIT_BROKEN with the first line at fault; CALL_OPTION for a head that is none
 */
export async function verifyAudit(
  ws: Workspace,
  published: string | null,
  call: AccessCall,
): Promise<AuditCheck> {
  demand(ws, call.actor, 'audit.read', everywhere);
  const anchor = published === null ? null : readHead(published);
  const store = await ws.existingStore();
  const verdict = (await store?.audit.verify(anchor)) ?? none(anchor);
  if (!verdict.whole) {
    throw new AfterlodeError('AUDIT_BROKEN', String(verdict.number), { found: faultWords[verdict.fault] });
  }
  return { events: verdict.events, head: verdict.head === null ? null : formatHead(verdict.head) };
}

const faultWords: Readonly<Record<AuditFault, Text>> = {
  missing: { en: 'it is not there', zh: '该行不存在' },
  changed: { en: 'it was changed', zh: '该行被改动' },
  unlinked: { en: 'it does not follow the line before it', zh: '该行与前一行不相连' },
  anchor: { en: 'it is not the line that was published', zh: '该行不是已公布的那一行' },
};

function none(anchor: AuditHead | null) {
  return anchor === null
    ? ({ whole: true, events: 0, head: null } as const)
    : ({ whole: false, number: anchor.number, fault: 'anchor' } as const);
}

function readHead(text: string): AuditHead {
  const head = parseHead(text);
  if (head !== null) return head;
  throw new AfterlodeError('CALL_OPTION', '--head', {
    found: text,
    expected: { en: 'NUMBER:HASH as `audit head` prints it', zh: '`audit head` 输出的“行号:哈希”' },
  });
}
