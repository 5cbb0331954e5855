import { type SubmitEvent, useState } from 'react';
import type { SessionAnswer } from '../../api/contract.js';
import { post } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { TextField } from '../parts/text-field.js';
import { navigate } from '../router.js';
import { setSession, signInPath } from '../session.js';
import { useSend } from './use-send.js';

/** Changes the own password; everybody signs in anew after, this browser too. */
export function PasswordChange({ name }: { readonly name: string }) {
  const { w } = useSpeak();
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const { busy, error, run } = useSend();
  const differ = again !== '' && next !== again;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (next !== again) return;
    void run(async () => {
      const back = signInPath();
      setSession(await post<SessionAnswer>('/api/session/password', { old: present, new: next }));
      navigate(back);
    });
  };
  return (
    <section aria-labelledby="password-title">
      <h2 id="password-title">{w('changePassword')}</h2>
      {error !== null && <ErrorNote error={error} />}
      <form className="access-form" onSubmit={send}>
        <input type="text" autoComplete="username" value={name} readOnly={true} hidden={true} />
        <TextField
          label={w('presentPassword')}
          type="password"
          value={present}
          onChange={setPresent}
          autoComplete="current-password"
          required={true}
        />
        <TextField
          label={w('newPassword')}
          type="password"
          value={next}
          onChange={setNext}
          autoComplete="new-password"
          required={true}
          hint={w('passwordHint')}
        />
        <TextField
          label={w('passwordAgain')}
          type="password"
          value={again}
          onChange={setAgain}
          autoComplete="new-password"
          required={true}
        />
        {differ && (
          <p className="remark" role="status">
            {w('passwordsDiffer')}
          </p>
        )}
        <button type="submit" className="plain" disabled={busy || differ}>
          {w('changePassword')}
        </button>
      </form>
    </section>
  );
}
