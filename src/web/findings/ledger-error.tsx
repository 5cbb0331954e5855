import type { CallError } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';

/** Why the ledger is not shown; to whoever has not signed in that is no fault. */
export function LedgerError({ error, retry }: { readonly error: CallError; readonly retry: () => void }) {
  const { w } = useSpeak();
  if (error.problem?.code === 'ACCESS_SESSION') return <p className="quiet">{w('findingsSignIn')}</p>;
  return <ErrorNote error={error} retry={retry} />;
}
