import { useState } from 'react';
import type { LedgerRow } from '../../api/contract.js';
import { type CallError, call, callErrorOf, forgetAnswers, pathOf, post } from '../api.js';

/** What can be done to a finding, with what came of the last try. */
export interface FindingSteps {
  readonly busy: boolean;
  readonly error: CallError | null;
  /** Each tells whether it was recorded; where it was not, what was written stays in its form. */
  readonly step: (kind: string, content: object) => Promise<boolean>;
  readonly assign: (content: object) => Promise<boolean>;
  readonly comment: (content: object) => Promise<boolean>;
  readonly upload: (file: File, caption: string) => Promise<boolean>;
}

/** Sends steps with the last event that is on the screen, so that nobody overwrites what he has not seen. */
export function useFinding(row: LedgerRow): FindingSteps {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const after = row.history.at(-1)?.id;
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
      forgetAnswers();
      return true;
    } catch (cause) {
      const fault = callErrorOf(cause);
      setError(fault);
      // What the other one did is shown beside the refusal.
      if (fault.problem?.code === 'LEDGER_STALE') forgetAnswers();
      return false;
    } finally {
      setBusy(false);
    }
  };
  const finding = row.id;
  return {
    busy,
    error,
    step: (kind, content) => run(() => post('/api/ledger/steps', { finding, kind, content, after })),
    assign: (content) => run(() => post('/api/ledger/assignment', { finding, after, ...content })),
    comment: (content) => run(() => post('/api/ledger/comments', { finding, ...content })),
    upload: (file, caption) =>
      run(() => {
        const headers = {
          'x-file-name': encodeURIComponent(file.name),
          'content-type': 'application/octet-stream',
        };
        const path = pathOf('/api/ledger/files', { finding, caption });
        return call(path, { method: 'POST', headers, body: file });
      }),
  };
}
