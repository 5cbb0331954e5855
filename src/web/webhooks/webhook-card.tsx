import { useState } from 'react';
import type { DeliveryAnswer, WebhookAnswer, WebhookSecretAnswer } from '../../api/contract.js';
import { type CallError, call, callErrorOf, forgetAnswers, post } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Deliveries } from './deliveries.js';
import { eventWord } from './event-word.js';

interface WebhookCardProps {
  readonly webhook: WebhookAnswer;
  readonly onSecret: (made: WebhookSecretAnswer) => void;
}

/** One webhook with what can be done about it. */
export function WebhookCard({ webhook, onSecret }: WebhookCardProps) {
  const { w } = useSpeak();
  const [open, setOpen] = useState(false);
  const [sure, setSure] = useState(false);
  const { busy, error, act } = useActs();
  const { id, state, signs } = webhook;
  const path = `/api/webhooks/${id}`;
  const setState = (next: string) =>
    call(path, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state: next }),
    });
  const test = async () => {
    await post<DeliveryAnswer>(`${path}/test`, {});
    setOpen(true);
  };
  const button = (word: Parameters<typeof w>[0], work: () => Promise<unknown>) => (
    <button type="button" className="plain" disabled={busy} onClick={() => void act(work)}>
      {w(word)}
    </button>
  );
  return (
    <article data-webhook={id} aria-label={webhook.address}>
      <h2>{webhook.address}</h2>
      <p>
        {[webhook.label, webhook.events.map((kind) => w(eventWord(kind) ?? 'webhookEvents')).join(' · ')]
          .filter(Boolean)
          .join(' — ')}
      </p>
      <p>
        {w('webhookState')}:{' '}
        <b>{w(state === 'paused' ? 'webhookPaused' : signs ? 'webhookActive' : 'webhookMute')}</b>
        {' · '}
        {w('webhookOpen')}: {webhook.waiting} / {webhook.givenUp}
      </p>
      <p className="ledger-steps">
        {button('webhookTest', test)}
        {state === 'active'
          ? button('webhookPause', () => setState('paused'))
          : button('webhookResume', () => setState('active'))}
        {button('webhookRenew', async () => onSecret(await post<WebhookSecretAnswer>(`${path}/secret`, {})))}
        {sure
          ? button('webhookRemoveSure', () => call(path, { method: 'DELETE' }))
          : button('webhookRemove', async () => setSure(true))}
        <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {w('webhookDeliveries')}
        </button>
      </p>
      {error !== null && <ErrorNote error={error} />}
      {open && <Deliveries id={id} />}
    </article>
  );
}

function useActs() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const act = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
      forgetAnswers();
    } catch (cause) {
      setError(callErrorOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, act };
}
