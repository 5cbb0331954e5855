import type { AccountAnswer } from '../../api/contract.js';
import { AccountList } from '../access/account-list.js';
import { AddAccount } from '../access/add-account.js';
import { AuditSection } from '../access/audit-section.js';
import { useFresh } from '../access/use-fresh-list.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { signInPath, useSession } from '../session.js';

/** Who may sign in and do what, and what was done: for administrators, the log for the national office too. */
export function Administration() {
  const { w } = useSpeak();
  const session = useSession();
  useTitle(w('administration'));
  const may = session?.may ?? [];
  return (
    <div className="reading wide-reading">
      <h1>{w('administration')}</h1>
      {session === null && <Skeleton height={480} />}
      {session?.mode === 'accounts' && session.account === null && (
        <p>
          <Link to={signInPath()}>{w('signIn')}</Link>
        </p>
      )}
      {session !== null && session.mode === 'accounts' && session.account !== null && may.length === 0 && (
        <p>{w('noRoles')}</p>
      )}
      {may.includes('webhook.manage') && (
        <p>
          <Link to="/webhooks">{w('webhooks')}</Link> <span className="quiet">{w('webhooksText')}</span>
        </p>
      )}
      {may.includes('account.read') && <Accounts mayChange={may.includes('account.change')} />}
      {may.includes('audit.read') && <AuditSection />}
    </div>
  );
}

function Accounts({ mayChange }: { readonly mayChange: boolean }) {
  const { w } = useSpeak();
  const { list, error, load } = useFresh<readonly AccountAnswer[]>('/api/accounts');
  return (
    <section aria-labelledby="accounts-title">
      <h2 id="accounts-title">{w('accountsTitle')}</h2>
      {error !== null && <ErrorNote error={error} retry={() => void load()} />}
      {list === null && error === null && <Skeleton height={200} />}
      {list !== null && <AccountList accounts={list} mayChange={mayChange} onChanged={load} />}
      {mayChange && <AddAccount onAdded={load} />}
    </section>
  );
}
