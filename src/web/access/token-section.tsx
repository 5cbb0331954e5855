import { type SubmitEvent, useState } from 'react';
import { scopes } from '../../access/index.js';
import type { MadeToken, SessionAnswer, TokenAnswer } from '../../api/contract.js';
import { call, post } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { TextField } from '../parts/text-field.js';
import { useFresh } from './use-fresh-list.js';
import { useSend } from './use-send.js';

/** Tokens of the own account; the secret of a new one is shown once. */
export function TokenSection({ may }: { readonly may: SessionAnswer['may'] }) {
  const { w } = useSpeak();
  const { list, error, load } = useFresh<readonly TokenAnswer[]>('/api/tokens');
  const [secret, setSecret] = useState<string | null>(null);
  const sending = useSend();
  const revoke = (id: string) =>
    void sending.run(async () => {
      await call(`/api/tokens/${id}`, { method: 'DELETE' });
      await load();
    });
  const fault = sending.error ?? error;
  return (
    <section aria-labelledby="tokens-title">
      <h2 id="tokens-title">{w('tokens')}</h2>
      <p>{w('tokensText')}</p>
      {fault !== null && <ErrorNote error={fault} />}
      {secret !== null && (
        <div className="note" role="status">
          <p>{w('tokenOnce')}</p>
          <code className="secret">{secret}</code>
        </div>
      )}
      {list?.length === 0 && <p className="quiet">{w('noTokens')}</p>}
      {list !== null && list.length > 0 && <TokenTable tokens={list} busy={sending.busy} onRevoke={revoke} />}
      <TokenForm
        may={may}
        onMade={async (made) => {
          setSecret(made);
          await load();
        }}
      />
    </section>
  );
}

interface TokenTableProps {
  readonly tokens: readonly TokenAnswer[];
  readonly busy: boolean;
  readonly onRevoke: (id: string) => void;
}

function TokenTable({ tokens, busy, onRevoke }: TokenTableProps) {
  const { w } = useSpeak();
  return (
    <div className="sideways">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{w('tokenFor')}</th>
            <th scope="col">{w('tokenScopes')}</th>
            <th scope="col">{w('tokenEnds')}</th>
            <th scope="col">{w('tokenUsed')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.id} data-token={token.id}>
              <th scope="row">{token.label || token.id}</th>
              <td>{token.scopes.join(', ')}</td>
              <td>{token.ends.slice(0, 10)}</td>
              <td>{token.used.slice(0, 16).replace('T', ' ') || '–'}</td>
              <td>
                {token.revoked === '' ? (
                  <button
                    type="button"
                    className="plain"
                    disabled={busy}
                    aria-label={w('revokeNamed', { name: token.label || token.id })}
                    onClick={() => onRevoke(token.id)}
                  >
                    {w('revoke')}
                  </button>
                ) : (
                  w('tokenRevoked')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TokenFormProps {
  readonly may: SessionAnswer['may'];
  readonly onMade: (secret: string) => Promise<void>;
}

function TokenForm({ may, onMade }: TokenFormProps) {
  const { w } = useSpeak();
  const [label, setLabel] = useState('');
  const [days, setDays] = useState('90');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { busy, error, run } = useSend();
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void run(async () => {
      const wish = { label, scopes: chosen, days: Number(days) };
      const { secret } = await post<MadeToken>('/api/tokens', wish);
      setLabel('');
      setChosen([]);
      await onMade(secret);
    });
  };
  const toggle = (scope: string) =>
    setChosen((now) => (now.includes(scope) ? now.filter((one) => one !== scope) : [...now, scope]));
  return (
    <form className="access-form in-columns" onSubmit={send}>
      {error !== null && (
        <div className="whole">
          <ErrorNote error={error} />
        </div>
      )}
      <TextField label={w('tokenFor')} value={label} onChange={setLabel} required={true} />
      <TextField label={w('tokenDays')} type="number" value={days} onChange={setDays} required={true} />
      <fieldset className="whole">
        <legend>{w('tokenScopes')}</legend>
        <div className="ticks">
          {scopes
            .filter((scope) => may.includes(scope))
            .map((scope) => (
              <label key={scope}>
                <input type="checkbox" checked={chosen.includes(scope)} onChange={() => toggle(scope)} />{' '}
                <code>{scope}</code>
              </label>
            ))}
        </div>
      </fieldset>
      <button type="submit" className="plain" disabled={busy || chosen.length === 0}>
        {w('makeToken')}
      </button>
    </form>
  );
}
