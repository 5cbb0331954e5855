import { type SubmitEvent, useState } from 'react';
import type { AccountAnswer, NewAccountBody } from '../../api/contract.js';
import { post } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { TextField } from '../parts/text-field.js';
import { noRole, RoleFields } from './role-fields.js';
import { useSend } from './use-send.js';

const nothing = { name: '', label: '', password: '', why: '' };

/** Adds an account with its first role. */
export function AddAccount({ onAdded }: { readonly onAdded: () => Promise<void> }) {
  const { w } = useSpeak();
  const [said, setSaid] = useState(nothing);
  const [without, setWithout] = useState(false);
  const [first, setFirst] = useState(noRole);
  const { busy, error, run } = useSend();
  const say = (key: keyof typeof nothing) => (value: string) => setSaid((now) => ({ ...now, [key]: value }));
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void run(async () => {
      const { password, ...others } = said;
      const body: NewAccountBody = {
        ...others,
        password: without ? null : password,
        holds: first.role === '' ? [] : [first],
      };
      await post<AccountAnswer>('/api/accounts', body);
      setSaid(nothing);
      setFirst(noRole);
      await onAdded();
    });
  };
  return (
    <>
      <h3>{w('addAccount')}</h3>
      {error !== null && <ErrorNote error={error} />}
      <form className="access-form in-columns" data-form="add" onSubmit={send}>
        <TextField
          label={w('signInName')}
          value={said.name}
          onChange={say('name')}
          autoComplete="off"
          required={true}
        />
        <TextField label={w('personName')} value={said.label} onChange={say('label')} autoComplete="off" />
        {!without && (
          <TextField
            label={w('password')}
            type="password"
            value={said.password}
            onChange={say('password')}
            autoComplete="new-password"
            required={true}
          />
        )}
        <label className="whole">
          <input type="checkbox" checked={without} onChange={() => setWithout(!without)} />{' '}
          {w('withoutPassword')}
        </label>
        <RoleFields label={w('firstRole')} choice={first} onChange={setFirst} />
        <TextField label={w('changeReason')} value={said.why} onChange={say('why')} />
        <button type="submit" className="plain" disabled={busy}>
          {w('addAccount')}
        </button>
      </form>
    </>
  );
}
