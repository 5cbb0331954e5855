import { AfterlodeError, type Text } from '../base/index.js';
import type { QueueAddress } from './queue-address.js';
import { answered, type TileQueue, unreachable } from './queue-connection.js';
import { errorOf, type JobFault } from './run-job.js';
import { jobId } from './tile-key.js';
import type { SavedTile } from './tile-worker.js';

/** Looks after tiles on a queue while their results are waited for. */
export interface QueueWatch {
  /**
   * Adds the tiles.
   *
   * @throws AfterlodeError QUEUE_UNREACHABLE
   */
  begin(): Promise<void>;
  /**
   * Looks at the queue from time to time and says what there is to say.
   *
   * @throws AfterlodeError the fault of a tile; QUEUE_UNREACHABLE, QUEUE_NO_WORKER when it has lasted too long
   */
  look(): Promise<void>;
}

interface Watched {
  readonly all: number;
  readonly left: () => readonly SavedTile[];
  readonly add: () => Promise<void>;
}

/** How often the queue is asked, ms. */
const askMs = 1000;
/** How often the same is said again, ms. */
const repeatMs = 10_000;
/** How often tiles that have no result are added again: what a queue forgot is there once more, the rest is unchanged. */
const addAgainMs = 15_000;
/** How long a queue may be away while it is worked with, ms. */
const awayMs = 20_000;

/** Watches a queue for one run of tiles. */
export function watchQueue(
  queue: TileQueue,
  options: {
    readonly address: QueueAddress;
    readonly note: (text: Text) => void;
    readonly patienceSeconds: number;
  },
  { all, left, add }: Watched,
): QueueWatch {
  const { address, note, patienceSeconds } = options;
  const now = () => performance.now();
  const clock = { asked: Number.NEGATIVE_INFINITY, told: Number.NEGATIVE_INFINITY, added: now() };
  let [workers, remaining] = [-1, all];
  let alone: number | null = null;
  let away: number | null = null;

  const ask = async () => {
    const again = await answered(lookAtFailed(queue, left()));
    if (again || now() - clock.added > addAgainMs) {
      await add();
      clock.added = now();
    }
    const moved = left().length < remaining;
    remaining = left().length;
    // Whoever lost its connection and works on is not in the list for a moment.
    const count = Math.max(await answered(queue.getWorkersCount()), moved ? workers : 0);
    alone = count > 0 || moved ? null : (alone ?? now());
    if (count !== workers || (count === 0 && now() - clock.told > repeatMs)) {
      note(told(address.name, count, remaining));
      clock.told = now();
    }
    workers = count;
  };
  return {
    async begin() {
      try {
        await answered(forget(queue, left()));
        await add();
      } catch (error) {
        throw unreachable(address, error);
      }
    },
    async look() {
      if (now() - clock.asked < askMs) return;
      clock.asked = now();
      try {
        await ask();
        away = null;
      } catch (error) {
        const fault = unreachable(address, error);
        if (fault.code !== 'QUEUE_UNREACHABLE') throw fault;
        if (away === null) note(fault.text);
        away ??= now();
        if (now() - away > awayMs) throw fault;
      }
      if (alone !== null && now() - alone > patienceSeconds * 1000)
        throw new AfterlodeError('QUEUE_NO_WORKER', address.name, { found: patienceSeconds });
    },
  };
}

function told(name: string, workers: number, tiles: number): Text {
  return workers === 0
    ? {
        en: `waiting: ${tiles} tiles at ${name}, no worker there; start \`afterlode worker --queue URL\``,
        zh: `等待中：${name} 有 ${tiles} 个分块，没有工作进程；请启动 \`afterlode worker --queue 地址\``,
      }
    : {
        en: `${tiles} tiles at ${name}, workers: ${workers}`,
        zh: `${name} 有 ${tiles} 个分块，工作进程：${workers}`,
      };
}

/** Tiles that failed in an earlier run get another chance. */
async function forget(queue: TileQueue, tiles: readonly SavedTile[]): Promise<void> {
  const own = new Set(tiles.map(jobId));
  for (const job of await queue.getFailed()) if (job.id !== undefined && own.has(job.id)) await job.remove();
}

/**
 * A tile that failed at one worker would fail at the next one too. One that was done but could not be reported, as the queue went
 * away, is none of these: it is taken off, so that it can be added again.
 *
 * @returns whether there are tiles to add again
 * @throws AfterlodeError the fault of a tile
 */
async function lookAtFailed(queue: TileQueue, tiles: readonly SavedTile[]): Promise<boolean> {
  const failed = await queue.getFailed(0, 100);
  if (failed.length === 0) return false;
  const own = new Set(tiles.map(jobId));
  const jobs = failed.filter(({ id }) => id !== undefined && own.has(id));
  for (const job of jobs) {
    const fault = failureOf(job.failedReason);
    if (fault !== null) throw fault;
    await job.remove();
  }
  return jobs.length > 0;
}

/** What a worker said of a tile, see `takeTiles`; or that nobody ended it. null for troubles of the queue. */
function failureOf(reason: string): AfterlodeError | null {
  const told = faultIn(reason);
  if (told === null)
    return /stalled/.test(reason) ? new AfterlodeError('JOB_FAILED', 'tile', { found: reason }) : null;
  const { worker, fault } = told;
  const text = { en: `${fault.text.en} (worker ${worker})`, zh: `${fault.text.zh}（工作进程 ${worker}）` };
  return errorOf({ ...fault, text });
}

function faultIn(reason: string): { readonly worker: string; readonly fault: JobFault } | null {
  try {
    return JSON.parse(reason) as { readonly worker: string; readonly fault: JobFault };
  } catch {
    return null;
  }
}
