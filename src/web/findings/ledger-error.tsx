import type { CallError } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { signInPath } from '../session.js';

/** Why the ledger is not shown; to whoever has not signed in that is no fault. */
export function LedgerError({ error, retry }: { readonly error: CallError; readonly retry: () => void }) {
  const { w } = useSpeak();
  if (error.problem?.code === 'ACCESS_SESSION')
    return (
      <p className="quiet">
        {w('findingsSignIn')} <Link to={signInPath()}>{w('signIn')}</Link>
      </p>
    );
  return <ErrorNote error={error} retry={retry} />;
}
