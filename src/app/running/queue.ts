import { lookAtQueue, type QueueLook, queueAddress } from '../../jobs/index.js';

/**
 * Looks at a queue now and then.
 *
 * @param written `postgres://…` or `redis://…`
 * @throws AfterlodeError QUEUE_ADDRESS
 */
export function queueLook(written: string): QueueLook {
  return lookAtQueue(queueAddress(written));
}
