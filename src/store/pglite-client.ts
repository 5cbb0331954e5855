import { AfterlodeError, foreignReason, type Text } from '../base/index.js';
import type { PgliteFault, PgliteReply, PgliteRequest, PgliteResult } from './pglite-messages.js';
import { startPgliteWorker } from './start-worker.js';

/** The embedded database as seen from the main thread. */
export interface PgliteClient {
  query(sql: string, parameters: readonly unknown[]): Promise<PgliteResult>;
  /** Closes the database and ends its thread. */
  close(): Promise<void>;
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

type Ask =
  | { readonly kind: 'open'; readonly folder: string }
  | { readonly kind: 'query'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly kind: 'close' };

/**
 * Opens the database in a folder, creating it where there is none, in a thread of its own.
 *
 * The thread keeps the program alive only while an answer is awaited, so a forgotten `close` does not hang it.
 *
 * @throws AfterlodeError STORE_UNREADABLE
 */
export async function openPglite(folder: string): Promise<PgliteClient> {
  const worker = startPgliteWorker();
  const waiting = new Map<
    number,
    { resolve: (result: PgliteResult) => void; reject: (error: Error) => void }
  >();
  let count = 0;
  let ended: string | Text | null = null;

  const fail = (reason: string | Text) => {
    ended ??= reason;
    for (const { reject } of waiting.values()) reject(closed(folder, reason));
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
    if ('fault' in reply) asker?.reject(new PgliteError(reply.fault));
    else asker?.resolve(reply.result);
  });

  const ask = (request: Ask): Promise<PgliteResult> => {
    if (ended !== null) return Promise.reject(closed(folder, ended));
    count += 1;
    const message: PgliteRequest = { id: count, ...request };
    return new Promise((resolve, reject) => {
      waiting.set(message.id, { resolve, reject });
      worker.ref();
      worker.postMessage(message);
    });
  };

  try {
    await ask({ kind: 'open', folder });
  } catch (error) {
    await worker.terminate();
    const found = foreignReason(error);
    throw new AfterlodeError('STORE_UNREADABLE', folder, { found }, error);
  }
  return {
    query: (sql, parameters) => ask({ kind: 'query', sql, parameters }),
    async close() {
      if (ended !== null) return;
      await ask({ kind: 'close' });
      ended = { en: 'it was closed', zh: '已被关闭' };
      await worker.terminate();
    },
  };
}

function closed(folder: string, found: string | Text): AfterlodeError {
  return new AfterlodeError('STORE_CLOSED', folder, { found });
}
