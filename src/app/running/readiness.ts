import { setTimeout as wait } from 'node:timers/promises';
import { AfterlodeError, foreignReason, type Text } from '../../base/index.js';
import type { QueueLook, QueueState } from '../../jobs/index.js';
import type { StoreState } from '../../store/index.js';
import type { Workspace } from '../workspace.js';

/** What a server needs before it can answer. */
export type ReadyPartName = 'catalog' | 'database' | 'migrations' | 'queue' | 'server';

/** Whether a part can be used; `why` is null where it can. Never holds a password. */
export interface ReadyPart {
  readonly part: ReadyPartName;
  readonly ready: boolean;
  readonly why: Text | null;
}

export interface ReadyAnswer {
  readonly ready: boolean;
  readonly parts: readonly ReadyPart[];
}

/** How long a part may take to answer, ms. */
const patienceMs = 3000;

/**
 * Asks each part that a server needs: the data pack under its catalog, the database and the version of its tables, and the queue where
 * one is given. A workspace to which nobody has added anything has no database yet and needs none.
 */
export async function readiness(
  ws: Workspace,
  queue: QueueLook | null,
  patience: number = patienceMs,
): Promise<ReadyAnswer> {
  const [catalog, store, jobs] = await Promise.all([
    answerOf(() => ws.tables(), patience),
    storeState(ws, patience),
    queue && answerOf(() => queue.look(), patience),
  ]);
  const parts = [
    part('catalog', catalog.why),
    part('database', store.why),
    ...(store.answer ? [part('migrations', versionFault(store.answer))] : []),
    ...(jobs ? [part('queue', jobs.why)] : []),
  ];
  return { ready: parts.every((one) => one.ready), parts };
}

/** What database and queue say of themselves, for metrics; null where one is not there or does not answer. */
export interface ServiceState {
  readonly store: StoreState | null;
  readonly queue: QueueState | null;
}

/** As `readiness`, in figures. */
export async function serviceState(ws: Workspace, queue: QueueLook | null): Promise<ServiceState> {
  const [store, jobs] = await Promise.all([
    storeState(ws, patienceMs),
    queue && answerOf(() => queue.look(), patienceMs),
  ]);
  return { store: store.answer?.state ?? null, queue: jobs?.answer ?? null };
}

interface KnownState {
  readonly state: StoreState;
  /** The version this program writes. */
  readonly newest: number;
}

function storeState(ws: Workspace, patience: number): Promise<Answered<KnownState | null>> {
  return answerOf(async () => {
    const store = await ws.existingStore();
    return store && { state: await store.state(), newest: store.schema };
  }, patience);
}

function versionFault({ state, newest }: KnownState): Text | null {
  if (state.schema === newest) return null;
  const { schema } = state;
  return {
    en: `the tables have version ${schema}, this program works with ${newest}: start the program that fits`,
    zh: `数据表的版本为 ${schema}，本程序使用 ${newest}：请启动相应版本的程序`,
  };
}

interface Answered<T> {
  readonly answer: T | null;
  readonly why: Text | null;
}

/** An answer, or in words why there is none. */
async function answerOf<T>(ask: () => Promise<T>, patience: number): Promise<Answered<T>> {
  const over = new AbortController();
  const late = wait(patience, { answer: null, why: lateness(patience) }, { signal: over.signal });
  const asked = ask().then(
    (answer) => ({ answer, why: null }),
    (error: unknown) => ({
      answer: null,
      why: error instanceof AfterlodeError ? error.text : foreignReason(error),
    }),
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    over.abort();
    late.catch(() => {});
  }
}

function lateness(patience: number): Text {
  const seconds = patience / 1000;
  return { en: `no answer in ${seconds} s`, zh: `${seconds} 秒内没有应答` };
}

function part(name: ReadyPartName, why: Text | null): ReadyPart {
  return { part: name, ready: why === null, why };
}
