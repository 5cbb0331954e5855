import { useState } from 'react';
import type { RecomputationAnswer, RoundAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { TextField } from '../parts/text-field.js';
import { useChange } from './use-change.js';

/** What the reader may do with a round now. */
export function RoundSteps({ round }: { readonly round: RoundAnswer }) {
  const { w } = useSpeak();
  const { busy, error, send } = useChange();
  const [why, setWhy] = useState('');
  const [leaveOut, setLeaveOut] = useState(false);
  const [told, setTold] = useState('');
  const steps = round.steps.filter((kind) => kind !== 'define');
  if (steps.length === 0 && told === '') return null;
  const take = async (kind: (typeof steps)[number]) => {
    const words = why.trim() === '' ? {} : { why: why.trim() };
    const body = kind === 'lock' ? { leaveOut, ...words } : words;
    const path = `/api/rounds/${encodeURIComponent(round.id)}/${kind}`;
    // Computing needs no revision: the server makes sure that nothing has moved.
    const seen = ['open', 'close', 'lock'].includes(kind) ? round.revision : undefined;
    const answer = await send<Partial<RecomputationAnswer>>({ path, body, seen });
    if (answer === null) return;
    setWhy('');
    setTold(kind === 'compute' ? w('roundComputed') : comparisonWords(w, answer.comparison));
  };
  return (
    <section aria-labelledby="round-steps" data-section="steps">
      <h2 id="round-steps">{w('roundStepsTitle')}</h2>
      <div className="round-fields">
        <TextField label={w('roundWhy')} value={why} onChange={setWhy} />
        {steps.includes('lock') && (
          <label>
            <input
              type="checkbox"
              checked={leaveOut}
              onChange={(event) => setLeaveOut(event.target.checked)}
            />{' '}
            {w('roundLeaveOut')}
          </label>
        )}
      </div>
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
            {w(`roundStep_${kind as 'open'}`)}
          </button>
        ))}
      </p>
      <p role="status">{told}</p>
      {error !== null && <ErrorNote error={error} />}
    </section>
  );
}

function comparisonWords(
  w: ReturnType<typeof useSpeak>['w'],
  comparison: RecomputationAnswer['comparison'] | undefined,
): string {
  if (comparison === undefined) return '';
  return comparison.equal
    ? w('roundEqual', { n: comparison.compared })
    : w('roundDiffers', { n: comparison.different });
}
