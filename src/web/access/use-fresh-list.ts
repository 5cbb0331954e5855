import { useCallback, useEffect, useState } from 'react';
import { type CallError, call, callErrorOf } from '../api.js';

/** An answer that is never kept from an earlier visit: who may do what changes under other hands. */
export function useFresh<T>(path: string): {
  readonly list: T | null;
  readonly error: CallError | null;
  readonly load: () => Promise<void>;
} {
  const [list, setList] = useState<T | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const load = useCallback(async () => {
    try {
      setList(await call<T>(path));
      setError(null);
    } catch (cause) {
      setError(callErrorOf(cause));
    }
  }, [path]);
  useEffect(() => {
    void load();
  }, [load]);
  return { list, error, load };
}
