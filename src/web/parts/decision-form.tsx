import { type SubmitEvent, useState } from 'react';
import { type CallError, callErrorOf, post } from '../api.js';
import { useSpeak } from '../language.js';
import { type Decision, decisionWord, type OfferedKind } from './decision-kinds.js';
import { ErrorNote } from './error-note.js';
import { Select } from './select.js';
import { TextField } from './text-field.js';

interface DecisionFormProps {
  readonly about: string;
  readonly kinds: readonly [OfferedKind, ...OfferedKind[]];
  /** Told when the server has recorded it. */
  readonly onDecided: (decision: Decision) => void;
}

/** Records what a person decides about a number: a kind, the reason, and who and what it rests on. */
export function DecisionForm({ about, kinds, onDecided }: DecisionFormProps) {
  const { w } = useSpeak();
  const [chosen, setKind] = useState<OfferedKind>('note');
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const [by, setBy] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  // what is offered may change with the tree while the form is open
  const kind = kinds.find((one) => one === chosen) ?? kinds[0];

  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      const words = { about, kind, reason: reason.trim(), document: document.trim(), by: by.trim() };
      onDecided(await post<Decision>('/api/decisions', words));
    } catch (cause) {
      setError(callErrorOf(cause));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className="decision-form"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      {kinds.length > 1 && (
        <Select
          label={w('kind')}
          value={kind}
          choices={kinds.map((one) => ({ value: one, label: w(decisionWord(one)) }))}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? kinds[0])}
        />
      )}
      <p className="quiet decision-hint">{w(`decisionHint_${kind}`)}</p>
      <TextField className="decision-reason" label={w('reason')} value={reason} onChange={setReason} />
      <TextField label={w('document')} value={document} onChange={setDocument} />
      <TextField label={w('decidedBy')} value={by} onChange={setBy} />
      <div className="decision-send">
        <button type="submit" className="plain" disabled={busy || reason.trim() === ''}>
          {w(busy ? 'recording' : 'recordDecision')}
        </button>
        <span className="quiet">{w('decisionsStay')}</span>
      </div>
      {error !== null && <ErrorNote error={error} />}
    </form>
  );
}
