import { lookAtQueue, type QueueLook, queueAddress } from '../../jobs/index.js';

/**
 * Looks at the queue that a server is told of; null where it is told of none.
 *
 * @param written `postgres://…` or `redis://…`
 * @throws AfterlodeError QUEUE_ADDRESS
 */
export function queueLook(written: string | null): QueueLook | null {
  return written === null ? null : lookAtQueue(queueAddress(written));
}
