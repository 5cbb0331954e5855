import type { SessionAnswer } from '../../api/contract.js';
import { PasswordChange } from '../access/password-change.js';
import { heldWords } from '../access/roles.js';
import { SessionList } from '../access/session-list.js';
import { TokenSection } from '../access/token-section.js';
import { useSpeak } from '../language.js';
import { Link } from '../parts/link.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { signInPath, useSession } from '../session.js';

/** The own account: what it may do, its password, tokens, sessions, and what is kept of its person. */
export function Account() {
  const { w } = useSpeak();
  const session = useSession();
  useTitle(w('ownAccount'));
  return (
    <div className="reading wide-reading">
      <h1>{w('ownAccount')}</h1>
      {session === null && <Skeleton height={480} />}
      {session?.mode === 'open' && <p>{w('signInNotNeeded')}</p>}
      {session?.mode === 'accounts' && session.account === null && (
        <p>
          <Link to={signInPath()}>{w('signIn')}</Link>
        </p>
      )}
      {session !== null && session.account !== null && <Own session={session} account={session.account} />}
    </div>
  );
}

interface OwnProps {
  readonly session: SessionAnswer;
  readonly account: NonNullable<SessionAnswer['account']>;
}

function Own({ session, account }: OwnProps) {
  const speak = useSpeak();
  const { w } = speak;
  return (
    <>
      <p>
        <b>{account.label || account.name}</b> <code>{account.name}</code>
      </p>
      <section aria-labelledby="roles-title">
        <h2 id="roles-title">{w('ownRoles')}</h2>
        {account.holds.length === 0 && <p className="quiet">{w('noRoles')}</p>}
        <ul>
          {account.holds.map((held) => (
            <li key={`${held.role} ${held.area}`}>{heldWords(held, speak)}</li>
          ))}
        </ul>
      </section>
      {account.hasPassword ? (
        <PasswordChange name={account.name} />
      ) : (
        <p className="quiet">{w('noPasswordKept')}</p>
      )}
      <TokenSection may={session.may} />
      <SessionList />
      <section aria-labelledby="data-title">
        <h2 id="data-title">{w('ownData')}</h2>
        <p>{w('ownDataText')}</p>
        <p>
          <a
            href={`/api/accounts/${encodeURIComponent(account.name)}/personal`}
            download={`afterlode-${account.name}.json`}
          >
            {w('ownDataDownload')}
          </a>
        </p>
      </section>
    </>
  );
}
