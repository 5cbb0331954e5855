import { type SubmitEvent, useState } from 'react';
import type { LedgerRow } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { TextField } from '../parts/text-field.js';
import type { FindingSteps } from './use-finding.js';

/** Who has to see to a finding until when; without a name nobody has to. */
export function AssignForm({ row, steps }: { readonly row: LedgerRow; readonly steps: FindingSteps }) {
  const { w } = useSpeak();
  const [person, setPerson] = useState(row.assignment?.person ?? '');
  const [office, setOffice] = useState(row.assignment?.office ?? '');
  const [deadline, setDeadline] = useState(row.assignment?.deadline ?? '');
  const [note, setNote] = useState(row.assignment?.note ?? '');
  const content = { person: person.trim(), office: office.trim(), deadline, note: note.trim() };
  return (
    <form
      className="decision-form"
      aria-label={w('assignment')}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void steps.assign(content);
      }}
    >
      <TextField label={w('assignPerson')} value={person} onChange={setPerson} />
      <TextField label={w('assignOffice')} value={office} onChange={setOffice} />
      <TextField label={w('assignDeadline')} type="date" value={deadline} onChange={setDeadline} />
      <TextField label={w('assignNote')} value={note} onChange={setNote} />
      <div className="decision-send">
        <button type="submit" className="plain" disabled={steps.busy}>
          {w('assignNow')}
        </button>
      </div>
    </form>
  );
}
