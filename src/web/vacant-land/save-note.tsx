import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import type { WordKey } from '../words.js';
import type { Labels, SaveState } from './use-labels.js';

const words = {
  saved: 'idleSaved',
  waiting: 'idleWaiting',
  saving: 'idleSaving',
  refused: 'idleRefused',
  failed: 'idleFailed',
} as const satisfies Readonly<Record<SaveState, WordKey>>;

/** How far the labels are saved; after a refusal what can be done, so that nothing drawn is lost. */
export function SaveNote({ labels }: { readonly labels: Labels }) {
  const { w } = useSpeak();
  const { state, revision, fault, retry, settle } = labels;
  return (
    <>
      <p className="small quiet idle-saved" role="status" data-save={state}>
        {w(words[state], { n: revision })}
      </p>
      {fault !== null && <ErrorNote error={fault} {...(state === 'failed' && { retry })} />}
      {state === 'refused' && (
        <p className="zonal-choices">
          <button type="button" className="plain" onClick={() => void settle('both')}>
            {w('idleJoin')}
          </button>
          <button type="button" className="plain" onClick={() => void settle('theirs')}>
            {w('idleTakeTheirs')}
          </button>
        </p>
      )}
    </>
  );
}
