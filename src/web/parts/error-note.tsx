import type { CallError } from '../api.js';
import { useSpeak } from '../language.js';
import { signInPath } from '../session.js';
import { Link } from './link.js';

/** What went wrong, with the server's code, words and next step in the chosen language. */
export function ErrorNote({ error, retry }: { readonly error: CallError; readonly retry?: () => void }) {
  const { w, t } = useSpeak();
  const { problem } = error;
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
      {problem?.code === 'ACCESS_SESSION' && (
        <p>
          <Link to={signInPath()}>{w('signIn')}</Link>
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
