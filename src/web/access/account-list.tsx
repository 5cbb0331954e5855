import { useState } from 'react';
import type { AccountAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { AccountChange } from './account-change.js';
import { heldWords } from './roles.js';

interface AccountListProps {
  readonly accounts: readonly AccountAnswer[];
  readonly mayChange: boolean;
  readonly onChanged: () => Promise<void>;
}

/** All accounts; one at a time is open for changes. */
export function AccountList({ accounts, mayChange, onChanged }: AccountListProps) {
  const speak = useSpeak();
  const { w } = speak;
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className="sideways">
      <table className="accounts">
        <thead>
          <tr>
            <th scope="col">{w('signInName')}</th>
            <th scope="col">{w('personName')}</th>
            <th scope="col">{w('accountState')}</th>
            <th scope="col">{w('ownRoles')}</th>
            {mayChange && <th scope="col" />}
          </tr>
        </thead>
        {accounts.map((account) => (
          <tbody key={account.name} data-account={account.name} data-state={account.state}>
            <tr>
              <th scope="row">
                <code>{account.name}</code>
              </th>
              <td>{account.label}</td>
              <td>{w(`state_${account.state}`)}</td>
              <td>{account.holds.map((held) => heldWords(held, speak)).join(w('listComma'))}</td>
              {mayChange && (
                <td>
                  {account.state !== 'erased' && (
                    <button
                      type="button"
                      className="plain"
                      aria-expanded={open === account.name}
                      aria-label={w('changeNamed', { name: account.name })}
                      onClick={() => setOpen(open === account.name ? null : account.name)}
                    >
                      {w('changeAccount')}
                    </button>
                  )}
                </td>
              )}
            </tr>
            {open === account.name && account.state !== 'erased' && (
              <tr>
                <td colSpan={5}>
                  <AccountChange account={account} onChanged={onChanged} />
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}
