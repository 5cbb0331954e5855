import type { DeliveryAnswer } from '../../api/contract.js';
import { forgetAnswers, useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { eventWord } from './event-word.js';

/** What one webhook was told and is to be told. */
export function Deliveries({ id }: { readonly id: string }) {
  const { w, t } = useSpeak();
  const { answer, error, retry } = useAnswer<readonly DeliveryAnswer[]>(`/api/webhooks/${id}/deliveries`);
  return (
    <section aria-labelledby={`deliveries-${id}`}>
      <h3 id={`deliveries-${id}`}>{w('webhookDeliveries')}</h3>
      <button type="button" className="plain" onClick={forgetAnswers}>
        {w('webhookAgain')}
      </button>
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer?.length === 0 && <p className="quiet">{w('webhookNoDeliveries')}</p>}
      {answer !== null && answer.length > 0 && (
        <div className="sideways">
          <table>
            <thead>
              <tr>
                <th scope="col">{w('webhookWhen')}</th>
                <th scope="col">{w('webhookEvents')}</th>
                <th scope="col">{w('webhookState')}</th>
                <th scope="col" className="amount">
                  {w('webhookTries')}
                </th>
                <th scope="col">{w('webhookAnswer')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.map((one) => {
                const word = eventWord(one.event);
                return (
                  <tr key={one.id} data-delivery={one.state}>
                    <td>{one.made.slice(0, 19).replace('T', ' ')}</td>
                    <td>{word === null ? one.event : w(word)}</td>
                    <td>{w(`delivery_${one.state}`)}</td>
                    <td className="amount">{one.tries}</td>
                    <td>{one.fault === null ? (one.answer ?? '') : t(one.fault)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
