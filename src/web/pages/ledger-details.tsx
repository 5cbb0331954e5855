import { type ReactNode, type SubmitEvent, useState } from 'react';
import type { LedgerRow } from '../../api/contract.js';
import type { LedgerEvent } from '../../assess/index.js';
import { pathOf } from '../api.js';
import { AssignForm } from '../findings/assign-form.js';
import { assigneeOf } from '../findings/assignee.js';
import { Comments } from '../findings/comments.js';
import { FindingFiles } from '../findings/finding-files.js';
import { useFinding } from '../findings/use-finding.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { WhyNumber } from '../parts/number.js';
import { TextField } from '../parts/text-field.js';

/** A finding in full: its evidence, its history, and the steps that may follow. */
export function LedgerDetails({ row }: { readonly row: LedgerRow }) {
  const { w, language: lang } = useSpeak();
  const steps = useFinding(row);
  const { busy, error } = steps;
  const planning = row.can.record && ['open', 'planned', 'under_way'].includes(row.status);
  return (
    <div className="ledger-details">
      <p className="quiet small">
        {row.evidence
          .filter((one) => one.includes('/'))
          .map((address, at) => (
            <span key={address}>
              {at > 0 && ' · '}
              <WhyNumber address={address}>{`${w('evidenceOf')} ${at + 1}`}</WhyNumber>
            </span>
          ))}
      </p>
      <h4>{w('history')}</h4>
      <ol className="decision-list">
        {row.history.map((event) => (
          <HistoryLine key={event.id} event={event} />
        ))}
      </ol>
      <FindingFiles row={row} steps={steps} />
      <Comments row={row} steps={steps} />
      {row.can.assign && <AssignForm row={row} steps={steps} />}
      {planning && <MeasureForm row={row} busy={busy} send={(content) => steps.step('measure', content)} />}
      {row.can.record && <NoteForm busy={busy} send={(text) => steps.step('note', { text })} />}
      <p className="ledger-steps">
        {(row.can.record ? row.next : []).map((status) => (
          <button
            key={status}
            type="button"
            className="plain"
            disabled={busy}
            onClick={() => void steps.step('status', { status })}
          >
            {w('toStatus', { status: w(`status_${status}`) })}
          </button>
        ))}
      </p>
      {error !== null && <ErrorNote error={error} />}
      <p className="small">
        <a href={pathOf('/api/ledger.ics', { finding: row.id, lang })} download>
          {w('calendarOf')}
        </a>
      </p>
    </div>
  );
}

function HistoryLine({ event }: { readonly event: LedgerEvent }) {
  const { w } = useSpeak();
  return (
    <li data-event={event.kind}>
      <b>{w(`event_${event.kind}`)}</b>
      <div>
        <p>{useEventWords(event)}</p>
        <p className="quiet">
          {[event.at.slice(0, 16).replace('T', ' '), event.by, event.document].filter(Boolean).join(' · ')}
        </p>
      </div>
    </li>
  );
}

function useEventWords(event: LedgerEvent): ReactNode {
  const { w } = useSpeak();
  switch (event.kind) {
    case 'opened':
      return [event.content.problemType, event.content.note].filter(Boolean).join(' · ');
    case 'measure': {
      const { measure, body, budget, deadline, workItem } = event.content;
      return [measure, body, budget === null ? '' : `¥ ${budget}`, deadline, workItem]
        .filter(Boolean)
        .join(' · ');
    }
    case 'status':
      return [w(`status_${event.content.status}`), event.content.reason].filter(Boolean).join(' · ');
    case 'recheck': {
      const { period, result, reason } = event.content;
      return [period, w(`recheck_${result}`), reason === '' ? '' : w(`reason_${reason}`)]
        .filter(Boolean)
        .join(' · ');
    }
    case 'note':
    case 'comment':
      return event.content.text;
    case 'assigned': {
      const { deadline, note } = event.content;
      const who = assigneeOf(event.content) || w('assignedNobody');
      return [who, deadline, note].filter(Boolean).join(' · ');
    }
    case 'file':
      return [event.content.name, event.content.caption].filter(Boolean).join(' · ');
  }
}

interface MeasureFormProps {
  readonly row: LedgerRow;
  readonly busy: boolean;
  readonly send: (content: Readonly<Record<string, unknown>>) => Promise<boolean>;
}

/** What is to be done, by whom, with how much and until when. */
function MeasureForm({ row, busy, send }: MeasureFormProps) {
  const { w } = useSpeak();
  const [measure, setMeasure] = useState(row.measure?.measure ?? '');
  const [body, setBody] = useState(row.measure?.body ?? '');
  const [budget, setBudget] = useState(String(row.measure?.budget ?? ''));
  const [deadline, setDeadline] = useState(row.measure?.deadline ?? '');
  const [workItem, setWorkItem] = useState(row.measure?.workItem ?? '');
  const content = { measure: measure.trim(), body: body.trim(), budget, deadline, workItem: workItem.trim() };
  return (
    <form
      className="decision-form"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void send(content);
      }}
    >
      <TextField className="decision-reason" label={w('measure')} value={measure} onChange={setMeasure} />
      <TextField label={w('body')} value={body} onChange={setBody} />
      <TextField label={w('budget')} type="number" value={budget} onChange={setBudget} />
      <TextField label={w('deadline')} type="date" value={deadline} onChange={setDeadline} />
      <TextField label={w('workItem')} value={workItem} onChange={setWorkItem} />
      <div className="decision-send">
        <button type="submit" className="plain" disabled={busy || !content.measure || !content.body}>
          {w(busy ? 'recording' : 'setMeasure')}
        </button>
      </div>
    </form>
  );
}

function NoteForm({
  busy,
  send,
}: {
  readonly busy: boolean;
  readonly send: (text: string) => Promise<boolean>;
}) {
  const { w } = useSpeak();
  const [text, setText] = useState('');
  return (
    <form
      className="ledger-note"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void send(text.trim()).then((done) => done && setText(''));
      }}
    >
      <TextField label={w('noteWords')} value={text} onChange={setText} />
      <button type="submit" className="plain" disabled={busy || text.trim() === ''}>
        {w('addNote')}
      </button>
    </form>
  );
}
