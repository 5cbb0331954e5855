import { useCallback, useRef, useState } from 'react';
import { type CallError, callErrorOf, post } from '../api.js';

/** A question that is sent when asked to, and the newest answer to it. */
export interface Sent<T> {
  readonly busy: boolean;
  readonly answer: T | null;
  readonly error: CallError | null;
  readonly send: (body: object) => Promise<void>;
  /** Forgets the answer; one that is under way is not shown any more. */
  readonly clear: () => void;
}

const nothing = { busy: false, answer: null, error: null };

/** Sends a body to a path; a later one counts before an earlier. */
export function useSent<T>(path: string): Sent<T> {
  const round = useRef(0);
  const [state, setState] = useState<Omit<Sent<T>, 'send' | 'clear'>>(nothing);
  const send = useCallback(
    async (body: object) => {
      round.current += 1;
      const mine = round.current;
      const show = (next: Partial<Omit<Sent<T>, 'send' | 'clear'>>) => {
        if (mine === round.current) setState({ ...nothing, ...next });
      };
      show({ busy: true });
      try {
        show({ answer: await post<T>(path, body) });
      } catch (cause) {
        show({ error: callErrorOf(cause) });
      }
    },
    [path],
  );
  const clear = useCallback(() => {
    round.current += 1;
    setState(nothing);
  }, []);
  return { ...state, send, clear };
}
