import { useState } from 'react';
import type { ReturnAnswer, StepAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { TextField } from '../parts/text-field.js';
import { useChange } from './use-change.js';

/** Steps that a person takes; the others follow from saving, attaching and locking. */
const taken = [
  'submit',
  'accept_province',
  'return_province',
  'accept_nation',
  'return_nation',
  'appeal',
  'grant',
  'dismiss',
] as const;

/** What the reader may do with a return now, with a word of why. */
export function ReturnSteps({ path, answer }: { readonly path: string; readonly answer: ReturnAnswer }) {
  const { w } = useSpeak();
  const { busy, error, send } = useChange();
  const [why, setWhy] = useState('');
  const steps = taken.filter((kind) => answer.steps.includes(kind));
  if (steps.length === 0) return null;
  const take = async (kind: (typeof taken)[number]) => {
    const words = why.trim() === '' ? {} : { why: why.trim() };
    const change = { path: `${path}/steps`, body: { kind, ...words }, seen: answer.view.revision };
    if ((await send<StepAnswer>(change)) !== null) setWhy('');
  };
  return (
    <section aria-labelledby="return-steps" data-section="steps">
      <h2 id="return-steps">{w('roundStepsTitle')}</h2>
      <TextField label={w('returnWhy')} value={why} onChange={setWhy} />
      <p className="round-buttons">
        {steps.map((kind) => (
          <button
            key={kind}
            type="button"
            className="plain"
            data-step={kind}
            disabled={busy}
            onClick={() => void take(kind)}
          >
            {w(`returnStep_${kind}`)}
          </button>
        ))}
      </p>
      {error !== null && <ErrorNote error={error} />}
    </section>
  );
}
