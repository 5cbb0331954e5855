import { hostname } from 'node:os';
import { AfterlodeError, foreignReason, type Text } from '../../base/index.js';
import { type QueueLook, workerHost } from '../../jobs/index.js';
import type { ReadyAnswer } from './readiness.js';

/** How long a server may take to say how it is, ms: longer than it waits for its own parts. */
const patienceMs = 5000;

/**
 * Asks a running server whether it is ready.
 *
 * @param address `http://127.0.0.1:4321`
 * @throws AfterlodeError SERVICE_NOT_READY with the parts that are not, or where nobody answers
 */
export async function askServer(address: string): Promise<ReadyAnswer> {
  const url = new URL('/ready', address);
  const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs) })
    .then((response) => response.json() as Promise<ReadyAnswer>)
    .catch((error: unknown) => {
      // What `fetch` says of itself is always the same; its cause tells why.
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      throw notReady(url.origin, foreignReason(cause));
    });
  // A refusal, or another program at that address.
  if (!Array.isArray(answer.parts))
    throw notReady(url.origin, { en: 'it answers something else', zh: '应答内容不符' });
  if (!answer.ready) throw notReady(url.origin, reasonsOf(answer));
  return answer;
}

/**
 * Asks a queue for the workers of this machine.
 *
 * @returns their names
 * @throws AfterlodeError SERVICE_NOT_READY where there is none; QUEUE_UNREACHABLE
 */
export async function askWorkers(queue: QueueLook): Promise<readonly string[]> {
  const { workers } = await queue.look();
  const host = `${workerHost(hostname())}.`;
  const here = workers.filter((name) => name.startsWith(host));
  if (here.length > 0) return here;
  throw notReady(queue.name, { en: 'no worker of this machine there', zh: '没有本机的工作进程' });
}

function reasonsOf({ parts }: ReadyAnswer): Text {
  const said = (lang: keyof Text) =>
    parts.flatMap(({ part, why }) => (why === null ? [] : [`${part}: ${why[lang]}`])).join('; ');
  return { en: said('en'), zh: said('zh') };
}

function notReady(where: string, found: Text): AfterlodeError {
  return new AfterlodeError('SERVICE_NOT_READY', where, { found });
}
