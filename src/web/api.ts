import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ProblemAnswer } from '../api/contract.js';

/** What went wrong with a call: the server's problem, or null words where the server did not answer at all. */
export class CallError extends Error {
  readonly problem: ProblemAnswer | null;

  constructor(problem: ProblemAnswer | null, cause?: unknown) {
    super(problem === null ? 'no answer' : problem.code, { cause });
    this.name = 'CallError';
    this.problem = problem;
  }
}

function isProblem(value: unknown): value is ProblemAnswer {
  return (
    typeof value === 'object' && value !== null && 'code' in value && 'message' in value && 'remedy' in value
  );
}

/** What a failed call is shown as, whatever was thrown. */
export function callErrorOf(cause: unknown): CallError {
  return cause instanceof CallError ? cause : new CallError(null, cause);
}

/** Asks the server; what is no reading says by a header that a page of ours asks, which the page of another site cannot. */
function send(path: string, init: RequestInit = {}): Promise<Response> {
  const isReading = init.method === undefined || init.method === 'GET';
  const headers = new Headers(init.headers);
  if (!isReading) headers.set('x-afterlode', '1');
  return fetch(path, { ...init, headers });
}

/** Calls the server and reads JSON; throws `CallError` for problem answers and where no answer came. */
export async function call<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  let body: unknown;
  try {
    response = await send(path, init);
    body = await response.json();
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new CallError(null, cause);
  }
  if (!response.ok) throw new CallError(isProblem(body) ? body : null);
  return body as T;
}

/** Path with query; empty values are left out. */
export function pathOf(
  path: string,
  query: Readonly<Record<string, string | null | undefined>> = {},
): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries).toString()}`;
}

/** Sends a body as JSON and reads the answer; throws as `call`. */
export function post<T>(path: string, body: object): Promise<T> {
  return postText<T>(path, JSON.stringify(body));
}

function postText<T>(path: string, body: string): Promise<T> {
  return call<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

/** Sends a body as JSON and takes a file as the answer; throws as `call`. */
export async function postForFile(path: string, body: object): Promise<Blob> {
  const headers = { 'content-type': 'application/json' };
  let response: Response;
  try {
    response = await send(path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (response.ok) return await response.blob();
  } catch (cause) {
    throw new CallError(null, cause);
  }
  const problem: unknown = await response.json().catch(() => null);
  throw new CallError(isProblem(problem) ? problem : null);
}

const kept = new Map<string, Promise<unknown>>();
/** Counts how often all answers were forgotten; those who show one ask again when it changes. */
let edition = 0;
const watchers = new Set<() => void>();

/** An answer kept for the life of the page; a failed call is forgotten, so that a retry asks again. */
export function ask<T>(path: string): Promise<T> {
  const earlier = kept.get(path);
  if (earlier !== undefined) return earlier as Promise<T>;
  const answer = call<T>(path).catch((error: unknown) => {
    // one that was asked for since then stays
    if (kept.get(path) === answer) kept.delete(path);
    throw error;
  });
  kept.set(path, answer);
  return answer;
}

/** Forgets all answers, since an import or a decision has changed what they would be; those on screen are asked again. */
export function forgetAnswers(): void {
  kept.clear();
  edition += 1;
  for (const watcher of watchers) watcher();
}

function watchEdition(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export interface Asked<T> {
  /** The newest answer; while another path is under way, still the former one. */
  readonly answer: T | null;
  readonly error: CallError | null;
  readonly busy: boolean;
  readonly retry: () => void;
}

/** Asks for a path and keeps the former answer on screen meanwhile; `null` asks nothing. */
export function useAnswer<T>(path: string | null): Asked<T> {
  return useAsked<T>(path, null);
}

/** The same for a question that is sent as a body; nothing of it is kept beyond the screen. */
export function usePost<T>(path: string, body: object | null): Asked<T> {
  return useAsked<T>(body === null ? null : path, body === null ? null : JSON.stringify(body));
}

function useAsked<T>(path: string | null, body: string | null): Asked<T> {
  const key = path === null ? null : `${path} ${body ?? ''}`;
  const [round, setRound] = useState(0);
  const asked = useSyncExternalStore(watchEdition, () => edition);
  const [state, setState] = useState<{ answer: T | null; error: CallError | null; key: string | null }>({
    answer: null,
    error: null,
    key: null,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again after a failure, `asked` when answers were forgotten
  useEffect(() => {
    if (path === null) return;
    let current = true;
    const answered = body === null ? ask<T>(path) : postText<T>(path, body);
    answered.then(
      (answer) => current && setState({ answer, error: null, key }),
      (cause: unknown) => {
        if (current) setState({ answer: null, error: callErrorOf(cause), key });
      },
    );
    return () => {
      current = false;
    };
  }, [key, path, body, round, asked]);
  const retry = () => {
    setState((old) => ({ ...old, error: null, key: null }));
    setRound((value) => value + 1);
  };
  const busy = key !== null && state.key !== key;
  return { answer: state.answer, error: busy ? null : state.error, busy, retry };
}
