import { useEffect } from 'react';
import type { CallError } from '../api.js';
import { useSpeak } from '../language.js';
import { askSession, signInPath } from '../session.js';
import { Link } from './link.js';

/** What went wrong, with the server's code, words and next step in the chosen language. */
export function ErrorNote({ error, retry }: { readonly error: CallError; readonly retry?: () => void }) {
  const { w, t } = useSpeak();
  const { problem } = error;
  if (problem?.code === 'ACCESS_SESSION') return <SignInNote />;
  return (
    <div className="note error" role="alert">
      <h2>{w('failed')}</h2>
      <p>{problem === null ? w('noAnswer') : t(problem.message)}</p>
      <p>
        <b>{w('remedy')}</b>
        {problem === null ? w('noAnswerRemedy') : t(problem.remedy)}
      </p>
      {problem !== null && (
        <p className="quiet">
          {w('code')} <code>{problem.code}</code>
        </p>
      )}
      {retry !== undefined && (
        <button type="button" className="plain" onClick={retry}>
          {w('retry')}
        </button>
      )}
    </div>
  );
}

/** To whoever has not signed in, or no longer, that is no fault but a way to go on. */
function SignInNote() {
  const { w } = useSpeak();
  useEffect(() => {
    // The page may still take a session for held that has ended since.
    askSession().catch(() => {});
  }, []);
  return (
    <div className="note" role="alert">
      <h2>{w('signInFirst')}</h2>
      <p>{w('signInFirstText')}</p>
      <p>
        <Link to={signInPath()}>{w('signIn')}</Link>
      </p>
    </div>
  );
}
