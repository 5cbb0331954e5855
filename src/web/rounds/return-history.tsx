import type { ReturnAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import type { WordKey } from '../words.js';

type Change = ReturnAnswer['changes'][number];

const others: Readonly<Partial<Record<string, WordKey>>> = {
  save: 'returnEvent_save',
  evidence: 'returnEvent_evidence',
  lock_return: 'returnEvent_lock_return',
  leave_out: 'returnEvent_leave_out',
};

/** What happened to a return, and every change of a value: who, when, old, new, why. */
export function ReturnHistory({ answer }: { readonly answer: ReturnAnswer }) {
  const { w } = useSpeak();
  return (
    <section aria-labelledby="return-history" data-section="history">
      <h2 id="return-history">{w('roundHistory')}</h2>
      <ol className="decision-list">
        {answer.history.map(({ number, kind, at, by, why }) => (
          <li key={number} data-event={kind}>
            <b>{w(others[kind] ?? `returnStep_${kind as 'submit'}`)}</b>
            <p className="quiet">
              {[at.slice(0, 16).replace('T', ' '), by, why].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ol>
      {answer.changes.length > 0 && (
        <details>
          <summary>{w('returnAllChanges', { n: answer.changes.length })}</summary>
          <Changes answer={answer} />
        </details>
      )}
    </section>
  );
}

function Changes({ answer }: { readonly answer: ReturnAnswer }) {
  const { w, t } = useSpeak();
  const lines = answer.forms.flatMap(({ sections }) => sections.flatMap((section) => section.lines));
  const labels = new Map(lines.map(({ indicator, label }) => [indicator, t(label)]));
  const words = (value: Change['old']) =>
    value === null
      ? '–'
      : [
          value.value === null ? w('returnMissing') : `${value.value} ${value.unit}`,
          value.missing,
          value.explanation,
          value.source,
        ]
          .filter(Boolean)
          .join(' · ');
  return (
    <ul className="round-files">
      {answer.changes.map((change) => (
        <li key={`${change.indicator} ${change.revision}`}>
          <b>{labels.get(change.indicator) ?? change.indicator}</b>: {words(change.old)} → {words(change.new)}
          <br />
          <small className="quiet">
            {[change.at.slice(0, 16).replace('T', ' '), change.by, change.why].filter(Boolean).join(' · ')}
          </small>
        </li>
      ))}
    </ul>
  );
}
