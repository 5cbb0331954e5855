import type { SessionRow } from '../../api/contract.js';
import { call } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { askSession } from '../session.js';
import { useFresh } from './use-fresh-list.js';
import { useSend } from './use-send.js';

/** Browsers that are signed in to the own account; each can be ended, this one too. */
export function SessionList() {
  const { w } = useSpeak();
  const { list, error, load } = useFresh<readonly SessionRow[]>('/api/sessions');
  const sending = useSend();
  const end = (id: string) =>
    void sending.run(async () => {
      await call(`/api/sessions/${id}`, { method: 'DELETE' });
      await askSession();
      await load();
    });
  const fault = sending.error ?? error;
  const time = (at: string) => at.slice(0, 16).replace('T', ' ');
  return (
    <section aria-labelledby="sessions-title">
      <h2 id="sessions-title">{w('sessions')}</h2>
      {fault !== null && <ErrorNote error={fault} />}
      {list !== null && (
        <div className="sideways">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{w('signedInAt')}</th>
                <th scope="col">{w('lastSeen')}</th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {list.map(({ id, signedIn, seen }) => (
                <tr key={id} data-session={id}>
                  <th scope="row">{time(signedIn)} UTC</th>
                  <td>{time(seen)} UTC</td>
                  <td>
                    <button
                      type="button"
                      className="plain"
                      disabled={sending.busy}
                      aria-label={w('endNamed', { at: time(signedIn) })}
                      onClick={() => end(id)}
                    >
                      {w('endIt')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
