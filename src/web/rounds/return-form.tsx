import { type SubmitEvent, useState } from 'react';
import type { ReturnAnswer, SaveAnswer } from '../../api/contract.js';
import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { IssueList } from '../parts/issue-list.js';
import { type Draft, draftOf, ReturnLine } from './return-line.js';
import { useChange } from './use-change.js';

type Section = ReturnAnswer['forms'][number]['sections'][number];

interface ReturnFormProps {
  readonly path: string;
  readonly answer: ReturnAnswer;
  readonly maySave: boolean;
}

/** The figures of a return by sections, each saved by itself; where nothing may be changed, they can only be read. */
export function ReturnForm({ path, answer, maySave }: ReturnFormProps) {
  const { w, t } = useSpeak();
  return (
    <section aria-labelledby="return-figures" data-section="figures">
      <h2 id="return-figures">{w('returnFigures')}</h2>
      {answer.forms.map((form) => (
        <div key={form.id}>
          <p className="quiet small">{t(form.instructions)}</p>
          {form.sections.map((section) => (
            <SectionForm
              // What somebody else or a workbook has saved meanwhile is shown anew.
              key={`${section.id} ${answer.view.revision}`}
              path={path}
              section={section}
              revision={answer.view.revision}
              maySave={maySave}
            />
          ))}
        </div>
      ))}
    </section>
  );
}

interface SectionFormProps {
  readonly path: string;
  readonly section: Section;
  readonly revision: number;
  readonly maySave: boolean;
}

function SectionForm({ path, section, revision, maySave }: SectionFormProps) {
  const { w, t } = useSpeak();
  const { busy, error, send } = useChange();
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [refused, setRefused] = useState<SaveAnswer['issues']>([]);
  const save = async () => {
    const values = section.lines.flatMap((line) => {
      const draft = drafts[line.indicator];
      return draft === undefined ? [] : [{ indicator: line.indicator, ...givenOf(draft) }];
    });
    const answer = await send<SaveAnswer>({
      path: `${path}/values`,
      method: 'PUT',
      body: { values },
      seen: revision,
    });
    if (answer !== null) setRefused(answer.saved ? [] : answer.issues);
  };
  return (
    <form
      className="return-section"
      data-form={section.id}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{t(section.label)}</h3>
      {section.lines.map((line) => (
        <ReturnLine
          key={line.indicator}
          line={line}
          draft={drafts[line.indicator] ?? draftOf(line)}
          maySave={maySave}
          onDraft={(draft) => setDrafts((old) => ({ ...old, [line.indicator]: draft }))}
        />
      ))}
      {maySave && (
        <button type="submit" className="plain" disabled={busy || Object.keys(drafts).length === 0}>
          {w('returnSave')}
        </button>
      )}
      {refused.length > 0 && <IssueList issues={refused} />}
      {error !== null && <ErrorNote error={error} />}
    </form>
  );
}

/** Texts go as they were typed; the server reads them as it reads cells. The word explains a value, or says why there is none. */
function givenOf({ value, words, source }: Draft) {
  const isMissing = value.trim() === '';
  return {
    value: isMissing ? null : value.trim(),
    missing: isMissing ? words : '',
    explanation: isMissing ? '' : words,
    source,
  };
}
