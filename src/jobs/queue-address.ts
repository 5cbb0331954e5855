import { AfterlodeError, phrases } from '../base/index.js';
import { codeVersion } from './code-version.js';

/** Where a queue is kept. */
export interface QueueAddress {
  readonly kind: 'postgresql' | 'redis';
  /** As given, with user and password. */
  readonly url: string;
  /** For messages: without user and password. */
  readonly name: string;
}

const kinds: Readonly<Record<string, QueueAddress['kind']>> = {
  'postgres:': 'postgresql',
  'postgresql:': 'postgresql',
  'redis:': 'redis',
  'rediss:': 'redis',
};

/**
 * Reads the address of a queue.
 *
 * @param written null where nobody gave one
 * @throws AfterlodeError QUEUE_ADDRESS
 */
export function queueAddress(written: string | null): QueueAddress {
  const url = written !== null && URL.canParse(written) ? new URL(written) : null;
  const kind = url === null ? undefined : kinds[url.protocol];
  if (url !== null && kind !== undefined)
    return { kind, url: url.href, name: `${url.protocol}//${url.host}${url.pathname}` };
  throw new AfterlodeError('QUEUE_ADDRESS', '--queue', {
    // What cannot be read may hold a password.
    found: written === null ? phrases.none : { en: 'something else', zh: '其他内容' },
    expected: 'postgres://… / redis://…',
  });
}

/** Name of the queue: programs of another code do not see its tiles. Short, as PostgreSQL cuts names at 63 bytes. */
export function queueName(): string {
  return `afterlode-${codeVersion()}`;
}
