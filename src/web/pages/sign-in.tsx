import { type SubmitEvent, useState } from 'react';
import { backPath } from '../../access/index.js';
import type { SessionAnswer } from '../../api/contract.js';
import { useSend } from '../access/use-send.js';
import { forgetAnswers, post } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { Skeleton } from '../parts/skeleton.js';
import { TextField } from '../parts/text-field.js';
import { useTitle } from '../parts/title.js';
import { navigate, useAddress, withLanguage } from '../router.js';
import { setSession, useSession } from '../session.js';
import type { WordKey } from '../words.js';

/** Signing in by name and password, or by an identity provider, and back to the page that was wanted. */
export function SignIn() {
  const { w } = useSpeak();
  const { query } = useAddress();
  const session = useSession();
  useTitle(w('signInTitle'));
  const back = backPath(query.get('back'));
  return (
    <div className="reading">
      <h1>{w('signInTitle')}</h1>
      {session === null && <Skeleton height={240} />}
      {session?.mode === 'open' && <p>{w('signInNotNeeded')}</p>}
      {session?.mode === 'accounts' && (
        <>
          {query.has('out') && session.account === null && <SignedOut provider={session.openid} />}
          <ProviderFault provider={session.openid} />
          {session.account === null ? (
            <Ways session={session} back={back} />
          ) : (
            <p>
              {w('signedInAs', { name: session.account.name })} <Link to={back}>{w('goOn')}</Link>
            </p>
          )}
        </>
      )}
    </div>
  );
}

type Provider = SessionAnswer['openid'];

function Ways({ session, back }: { readonly session: SessionAnswer; readonly back: string }) {
  const { w } = useSpeak();
  return (
    <>
      <PasswordForm back={back} />
      {session.openid !== null && (
        <p>
          <a
            className="provider"
            href={`/api/session/openid?${new URLSearchParams({ back: withLanguage(back) })}`}
          >
            {w('signInBy', { provider: session.openid.label })}
          </a>
        </p>
      )}
    </>
  );
}

function PasswordForm({ back }: { readonly back: string }) {
  const { w } = useSpeak();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { busy, error, run } = useSend();
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void run(async () => {
      setSession(await post<SessionAnswer>('/api/session', { name, password }));
      forgetAnswers();
      navigate(withLanguage(back), true);
    }).then((done) => done || setPassword(''));
  };
  return (
    <>
      {error !== null && <ErrorNote error={error} />}
      <form className="access-form" onSubmit={send}>
        <TextField
          label={w('signInName')}
          value={name}
          onChange={setName}
          autoComplete="username"
          required={true}
        />
        <TextField
          label={w('password')}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          required={true}
        />
        <button type="submit" className="plain" disabled={busy}>
          {w('signIn')}
        </button>
      </form>
    </>
  );
}

function SignedOut({ provider }: { readonly provider: Provider }) {
  const { w } = useSpeak();
  return (
    <p role="status">
      {w('signedOutText')}{' '}
      {provider !== null && (
        <a href="/api/session/openid/end">{w('signOutThere', { provider: provider.label })}</a>
      )}
    </p>
  );
}

const faults: Readonly<Record<string, WordKey>> = {
  PROVIDER_FAULT: 'fault_PROVIDER_FAULT',
  PROVIDER_REFUSED: 'fault_PROVIDER_REFUSED',
  PROVIDER_VISIT: 'fault_PROVIDER_VISIT',
  ACCESS_IDENTITY_UNBOUND: 'fault_ACCESS_IDENTITY_UNBOUND',
  ACCESS_LOCKED: 'fault_ACCESS_LOCKED',
};

/** What went wrong on the way back from the provider; the address has its code behind `#`. */
function ProviderFault({ provider }: { readonly provider: Provider }) {
  const { w } = useSpeak();
  const said = new URLSearchParams(location.hash.slice(1));
  const code = said.get('code');
  if (code === null || provider === null) return null;
  const word = Object.hasOwn(faults, code) ? faults[code] : undefined;
  const found = said.get('found');
  return (
    <div className="note error" role="alert">
      <p>{w(word ?? 'faultOther', { provider: provider.label })}</p>
      {code === 'ACCESS_IDENTITY_UNBOUND' && found !== null && (
        <p>
          <code>{found.slice(0, 260)}</code>
        </p>
      )}
      <p className="quiet">
        {w('code')} <code>{code.slice(0, 40)}</code>
      </p>
    </div>
  );
}
