import { foreignReason, type Text } from '../base/index.js';
import type { PgliteFault, PgliteReply, PgliteRequest, PgliteResult } from './pglite-messages.js';
import { startPgliteWorker } from './start-worker.js';

/** What is asked of the thread of the embedded database. */
export type PgliteAsk = PgliteRequest extends infer One
  ? One extends { id: number }
    ? Omit<One, 'id'>
    : never
  : never;

/** A thread that runs the embedded database. */
export interface PgliteEngine {
  /** Rejects with a `PgliteError`, with what `closed` makes once the engine has ended. */
  ask(request: PgliteAsk): Promise<PgliteResult>;
  /** Why it answers no more; null as long as it does. */
  ended(): string | Text | null;
  /** Ends the thread as it is. Harmless when repeated. */
  end(reason: string | Text): Promise<void>;
}

/** An error of the embedded database, with the fields that `pg` gives. */
export class PgliteError extends Error {
  readonly code: string | null;
  readonly detail: string | null;
  readonly constraint: string | null;

  constructor(fault: PgliteFault) {
    super(fault.message);
    this.name = 'PgliteError';
    this.code = fault.code;
    this.detail = fault.detail;
    this.constraint = fault.constraint;
  }
}

interface Asker {
  readonly resolve: (result: PgliteResult) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts a thread for the embedded database; it keeps the program alive only while an answer is awaited, so a forgotten `close` does not
 * hang it. A fault after which the engine must not go on ends the thread: it would answer nonsense, wait for itself for ever, or write
 * what it has half done into its files, which are whole as they are.
 */
export function startPgliteEngine(closed: (reason: string | Text) => Error): PgliteEngine {
  const worker = startPgliteWorker();
  const waiting = new Map<number, Asker>();
  let count = 0;
  let ended: string | Text | null = null;

  const fail = (reason: string | Text) => {
    ended ??= reason;
    for (const { reject } of waiting.values()) reject(closed(reason));
    waiting.clear();
  };
  worker.on('error', (error) => fail(foreignReason(error)));
  worker.on('exit', (status) =>
    fail({ en: `its thread ended with ${status}`, zh: `其线程以状态 ${status} 结束` }),
  );
  worker.on('message', (reply: PgliteReply) => {
    const asker = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
    if (!('fault' in reply)) return asker?.resolve(reply.result);
    const error = new PgliteError(reply.fault);
    if (reply.fault.isLast) {
      fail(foreignReason(error));
      void worker.terminate();
    }
    return asker?.reject(error);
  });
  return {
    ask(request) {
      if (ended !== null) return Promise.reject(closed(ended));
      count += 1;
      const message: PgliteRequest = { id: count, ...request };
      return new Promise((resolve, reject) => {
        waiting.set(message.id, { resolve, reject });
        worker.ref();
        worker.postMessage(message);
      });
    },
    ended: () => ended,
    async end(reason) {
      ended ??= reason;
      await worker.terminate();
    },
  };
}
