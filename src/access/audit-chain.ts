import { sha256Text, sortedJson } from '../base/index.js';

/** What somebody did, before it is part of the chain. */
export interface AuditEntry {
  /** Instant, ISO 8601. */
  readonly at: string;
  /** Account, or the operator's name. */
  readonly by: string;
  /** Such as `account.add`. */
  readonly action: string;
  /** What it was done to, such as `account/li`. */
  readonly target: string;
  /** State before and after; null where there is none. Never a secret. */
  readonly old: unknown;
  readonly new: unknown;
  readonly why: string;
}

/** One line of the log. */
export interface AuditEvent {
  /** From 1, without gaps. */
  readonly number: number;
  /** Hash of the line before; empty for the first. */
  readonly previous: string;
  /** SHA-256 of everything else in the line, hexadecimal. */
  readonly hash: string;
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly target: string;
  /** JSON with sorted keys; `null` where there is no state. */
  readonly old: string;
  readonly new: string;
  readonly why: string;
}

/** A line named by its number and hash: what is published, so that later the whole log up to it can be held against it. */
export interface AuditHead {
  readonly number: number;
  readonly hash: string;
}

/** `missing`: a line is not there. `changed`: its hash does not fit it. `unlinked`: it does not follow the line before it.
 * `anchor`: the published line is not there or another stands in its place. */
export type AuditFault = 'missing' | 'changed' | 'unlinked' | 'anchor';

/** What holding the log against itself came to. */
export type AuditVerdict =
  | { readonly whole: true; readonly events: number; readonly head: AuditHead | null }
  | { readonly whole: false; readonly number: number; readonly fault: AuditFault };

/** The next line of the log. */
export function chainEvent(entry: AuditEntry, before: AuditHead | null): AuditEvent {
  const content = {
    number: (before?.number ?? 0) + 1,
    previous: before?.hash ?? '',
    at: storable(entry.at),
    by: storable(entry.by),
    action: storable(entry.action),
    target: storable(entry.target),
    old: sortedJson(entry.old ?? null),
    new: sortedJson(entry.new ?? null),
    why: storable(entry.why),
  };
  return { ...content, hash: hashOf(content) };
}

/** Databases keep neither zero bytes nor halves of characters; hashed as they are, they would break the chain they enter. */
function storable(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, '\ufffd');
}

function hashOf({
  number,
  previous,
  at,
  by,
  action,
  target,
  old,
  new: after,
  why,
}: Omit<AuditEvent, 'hash'>) {
  return sha256Text(sortedJson({ number, previous, at, by, action, target, old, new: after, why }));
}

/**
 * Holds a log against itself and, where one was published, against an earlier head.
 *
 * It finds any line that was changed, taken out, put in or moved. Without an anchor it cannot find that the newest lines were cut off, nor
 * that somebody who can write to the database made the whole chain anew.
 *
 * @param events in the order of their numbers
 * @returns the first line that is at fault
 */
export async function verifyChain(
  events: AsyncIterable<AuditEvent> | Iterable<AuditEvent>,
  anchor: AuditHead | null = null,
): Promise<AuditVerdict> {
  let head: AuditHead | null = null;
  let anchored = anchor === null;
  for await (const event of events) {
    const expected: number = (head?.number ?? 0) + 1;
    if (event.number !== expected) return { whole: false, number: expected, fault: 'missing' };
    if (hashOf(event) !== event.hash) return { whole: false, number: expected, fault: 'changed' };
    if (event.previous !== (head?.hash ?? '')) return { whole: false, number: expected, fault: 'unlinked' };
    if (anchor?.number === expected) {
      if (anchor.hash !== event.hash) return { whole: false, number: expected, fault: 'anchor' };
      anchored = true;
    }
    head = { number: event.number, hash: event.hash };
  }
  if (!anchored && anchor !== null) return { whole: false, number: anchor.number, fault: 'anchor' };
  return { whole: true, events: head?.number ?? 0, head };
}

/** `NUMBER:HASH`, as a head is published. */
export function formatHead({ number, hash }: AuditHead): string {
  return `${number}:${hash}`;
}

/** Reads what `formatHead` wrote; null for anything else. */
export function parseHead(text: string): AuditHead | null {
  const found = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text.trim());
  return found === null ? null : { number: Number(found[1]), hash: found[2] as string };
}
