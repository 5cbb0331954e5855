import { type SubmitEvent, useId, useState } from 'react';
import type { LedgerRow } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { minuteOf } from './assignee.js';
import type { FindingSteps } from './use-finding.js';

type Comment = LedgerRow['comments'][number];

/** What a comment that is being written does to another. */
type Aim = { readonly manner: 'answers' | 'edits'; readonly comment: Comment } | null;

/** What was said about a finding, in its order, and room to say more. */
export function Comments({ row, steps }: { readonly row: LedgerRow; readonly steps: FindingSteps }) {
  const { w } = useSpeak();
  const [aim, setAim] = useState<Aim>(null);
  const title = useId();
  if (row.comments.length === 0 && !row.can.record) return null;
  return (
    <section aria-labelledby={title}>
      <h4 id={title}>{w('comments')}</h4>
      <ol className="comment-list">
        {row.comments.map((one) => (
          <li key={one.id} data-comment={one.id}>
            <CommentLine row={row} comment={one} onAim={row.can.record ? setAim : null} />
          </li>
        ))}
      </ol>
      {row.can.record && (
        <CommentForm
          key={`${aim?.manner} ${aim?.comment.id}`}
          aim={aim}
          steps={steps}
          onDone={() => setAim(null)}
        />
      )}
    </section>
  );
}

interface LineProps {
  readonly row: LedgerRow;
  readonly comment: Comment;
  readonly onAim: ((aim: Aim) => void) | null;
}

function CommentLine({ row, comment, onAim }: LineProps) {
  const { w } = useSpeak();
  const above = row.comments.find(({ id }) => id === comment.answers);
  return (
    <>
      <p className="quiet small">
        <b>{comment.by}</b> {minuteOf(comment.at)}
        {above !== undefined && ` · ${w('answersTo', { who: above.by })}`}
        {comment.editedAt !== '' && ` · ${w('commentEdited', { at: minuteOf(comment.editedAt) })}`}
      </p>
      <p className="comment-words">{comment.text}</p>
      {onAim !== null && (
        <p className="ledger-steps">
          <button type="button" className="plain" onClick={() => onAim({ manner: 'answers', comment })}>
            {w('commentAnswer')}
          </button>
          <button type="button" className="plain" onClick={() => onAim({ manner: 'edits', comment })}>
            {w('commentEdit')}
          </button>
        </p>
      )}
    </>
  );
}

interface FormProps {
  readonly aim: Aim;
  readonly steps: FindingSteps;
  readonly onDone: () => void;
}

function CommentForm({ aim, steps, onDone }: FormProps) {
  const { w } = useSpeak();
  const [text, setText] = useState(aim?.manner === 'edits' ? aim.comment.text : '');
  const id = useId();
  const send = async () => {
    const target = aim === null ? {} : { [aim.manner]: aim.comment.id };
    if (!(await steps.comment({ text: text.trim(), ...target }))) return;
    setText('');
    onDone();
  };
  const label = aim?.manner === 'answers' ? w('commentAnswerTo', { who: aim.comment.by }) : w('commentWords');
  return (
    <form
      className="comment-form"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <textarea id={id} rows={3} value={text} onChange={(event) => setText(event.target.value)} />
      </div>
      <p className="ledger-steps">
        <button type="submit" className="plain" disabled={steps.busy || text.trim() === ''}>
          {w('commentNow')}
        </button>
        {aim !== null && (
          <button type="button" className="plain" onClick={onDone}>
            {w('commentCancel')}
          </button>
        )}
      </p>
    </form>
  );
}
