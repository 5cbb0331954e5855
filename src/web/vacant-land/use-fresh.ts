import { useCallback, useEffect, useState } from 'react';
import { type CallError, call, callErrorOf } from '../api.js';

/** An answer that is asked for anew whenever something is shown: labels change under the page. */
export interface Fresh<T> {
  readonly answer: T | null;
  readonly error: CallError | null;
  /** Asks again, and keeps what is shown meanwhile. */
  readonly reload: () => Promise<void>;
}

/** Asks for a path when the component comes, and each time it is told to. */
export function useFresh<T>(path: string): Fresh<T> {
  const [state, setState] = useState<Omit<Fresh<T>, 'reload'>>({ answer: null, error: null });
  const reload = useCallback(async () => {
    try {
      const answer = await call<T>(path);
      setState({ answer, error: null });
    } catch (cause) {
      setState((old) => ({ ...old, error: callErrorOf(cause) }));
    }
  }, [path]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { ...state, reload };
}
