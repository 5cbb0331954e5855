import { useState } from 'react';
import type { WebhookAnswer, WebhookSecretAnswer } from '../../api/contract.js';
import { forgetAnswers, useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { Link } from '../parts/link.js';
import { Skeleton } from '../parts/skeleton.js';
import { useTitle } from '../parts/title.js';
import { NewWebhook } from '../webhooks/new-webhook.js';
import { WebhookCard } from '../webhooks/webhook-card.js';

/** Whom the server tells what happens. */
export function Webhooks() {
  const { w } = useSpeak();
  const { answer, error, retry } = useAnswer<readonly WebhookAnswer[]>('/api/webhooks');
  const [made, setMade] = useState<WebhookSecretAnswer | null>(null);
  useTitle(w('webhooks'));
  return (
    <div className="reading wide-reading">
      <p>
        <Link to="/administration">← {w('administration')}</Link>
      </p>
      <h1>{w('webhooks')}</h1>
      <p>{w('webhooksText')}</p>
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer === null && error === null && <Skeleton height={200} />}
      {made !== null && (
        <p role="status" className="secret">
          {w('webhookSecretOf', { address: made.webhook.address })} <code>{made.secret}</code>
        </p>
      )}
      {answer?.length === 0 && <p className="quiet">{w('webhooksNone')}</p>}
      {answer?.map((webhook) => (
        <WebhookCard key={webhook.id} webhook={webhook} onSecret={setMade} />
      ))}
      {answer !== null && (
        <NewWebhook
          onMade={(one) => {
            setMade(one);
            forgetAnswers();
          }}
        />
      )}
    </div>
  );
}
