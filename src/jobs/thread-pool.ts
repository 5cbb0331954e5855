import type { Worker } from 'node:worker_threads';
import { AfterlodeError, foreignReason, type Text } from '../base/index.js';
import { errorOf, type JobReply } from './run-job.js';
import { startWorker, type WorkerFile } from './start-worker.js';

/** Threads that answer one question after the other, each keeping what it has loaded. */
export interface ThreadPool<Question, Answer> {
  /**
   * Waits for a thread that is free.
   *
   * @throws AfterlodeError the fault of the work, or JOB_FAILED where its thread ends; another one then takes its place
   */
  answer(question: Question): Promise<Answer>;
  /** How many threads there are now. */
  readonly threads: () => number;
  /** Ends the threads at once; without it they end with the program, which none of them keeps alive unless it works. */
  close(): Promise<void>;
}

/**
 * Threads are started as they are needed.
 *
 * @param file its worker; it gets questions as messages and answers each with one message of the form `JobReply`
 * @param threads how many at most, 1 or more
 * @param idleMs a thread that had nothing to do for so long is ended; left out: it stays
 */
export function openThreads<Question, Answer>(
  file: WorkerFile,
  threads: number,
  idleMs?: number,
): ThreadPool<Question, Answer> {
  const all = new Set<Worker>();
  const free: Worker[] = [];
  const waiting: (() => void)[] = [];
  const endings = new Map<Worker, NodeJS.Timeout>();
  const rest = (worker: Worker) => {
    worker.unref();
    free.push(worker);
    if (idleMs === undefined) return;
    const end = () => {
      free.splice(free.indexOf(worker), 1);
      all.delete(worker);
      endings.delete(worker);
      void worker.terminate();
    };
    endings.set(worker, setTimeout(end, idleMs).unref());
  };
  const place = async (): Promise<Worker> => {
    while (free.length === 0 && all.size >= threads)
      await new Promise<void>((resolve) => waiting.push(resolve));
    // A package below geotiff looks for a field of the data in every thread, even where nothing is to be found.
    const worker = free.pop() ?? startWorker(file, {});
    all.add(worker);
    clearTimeout(endings.get(worker));
    worker.ref();
    return worker;
  };
  return {
    async answer(question) {
      const worker = await place();
      try {
        const answer = await ask<Answer>(worker, file, question);
        rest(worker);
        return answer;
      } catch (error) {
        if (error instanceof AfterlodeError && error.code !== 'JOB_FAILED') rest(worker);
        else all.delete(worker);
        throw error;
      } finally {
        waiting.shift()?.();
      }
    },
    threads: () => all.size,
    async close() {
      for (const ending of endings.values()) clearTimeout(ending);
      await Promise.all(Array.from(all, (worker) => worker.terminate()));
    },
  };
}

function ask<Answer>(worker: Worker, file: WorkerFile, question: unknown): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const failed = (found: string | Text) => {
      leave();
      reject(new AfterlodeError('JOB_FAILED', file.name, { found }));
    };
    const told = {
      message: (reply: JobReply<Answer>) => {
        leave();
        if ('answer' in reply) resolve(reply.answer);
        else if ('fault' in reply) reject(errorOf(reply.fault));
      },
      error: (error: unknown) => failed(foreignReason(error)),
      exit: (status: number) =>
        failed({ en: `the thread ended with ${status}`, zh: `线程以状态 ${status} 结束` }),
    };
    const leave = () => {
      for (const [event, take] of Object.entries(told)) worker.off(event, take);
    };
    for (const [event, take] of Object.entries(told)) worker.on(event, take);
    worker.postMessage(question);
  });
}
