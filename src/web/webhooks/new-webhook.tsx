import { type SubmitEvent, useState } from 'react';
import { eventKinds } from '../../access/index.js';
import type { WebhookSecretAnswer } from '../../api/contract.js';
import { type CallError, callErrorOf, post } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { TextField } from '../parts/text-field.js';
import { eventWord } from './event-word.js';

/** The form of a new webhook. */
export function NewWebhook({ onMade }: { readonly onMade: (made: WebhookSecretAnswer) => void }) {
  const { w } = useSpeak();
  const [address, setAddress] = useState('');
  const [label, setLabel] = useState('');
  const [events, setEvents] = useState<readonly string[]>(eventKinds);
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      onMade(await post<WebhookSecretAnswer>('/api/webhooks', { address: address.trim(), label, events }));
      setAddress('');
      setLabel('');
    } catch (cause) {
      setError(callErrorOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="webhook-new">
      <h2 id="webhook-new">{w('webhookNew')}</h2>
      <form
        className="import-form"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField label={w('webhookAddress')} value={address} onChange={setAddress} />
        <TextField label={w('webhookLabel')} value={label} onChange={setLabel} />
        <fieldset className="field">
          <legend>{w('webhookEvents')}</legend>
          {eventKinds.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={events.includes(kind)}
                onChange={({ target }) =>
                  setEvents(target.checked ? [...events, kind] : events.filter((one) => one !== kind))
                }
              />{' '}
              {w(eventWord(kind) ?? 'webhookEvents')}
            </label>
          ))}
        </fieldset>
        <button
          type="submit"
          className="plain"
          disabled={busy || address.trim() === '' || events.length === 0}
        >
          {w('webhookAdd')}
        </button>
      </form>
      {error !== null && <ErrorNote error={error} />}
    </section>
  );
}
