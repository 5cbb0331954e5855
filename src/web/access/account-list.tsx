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
    <ul className="accounts">
      {accounts.map((account) => {
        const isChangeable = mayChange && account.state !== 'erased';
        const isOpen = isChangeable && open === account.name;
        return (
          <li key={account.name} data-account={account.name} data-state={account.state}>
            <div className="line">
              <code>{account.name}</code>
              <span>{account.label}</span>
              <span className="quiet">{w(`state_${account.state}`)}</span>
              <span className="roles">
                {account.holds.map((held) => heldWords(held, speak)).join(w('listComma'))}
              </span>
              {isChangeable && (
                <button
                  type="button"
                  className="plain"
                  aria-expanded={isOpen}
                  aria-label={w('changeNamed', { name: account.name })}
                  onClick={() => setOpen(isOpen ? null : account.name)}
                >
                  {w('changeAccount')}
                </button>
              )}
            </div>
            {isOpen && <AccountChange account={account} onChanged={onChanged} />}
          </li>
        );
      })}
    </ul>
  );
}
