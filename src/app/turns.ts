import { AfterlodeError } from '../base/index.js';

type Turn = <Answer>(work: () => Promise<Answer>, signal?: AbortSignal) => Promise<Answer>;

/**
 * Lets so many pieces of work run at the same time; others wait in their order, as long as their caller does.
 *
 * @param where names the work in the message
 * @returns runs a piece of work in its turn
 * @throws AfterlodeError JOB_BUSY where too many wait already; the reason of the signal, while waiting
 */
export function takeTurn(working: number, mostWaiting: number, where = 'engine'): Turn {
  let running = 0;
  const waiting: (() => void)[] = [];
  const wait = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const begin = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(begin), 1);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', leave, { once: true });
      waiting.push(begin);
    });
  return async (work, signal) => {
    signal?.throwIfAborted();
    if (running >= working) {
      if (waiting.length >= mostWaiting) {
        const facts = { found: waiting.length, expected: mostWaiting };
        throw new AfterlodeError('JOB_BUSY', where, facts);
      }
      await wait(signal);
    } else running += 1;
    try {
      return await work();
    } finally {
      // The place goes on to the next one, or becomes free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
