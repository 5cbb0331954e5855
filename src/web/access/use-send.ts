import { useState } from 'react';
import { type CallError, callErrorOf } from '../api.js';

export interface Sending {
  readonly busy: boolean;
  readonly error: CallError | null;
  /** Does the work; false where it failed, which `error` tells. */
  readonly run: (work: () => Promise<void>) => Promise<boolean>;
}

/** One change after another, with what went wrong with the last. */
export function useSend(): Sending {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (cause) {
      setError(callErrorOf(cause));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run };
}
