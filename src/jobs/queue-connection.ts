import type { Processor, Queue, Worker, WorkerOptions } from 'bullmq';
import { AfterlodeError, foreignReason } from '../base/index.js';
import { type QueueAddress, queueName } from './queue-address.js';
import type { SavedTile } from './tile-worker.js';

/** Tables of the queue, in a schema of their own beside the data; on Redis the beginning of its keys. */
const ownPlace = 'afterlode_queue';
/** A server that has not answered by then is taken for gone. */
const patienceMs = 5000;
/** One that did answer may be busy. */
const busyMs = 15_000;

/** A queue of tiles. */
export type TileQueue = Queue<SavedTile>;

/**
 * Opens the queue for adding tiles; makes its tables where there are none.
 *
 * @param lost told of faults of the connection later on
 * @throws AfterlodeError QUEUE_UNREACHABLE
 */
export async function openQueue(address: QueueAddress, lost: (error: Error) => void): Promise<TileQueue> {
  await reach(address);
  const bull = await import('bullmq');
  const connection = connectionOf(address);
  const options = { connection, prefix: ownPlace } as never;
  const queue: TileQueue =
    address.kind === 'redis'
      ? new bull.Queue(queueName(), options)
      : (new bull.Queue(queueName(), options, bull.createPostgresBackend as never) as TileQueue);
  return ready(address, queue, lost);
}

/**
 * Opens the queue for taking tiles.
 *
 * @param options besides the connection
 * @throws AfterlodeError QUEUE_UNREACHABLE
 */
export async function openWorker(
  address: QueueAddress,
  processor: Processor<SavedTile>,
  options: Omit<WorkerOptions, 'connection'>,
  lost: (error: Error) => void,
): Promise<Worker<SavedTile>> {
  await reach(address);
  // Makes the tables where there are none, before anything looks into them.
  const queue = await openQueue(address, lost);
  await queue.close();
  const bull = await import('bullmq');
  const all = { ...options, autorun: false, connection: connectionOf(address), prefix: ownPlace } as never;
  const worker: Worker<SavedTile> =
    address.kind === 'redis'
      ? new bull.Worker(queueName(), processor, all)
      : (new bull.Worker(queueName(), processor, all, bull.createPostgresBackend as never) as never);
  return ready(address, worker, lost);
}

/** What queue and worker have in common. */
interface Connected {
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

async function ready<T extends Connected>(
  address: QueueAddress,
  one: T,
  lost: (error: Error) => void,
): Promise<T> {
  one.on('error', lost);
  try {
    await within(one.waitUntilReady(), patienceMs);
    return one;
  } catch (error) {
    await one.close().catch(() => undefined);
    throw unreachable(address, error);
  }
}

/** A request that is not waited for longer than a busy server may take. */
export function answered<T>(request: Promise<T>): Promise<T> {
  return within(request, busyMs);
}

async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What is said of a queue that does not answer. */
export function unreachable({ name }: QueueAddress, error: unknown): AfterlodeError {
  if (error instanceof AfterlodeError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const found = error instanceof Error && error.message !== '' ? foreignReason(error) : code;
  return new AfterlodeError('QUEUE_UNREACHABLE', name, { found }, error);
}

function connectionOf({ kind, url }: QueueAddress): object {
  return kind === 'redis'
    ? { url, maxRetriesPerRequest: null, connectTimeout: patienceMs }
    : { connectionString: url, schema: ownPlace, migrate: true, connectionTimeoutMillis: patienceMs, max: 4 };
}

/** Redis clients try for ever to connect; one try says whether somebody is there. */
async function reach(address: QueueAddress): Promise<void> {
  if (address.kind !== 'redis') return;
  const { Redis } = await import('ioredis');
  const client = new Redis(address.url, {
    lazyConnect: true,
    connectTimeout: patienceMs,
    retryStrategy: () => null,
  });
  let reason: unknown = null;
  client.on('error', (error: unknown) => {
    reason = error;
  });
  try {
    await within(
      client.connect().then(() => client.ping()),
      patienceMs,
    );
  } catch (error) {
    throw unreachable(address, reason ?? error);
  } finally {
    client.disconnect();
  }
}
