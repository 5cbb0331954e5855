import { type SubmitEvent, useState } from 'react';
import type { AccountAnswer } from '../../api/contract.js';
import { call, pathOf, post } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { TextField } from '../parts/text-field.js';
import { useSession } from '../session.js';
import { IdentitySection } from './identity-section.js';
import { noRole, RoleFields } from './role-fields.js';
import { heldWords, roleWord } from './roles.js';
import { type Sending, useSend } from './use-send.js';

interface AccountChangeProps {
  readonly account: AccountAnswer;
  readonly onChanged: () => Promise<void>;
}

/** Roles, password and state of an account, each change with its reason. */
export function AccountChange({ account, onChanged }: AccountChangeProps) {
  const { w } = useSpeak();
  const [why, setWhy] = useState('');
  const sending = useSend();
  const isOwn = useSession()?.account?.name === account.name;
  const path = `/api/accounts/${encodeURIComponent(account.name)}`;
  const change = async (work: () => Promise<unknown>) =>
    sending.run(async () => {
      await work();
      await onChanged();
    });
  const state = account.state === 'active' ? 'locked' : 'active';
  return (
    <div className="account-change">
      {sending.error !== null && <ErrorNote error={sending.error} />}
      <TextField label={w('changeReason')} value={why} onChange={setWhy} />
      <HeldRoles
        account={account}
        busy={sending.busy}
        onTake={(role, area) =>
          void change(() => call(pathOf(`${path}/roles`, { role, area, why }), { method: 'DELETE' }))
        }
      />
      <GiveRole
        busy={sending.busy}
        onGive={(choice) => change(() => post(`${path}/roles`, { ...choice, why }))}
      />
      <IdentitySection name={account.name} why={why} />
      {!isOwn && (
        <>
          <SetPassword
            busy={sending.busy}
            onSet={(password) => change(() => post(`${path}/password`, { password, why }))}
          />
          <p className="steps">
            <button
              type="button"
              className="plain"
              disabled={sending.busy}
              onClick={() => void change(() => post(`${path}/state`, { state, why }))}
            >
              {w(state === 'locked' ? 'lockIt' : 'unlockIt')}
            </button>
            <Erase busy={sending.busy} onErase={() => void change(() => post(`${path}/erase`, { why }))} />
          </p>
        </>
      )}
    </div>
  );
}

interface HeldRolesProps {
  readonly account: AccountAnswer;
  readonly busy: boolean;
  readonly onTake: (role: string, area: string) => void;
}

function HeldRoles({ account, busy, onTake }: HeldRolesProps) {
  const speak = useSpeak();
  const { t, w } = speak;
  return (
    <ul>
      {account.holds.map((held) => (
        <li key={`${held.role} ${held.area}`}>
          {heldWords(held, speak)}{' '}
          <button
            type="button"
            className="plain"
            disabled={busy}
            aria-label={w('takeNamed', {
              role: roleWord(held.role, w),
              area: held.place === null ? w('everywhere') : t(held.place),
            })}
            onClick={() => onTake(held.role, held.area)}
          >
            {w('takeRole')}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface GiveRoleProps {
  readonly busy: boolean;
  readonly onGive: (choice: { readonly role: string; readonly area: string }) => ReturnType<Sending['run']>;
}

function GiveRole({ busy, onGive }: GiveRoleProps) {
  const { w } = useSpeak();
  const [choice, setChoice] = useState(noRole);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void onGive(choice).then((done) => done && setChoice(noRole));
  };
  return (
    <form className="access-form in-columns" data-form="role" onSubmit={send}>
      <RoleFields label={w('role')} choice={choice} onChange={setChoice} />
      <button type="submit" className="plain" disabled={busy || choice.role === '' || choice.area === ''}>
        {w('giveRole')}
      </button>
    </form>
  );
}

interface SetPasswordProps {
  readonly busy: boolean;
  readonly onSet: (password: string) => ReturnType<Sending['run']>;
}

function SetPassword({ busy, onSet }: SetPasswordProps) {
  const { w } = useSpeak();
  const [password, setPassword] = useState('');
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void onSet(password).then((done) => done && setPassword(''));
  };
  return (
    <form className="access-form" data-form="password" onSubmit={send}>
      <TextField
        label={w('newPassword')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        required={true}
      />
      <button type="submit" className="plain" disabled={busy}>
        {w('resetPassword')}
      </button>
    </form>
  );
}

/** Asks a second time: nothing brings it back. */
function Erase({ busy, onErase }: { readonly busy: boolean; readonly onErase: () => void }) {
  const { w } = useSpeak();
  const [asks, setAsks] = useState(false);
  if (!asks) {
    return (
      <button type="button" className="plain" onClick={() => setAsks(true)}>
        {w('eraseAccount')}
      </button>
    );
  }
  return (
    <>
      <span role="alert">{w('eraseSure')}</span>
      <button type="button" className="plain" disabled={busy} onClick={onErase}>
        {w('eraseNow')}
      </button>
      <button type="button" className="plain" onClick={() => setAsks(false)}>
        {w('keepIt')}
      </button>
    </>
  );
}
