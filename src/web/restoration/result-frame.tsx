import type { ReactNode } from 'react';
import type { Issue } from '../../base/index.js';
import { WorkbookButton } from '../estates/result-doors.js';
import { useSpeak } from '../language.js';
import { IssueList } from '../parts/issue-list.js';
import type { WordKey } from '../words.js';

interface ResultFrameProps {
  readonly computed: { readonly body: object; readonly made: boolean };
  /** Endpoint that answered, and name of its workbook. */
  readonly path: string;
  readonly name: string;
  readonly issues: readonly Issue[];
  /** What the button of the CSV file says, and what it does. */
  readonly csv: readonly [word: WordKey, save: () => void];
  readonly children: ReactNode;
}

/** A result with its doubts and its files. */
export function ResultFrame({ computed, path, name, issues, csv, children }: ResultFrameProps) {
  const { w } = useSpeak();
  const [word, save] = csv;
  return (
    <>
      {children}
      <p className="restore-files">
        <button type="button" className="plain" onClick={save}>
          {w(word)}
        </button>
        <WorkbookButton computed={computed} path={path} name={`${name}.xlsx`} />
      </p>
      {issues.length > 0 && (
        <section data-section="doubts">
          <h2>{w('restoreDoubts')}</h2>
          <IssueList issues={issues} />
        </section>
      )}
    </>
  );
}
