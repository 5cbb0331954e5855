import { useCallback, useEffect, useState } from 'react';
import { type CallError, call, callErrorOf } from '../api.js';

interface Got<T> {
  readonly list: T | null;
  readonly error: CallError | null;
}

/** An answer that is never kept from an earlier visit: who may do what changes under other hands. `load` asks anew. */
export function useFresh<T>(path: string): Got<T> & { readonly load: () => Promise<void> } {
  const [got, setGot] = useState<Got<T>>({ list: null, error: null });
  const load = useCallback(async () => setGot(await asked<T>(path)), [path]);
  useEffect(() => {
    let current = true;
    void asked<T>(path).then((answer) => current && setGot(answer));
    return () => {
      current = false;
    };
  }, [path]);
  return { ...got, load };
}

async function asked<T>(path: string): Promise<Got<T>> {
  try {
    return { list: await call<T>(path), error: null };
  } catch (cause) {
    return { list: null, error: callErrorOf(cause) };
  }
}
