import { useState } from 'react';
import type { SessionAnswer } from '../../api/contract.js';
import { call } from '../api.js';
import { useSpeak } from '../language.js';
import { Link } from '../parts/link.js';
import { navigate, useAddress, withLanguage } from '../router.js';
import { setSession, signInPath, useSession } from '../session.js';

/** Whoever may do one of these finds it on the page of the administration. */
const administration = ['account.read', 'audit.read', 'webhook.manage'] as const;

/** Who is signed in, at the top of each page; nothing where nobody signs in. */
export function WhoIsThere() {
  const { w } = useSpeak();
  const session = useSession();
  // The way back is that of the page that is open now.
  useAddress();
  const [busy, setBusy] = useState(false);
  if (session === null || session.mode === 'open') return null;
  if (session.account === null) {
    return (
      <div className="who">
        <Link to={signInPath()}>{w('signIn')}</Link>
      </div>
    );
  }
  const leave = async () => {
    setBusy(true);
    try {
      setSession(await call<SessionAnswer>('/api/session', { method: 'DELETE' }));
      navigate(withLanguage('/sign-in?out=1'));
    } finally {
      setBusy(false);
    }
  };
  const name = session.account.label || session.account.name;
  const mayAdminister = administration.some((action) => session.may.includes(action));
  return (
    <div className="who">
      {mayAdminister && <Link to="/administration">{w('administration')}</Link>}
      <Link to="/account" aria-label={w('signedInAs', { name })}>
        {name}
      </Link>
      <button type="button" className="plain" disabled={busy} onClick={() => void leave()}>
        {w('signOut')}
      </button>
    </div>
  );
}
