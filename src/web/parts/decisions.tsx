import { useRef, useState } from 'react';
import type { DecisionsAnswer, ExplainAnswer } from '../../api/contract.js';
import { forgetAnswers, pathOf, useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import type { WordKey } from '../words.js';
import { DecisionForm } from './decision-form.js';
import { type Decision, decisionWord, offeredKinds } from './decision-kinds.js';
import { ErrorNote } from './error-note.js';

/** What people decided about a number, the latest first, and a form for one more. */
export function Decisions({ root }: { readonly root: ExplainAnswer }) {
  const { w } = useSpeak();
  const { answer, error, retry } = useAnswer<DecisionsAnswer>(pathOf('/api/decisions', { about: root.id }));
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<WordKey | null>(null);
  const decided = (made: Decision) => {
    const before = answer?.some((one) => one.id === made.id) ?? false;
    setSaid(before ? 'decidedBefore' : 'decided');
    if (before) return;
    // the form goes, and with it the button that has the focus
    opener.current?.focus();
    setOpen(false);
    forgetAnswers();
  };
  return (
    <section className="decisions" aria-labelledby="decisions-title">
      <h3 id="decisions-title">{w('decisions')}</h3>
      {error !== null && <ErrorNote error={error} retry={retry} />}
      {answer?.length === 0 && <p className="quiet">{w('noDecisions')}</p>}
      {answer !== null && answer.length > 0 && <DecisionList decisions={answer} />}
      <p className="quiet" aria-live="polite">
        {said === null ? '' : w(said)}
      </p>
      <button
        ref={opener}
        type="button"
        className="plain"
        aria-expanded={open}
        onClick={() => {
          setSaid(null);
          setOpen(!open);
        }}
      >
        {w(open ? 'cancel' : 'decide')}
      </button>
      {open && <DecisionForm about={root.id} kinds={offeredKinds(root)} onDecided={decided} />}
    </section>
  );
}

function DecisionList({ decisions }: { readonly decisions: DecisionsAnswer }) {
  const { w } = useSpeak();
  return (
    <ol className="decision-list">
      {decisions.map((one) => (
        <li key={one.id} data-decision={one.kind}>
          <b>{w(decisionWord(one.kind))}</b>
          <div>
            <p>{one.reason}</p>
            <p className="quiet">{[one.on, one.by, one.document].filter(Boolean).join(' · ')}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
