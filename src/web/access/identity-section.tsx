import { type SubmitEvent, useState } from 'react';
import type { IdentityAnswer } from '../../api/contract.js';
import { call, pathOf, post } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { TextField } from '../parts/text-field.js';
import { useSession } from '../session.js';
import { useFresh } from './use-fresh-list.js';
import { type Sending, useSend } from './use-send.js';

interface IdentitySectionProps {
  /** Of the account. */
  readonly name: string;
  /** Reason, for the audit log. */
  readonly why: string;
}

/** Whom an identity provider signs in to an account; nothing where there is neither a provider nor anybody bound. */
export function IdentitySection({ name, why }: IdentitySectionProps) {
  const { w } = useSpeak();
  const openid = useSession()?.openid ?? null;
  const path = `/api/accounts/${encodeURIComponent(name)}/identities`;
  const { list, error, load } = useFresh<readonly IdentityAnswer[]>(path);
  const sending = useSend();
  const change = (work: () => Promise<unknown>) =>
    sending.run(async () => {
      await work();
      await load();
    });
  const fault = sending.error ?? error;
  if (openid === null && fault === null && (list?.length ?? 0) === 0) return null;
  return (
    <section aria-labelledby={`identities-${name}`}>
      <h3 id={`identities-${name}`}>{w('identities')}</h3>
      {fault !== null && <ErrorNote error={fault} />}
      {list?.length === 0 && <p className="quiet">{w('noIdentities')}</p>}
      <ul>
        {list?.map(({ id, issuer, subject, used }) => (
          <li key={id} data-identity={id}>
            <code>{subject}</code> · {issuer} ·{' '}
            {used === '' ? w('identityUnused') : w('identityUsed', { day: used.slice(0, 10) })}{' '}
            <button
              type="button"
              className="plain"
              disabled={sending.busy}
              aria-label={w('unbindNamed', { subject })}
              onClick={() =>
                void change(() =>
                  call(pathOf(`${path}/${encodeURIComponent(id)}`, { why }), { method: 'DELETE' }),
                )
              }
            >
              {w('unbind')}
            </button>
          </li>
        ))}
      </ul>
      <BindForm
        usual={openid?.issuer ?? ''}
        busy={sending.busy}
        onBind={(given) => change(() => post(path, { ...given, why }))}
      />
    </section>
  );
}

interface BindFormProps {
  /** Address of the provider that this service asks. */
  readonly usual: string;
  readonly busy: boolean;
  readonly onBind: (given: {
    readonly issuer: string;
    readonly subject: string;
  }) => ReturnType<Sending['run']>;
}

function BindForm({ usual, busy, onBind }: BindFormProps) {
  const { w } = useSpeak();
  const [issuer, setIssuer] = useState(usual);
  const [subject, setSubject] = useState('');
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void onBind({ issuer: issuer.trim(), subject: subject.trim() }).then((done) => done && setSubject(''));
  };
  return (
    <form className="access-form in-columns" data-form="identity" onSubmit={send}>
      <TextField label={w('identityIssuer')} value={issuer} onChange={setIssuer} required={true} />
      <TextField
        label={w('identitySubject')}
        value={subject}
        onChange={setSubject}
        required={true}
        hint={w('identitySubjectHint')}
      />
      <button type="submit" className="plain" disabled={busy}>
        {w('bind')}
      </button>
    </form>
  );
}
