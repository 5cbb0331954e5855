import { useState } from 'react';
import { type CallError, call, callErrorOf, forgetAnswers } from '../api.js';

/** A change that is sent to the server. */
export interface Change {
  readonly path: string;
  readonly method?: 'POST' | 'PUT';
  /** JSON, or a file that is sent as it is. */
  readonly body: object | File;
  /** Revision that the reader saw. */
  readonly seen?: number | undefined;
}

export interface Sending {
  readonly busy: boolean;
  readonly error: CallError | null;
  /** Null where it failed; the error is then shown by the caller. */
  readonly send: <T>(change: Change) => Promise<T | null>;
}

/** Sends changes with a key, so that a call that is repeated by the net is applied once; afterwards all answers are asked for anew. */
export function useChange(): Sending {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const send = async <T>({ path, method = 'POST', body, seen }: Change): Promise<T | null> => {
    setBusy(true);
    setError(null);
    const headers = new Headers({ 'idempotency-key': freshKey() });
    if (seen !== undefined) headers.set('if-match', `"${seen}"`);
    const isFile = body instanceof File;
    headers.set('content-type', isFile ? 'application/octet-stream' : 'application/json');
    if (isFile) headers.set('x-file-name', encodeURIComponent(body.name));
    try {
      const answer = await call<T>(path, { method, headers, body: isFile ? body : JSON.stringify(body) });
      forgetAnswers();
      return answer;
    } catch (cause) {
      setError(callErrorOf(cause));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, send };
}

function freshKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join('-');
}
