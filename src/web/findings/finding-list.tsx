import { useState } from 'react';
import type { LedgerRow } from '../../api/contract.js';
import { type CallError, callErrorOf, forgetAnswers, post } from '../api.js';
import { useSpeak } from '../language.js';
import { LedgerDetails } from '../pages/ledger-details.js';
import { ErrorNote } from '../parts/error-note.js';
import { LightMark } from '../parts/light-mark.js';
import { Link } from '../parts/link.js';
import { assigneeOf } from './assignee.js';

/** Findings in lines, each opening to everything that is known of it. */
export function FindingList({
  rows,
  withCity = false,
}: {
  readonly rows: readonly LedgerRow[];
  readonly withCity?: boolean;
}) {
  if (rows.length === 0) return null;
  return (
    <ul className="ledger-list">
      {rows.map((row) => (
        <FindingItem key={row.id} row={row} withCity={withCity} />
      ))}
    </ul>
  );
}

function FindingItem({ row, withCity }: { readonly row: LedgerRow; readonly withCity: boolean }) {
  const { w, t } = useSpeak();
  const [open, setOpen] = useState(false);
  return (
    <li data-finding={row.id} data-status={row.status}>
      <p className="ledger-head">
        <span className="tag">{w(`status_${row.status}`)}</span>
        {withCity && <Link to={`/city/${row.city}`}>{t(row.name)}</Link>}
        <b>{t(row.label)}</b>
        {row.place !== '' && <span>{row.place}</span>}
        <span className="quiet">{row.period}</span>
        {row.light !== 'none' && <LightMark light={row.light} />}
        {row.mismatch !== null && <span className="tag">{w(`mismatch_${row.mismatch}`)}</span>}
        {row.due !== '' && <span className="quiet">{w('dueOn', { day: row.due })}</span>}
        {row.overdue && <span className="tag overdue">{w('overdue')}</span>}
        {row.recheck !== null && (
          <span className="tag">
            {row.recheck.period} {w(`recheck_${row.recheck.result}`)}
          </span>
        )}
        {row.status === 'found' ? (
          row.can.record && <OpenButton row={row} />
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
      {row.assignment !== null && (
        <p className="small">{w('assignedTo', { who: assigneeOf(row.assignment) })}</p>
      )}
      {open && <LedgerDetails row={row} />}
    </li>
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
