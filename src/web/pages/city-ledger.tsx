import { type SubmitEvent, useState } from 'react';
import type { CityPage, LedgerRow } from '../../api/contract.js';
import { type CallError, callErrorOf, forgetAnswers, pathOf, post, useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { LightMark } from '../parts/light-mark.js';
import { useMarkInView } from '../parts/mark-in-view.js';
import { TextField } from '../parts/text-field.js';
import { LedgerDetails } from './ledger-details.js';

/** Findings of the city: what is in the ledger, and what its check-up found and nobody has opened. */
export function CityLedger({ page }: { readonly page: CityPage }) {
  const { w } = useSpeak();
  const [shown, setShown] = useState(false);
  const path = pathOf('/api/ledger', { city: page.city.id });
  const { answer, error, retry } = useAnswer<readonly LedgerRow[]>(path);
  useMarkInView('ledger-title');
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
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer !== null && rows.length === 0 && <p className="quiet">{w('ledgerEmpty')}</p>}
      <LedgerList rows={tracked} />
      {tracked.length > 0 && <RecheckForm city={page.city.id} />}
      {found.length > 0 && (
        <button type="button" className="plain" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? w('hideFound') : w('showFound', { n: found.length })}
        </button>
      )}
      {shown && <LedgerList rows={found} />}
    </section>
  );
}

function LedgerList({ rows }: { readonly rows: readonly LedgerRow[] }) {
  if (rows.length === 0) return null;
  return (
    <ul className="ledger-list">
      {rows.map((row) => (
        <LedgerItem key={row.id} row={row} />
      ))}
    </ul>
  );
}

function LedgerItem({ row }: { readonly row: LedgerRow }) {
  const { w, t } = useSpeak();
  const [open, setOpen] = useState(false);
  return (
    <li data-finding={row.id} data-status={row.status}>
      <p className="ledger-head">
        <span className="tag">{w(`status_${row.status}`)}</span>
        <b>{t(row.label)}</b>
        {row.place !== '' && <span>{row.place}</span>}
        <span className="quiet">{row.period}</span>
        {row.light !== 'none' && <LightMark light={row.light} />}
        {row.mismatch !== null && <span className="tag">{w(`mismatch_${row.mismatch}`)}</span>}
        {row.overdue && <span className="tag overdue">{w('overdue')}</span>}
        {row.recheck !== null && (
          <span className="tag">
            {row.recheck.period} {w(`recheck_${row.recheck.result}`)}
          </span>
        )}
        {row.status === 'found' ? (
          <OpenButton row={row} />
        ) : (
          <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
            {w('details')}
          </button>
        )}
      </p>
      {row.measure !== null && (
        <p className="small">
          {[row.measure.measure, row.measure.body, row.measure.deadline].filter(Boolean).join(' · ')}
        </p>
      )}
      {open && <LedgerDetails row={row} />}
    </li>
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

/** Puts what the check-up found into the ledger. */
function OpenButton({ row }: { readonly row: LedgerRow }) {
  const { w } = useSpeak();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      await post<LedgerRow>('/api/ledger', { city: row.city, period: row.period, about: row.about });
      forgetAnswers();
    } catch (cause) {
      setError(callErrorOf(cause));
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className="plain" disabled={busy} onClick={() => void send()}>
        {w(busy ? 'recording' : 'openFinding')}
      </button>
      {error !== null && <ErrorNote error={error} />}
    </>
  );
}
