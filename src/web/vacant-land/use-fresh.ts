import { useCallback, useEffect, useState } from 'react';
import { type CallError, call, callErrorOf } from '../api.js';

/** An answer that is asked for anew whenever something is shown: labels change under the page. */
export interface Fresh<T> {
  readonly answer: T | null;
  readonly error: CallError | null;
  /** Asks again, and keeps what is shown meanwhile. */
  readonly reload: () => Promise<void>;
}

type Found<T> = Pick<Fresh<T>, 'answer' | 'error'>;

/** Asks for a path when the component comes, and each time it is told to. */
export function useFresh<T>(path: string): Fresh<T> {
  const [found, setFound] = useState<Found<T>>({ answer: null, error: null });
  useEffect(() => {
    let current = true;
    void find<T>(path).then((first) => current && setFound(first));
    return () => {
      current = false;
    };
  }, [path]);
  const reload = useCallback(async () => {
    const next = await find<T>(path);
    setFound((old) => ({ ...next, answer: next.answer ?? old.answer }));
  }, [path]);
  return { ...found, reload };
}

async function find<T>(path: string): Promise<Found<T>> {
  try {
    return { answer: await call<T>(path), error: null };
  } catch (cause) {
    return { answer: null, error: callErrorOf(cause) };
  }
}
