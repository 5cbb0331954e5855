import { useEffect, useState } from 'react';
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

/** Calls the server and reads JSON; throws `CallError` for problem answers and where no answer came. */
export async function call<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, init);
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

const kept = new Map<string, Promise<unknown>>();

/** An answer kept for the life of the page; a failed call is forgotten, so that a retry asks again. */
export function ask<T>(path: string): Promise<T> {
  const earlier = kept.get(path);
  if (earlier !== undefined) return earlier as Promise<T>;
  const answer = call<T>(path).catch((error: unknown) => {
    kept.delete(path);
    throw error;
  });
  kept.set(path, answer);
  return answer;
}

/** Forgets all answers: an import has changed what they would be. */
export function forgetAnswers(): void {
  kept.clear();
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
  const [round, setRound] = useState(0);
  const [state, setState] = useState<{ answer: T | null; error: CallError | null; path: string | null }>({
    answer: null,
    error: null,
    path: null,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again after a failure
  useEffect(() => {
    if (path === null) return;
    let current = true;
    ask<T>(path).then(
      (answer) => current && setState({ answer, error: null, path }),
      (cause: unknown) => {
        const error = cause instanceof CallError ? cause : new CallError(null, cause);
        if (current) setState({ answer: null, error, path });
      },
    );
    return () => {
      current = false;
    };
  }, [path, round]);
  const retry = () => {
    setState((old) => ({ ...old, error: null, path: null }));
    setRound((value) => value + 1);
  };
  const busy = path !== null && state.path !== path;
  return { answer: state.answer, error: busy ? null : state.error, busy, retry };
}
