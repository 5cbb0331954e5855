import { AfterlodeError, type Code, foreignReason, type Text } from '../base/index.js';
import { reasonOf } from './run-blocks.js';
import { startWorker, type WorkerFile } from './start-worker.js';

/** What a job's thread says: how far it is, its answer, or its fault. */
export type JobReply<Answer> =
  | { readonly progress: number }
  | { readonly answer: Answer }
  | { readonly fault: JobFault };

/** An error on its way between threads; classes do not travel. */
export interface JobFault {
  readonly code: Code;
  readonly where: string;
  readonly text: Text;
  readonly remedy: Text;
}

export interface JobOptions {
  readonly signal?: AbortSignal | undefined;
  /** Share done, 0–1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/**
 * Does one piece of work in a thread of its own, so that the caller's stays free.
 *
 * @param file its worker; it reads `workerData` and answers with messages of the form `JobReply`
 * @throws AfterlodeError the fault of the work, or JOB_FAILED where the thread ends without an answer; the reason of the signal
 */
export async function runJob<Answer>(file: WorkerFile, data: unknown, options: JobOptions): Promise<Answer> {
  const { signal, onProgress } = options;
  signal?.throwIfAborted();
  const worker = startWorker(file, data);
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const fail = (found: string | Text) => reject(new AfterlodeError('JOB_FAILED', file.name, { found }));
      signal?.addEventListener('abort', () => reject(reasonOf(signal)), { once: true });
      worker.on('message', (reply: JobReply<Answer>) => {
        if ('progress' in reply) onProgress?.(reply.progress);
        else if ('fault' in reply) reject(errorOf(reply.fault));
        else resolve(reply.answer);
      });
      worker.on('error', (error: unknown) => fail(foreignReason(error)));
      worker.on('exit', (status) =>
        fail({ en: `the thread ended with ${status}`, zh: `线程以状态 ${status} 结束` }),
      );
    });
  } finally {
    await worker.terminate();
  }
}

/** The fault of an error that the caller can mend; others are thrown on and end the thread. */
export function faultOf(error: unknown): JobFault {
  if (!(error instanceof AfterlodeError)) throw error;
  const { code, where, text, remedy } = error;
  return { code, where, text, remedy };
}

/** A fault that came from elsewhere as the error it was. */
export function errorOf({ code, where, text, remedy }: JobFault): AfterlodeError {
  const error = new AfterlodeError(code, where);
  return Object.assign(error, { text, remedy, message: `${code}: ${text.en}` });
}
