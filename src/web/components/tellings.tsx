import { CallError } from '../api.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { LightMark } from '../parts/light-mark.js';
import { MarkTag } from '../parts/mark-tag.js';
import { Skeleton } from '../parts/skeleton.js';
import { Group, Sample } from './sample.js';

/** Small signs beside a number or a rule. */
export function Marks() {
  const { w } = useSpeak();
  return (
    <Group name="marks" title={w('partMarks')}>
      <div className="samples">
        <Sample name="LightMark" when={w('partLightText')}>
          <span className="sample-row">
            {(['green', 'yellow', 'red', 'none'] as const).map((light) => (
              <LightMark key={light} light={light} />
            ))}
          </span>
        </Sample>
        <Sample name="MarkTag" when={w('partMarkText')}>
          <span className="sample-row">
            {['V', 'S', 'M', 'D'].map((mark) => (
              <MarkTag key={mark} mark={mark} />
            ))}
          </span>
        </Sample>
      </div>
    </Group>
  );
}

/** What is told in a box of its own. */
export function Notes() {
  const { w } = useSpeak();
  return (
    <Group name="notes" title={w('partNotes')}>
      <Sample name=".note.warning" when={w('partNoteText')}>
        <div className="note warning" role="note">
          <p>{w('partNoteSample')}</p>
        </div>
      </Sample>
      <Sample name="ErrorNote" when={w('partErrorText')}>
        <ErrorNote error={new CallError(null)} />
      </Sample>
    </Group>
  );
}

/** What stands where nothing is yet, or nothing at all. */
export function Waiting() {
  const { w } = useSpeak();
  return (
    <Group name="waiting" title={w('partLoading')}>
      <Sample name="Skeleton" when={w('partSkeletonText')}>
        <Skeleton height={56} />
      </Sample>
      <Sample name=".empty" when={w('partEmptyText')}>
        <p className="empty">{w('nothingFound')}</p>
      </Sample>
    </Group>
  );
}
