import { type SubmitEvent, useState } from 'react';
import type { CityPage, LedgerRow } from '../../api/contract.js';
import { type CallError, callErrorOf, forgetAnswers, pathOf, post, useAnswer } from '../api.js';
import { FindingList } from '../findings/finding-list.js';
import { LedgerError } from '../findings/ledger-error.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { TextField } from '../parts/text-field.js';

/** Findings of the city: what is in the ledger, and what its check-up found and nobody has opened. */
export function CityLedger({ page }: { readonly page: CityPage }) {
  const { w } = useSpeak();
  const [shown, setShown] = useState(false);
  const path = pathOf('/api/ledger', { city: page.city.id });
  const { answer, error, retry } = useAnswer<readonly LedgerRow[]>(path);
  const rows = answer ?? [];
  const tracked = rows.filter((one) => one.status !== 'found');
  const found = rows.filter((one) => one.status === 'found');
  return (
    <section className="ledger" aria-labelledby="ledger-title">
      <div className="section-head">
        <h2 id="ledger-title">{w('ledger')}</h2>
        <a href="/api/ledger/export?format=csv" download>
          {w('exportLedger')}
        </a>
      </div>
      <p className="quiet">{w('ledgerNote')}</p>
      {error !== null && <LedgerError error={error} retry={retry} />}
      {answer !== null && rows.length === 0 && <p className="quiet">{w('ledgerEmpty')}</p>}
      <FindingList rows={tracked} />
      {tracked.length > 0 && <RecheckForm city={page.city.id} />}
      {found.length > 0 && (
        <button type="button" className="plain" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? w('hideFound') : w('showFound', { n: found.length })}
        </button>
      )}
      {shown && <FindingList rows={found} />}
    </section>
  );
}

/** Compares the findings of the city with a later check-up; the program computes the answers. */
function RecheckForm({ city }: { readonly city: string }) {
  const { w } = useSpeak();
  const [period, setPeriod] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const send = async () => {
    setError(null);
    try {
      await post<readonly LedgerRow[]>('/api/ledger/recheck', { period: period.trim(), city });
      forgetAnswers();
    } catch (cause) {
      setError(callErrorOf(cause));
    }
  };
  return (
    <form
      className="ledger-note"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField label={w('recheckPeriod')} value={period} onChange={setPeriod} />
      <button type="submit" className="plain" disabled={!/^\d{4}/.test(period.trim())}>
        {w('recheckNow')}
      </button>
      {error !== null && <ErrorNote error={error} />}
    </form>
  );
}
