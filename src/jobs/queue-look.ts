import type { QueueAddress } from './queue-address.js';
import { answered, openQueue, type TileQueue, unreachable } from './queue-connection.js';

/** What stands at a queue. */
export interface QueueState {
  /** Tiles by state: waiting, active, delayed, failed…; those that are done are taken off at once. */
  readonly jobs: Readonly<Record<string, number>>;
  /** Names of the workers that are there, `HOST.PROCESS`. */
  readonly workers: readonly string[];
}

/** Somebody who looks at a queue now and then. */
export interface QueueLook {
  /** Address without user and password. */
  readonly name: string;
  /** @throws AfterlodeError QUEUE_UNREACHABLE; the next look tries again */
  look(): Promise<QueueState>;
  close(): Promise<void>;
}

/** Looks at a queue over a connection that is made at the first look and anew after each fault. */
export function lookAtQueue(address: QueueAddress): QueueLook {
  let kept: Promise<TileQueue> | null = null;
  const drop = async () => {
    const dropped = kept;
    kept = null;
    await dropped?.then((queue) => queue.close()).catch(() => undefined);
  };
  return {
    name: address.name,
    async look() {
      kept ??= openQueue(address, () => undefined);
      try {
        const queue = await kept;
        const jobs = await answered(queue.getJobCounts());
        const workers = await answered(queue.getWorkers());
        return { jobs, workers: workers.map(workerName) };
      } catch (error) {
        void drop();
        throw unreachable(address, error);
      }
    },
    close: drop,
  };
}

/** Names are given to connections with the queue's own before them: `QUEUE:w:NAME`. */
function workerName(worker: { readonly [key: string]: string }): string {
  const name = worker['rawname'] ?? worker['name'] ?? '';
  return name.slice(name.lastIndexOf(':w:') < 0 ? 0 : name.lastIndexOf(':w:') + 3);
}
