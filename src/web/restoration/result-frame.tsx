import type { ReactNode } from 'react';
import type { Issue } from '../../base/index.js';
import { WorkbookButton } from '../estates/result-doors.js';
import { SaveButton } from '../exports/save-button.js';
import { useSpeak } from '../language.js';
import { IssueList } from '../parts/issue-list.js';
import type { WordKey } from '../words.js';

interface ResultFrameProps {
  readonly computed: { readonly body: object; readonly made: boolean };
  /** Endpoint that answered, and name of its workbook. */
  readonly path: string;
  readonly name: string;
  readonly issues: readonly Issue[];
  /** What the button of the CSV file says, its name without the ending, and its text. */
  readonly csv: readonly [word: WordKey, file: string, text: () => string];
  readonly children: ReactNode;
}

/** A result with its doubts and its files. */
export function ResultFrame({ computed, path, name, issues, csv, children }: ResultFrameProps) {
  const { w } = useSpeak();
  const [word, file, text] = csv;
  return (
    <>
      {children}
      <p className="restore-files">
        <SaveButton name={`${file}.csv`} text={text}>
          {w(word)}
        </SaveButton>
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
