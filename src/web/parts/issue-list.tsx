import type { Issue } from '../../base/index.js';
import { useSpeak } from '../language.js';

/** Doubts and faults with place, words, remedy and code; beyond `most` only their number. */
export function IssueList({
  issues,
  most = 50,
}: {
  readonly issues: readonly Issue[];
  readonly most?: number;
}) {
  const { w, t } = useSpeak();
  return (
    <ul className="issues">
      {issues.slice(0, most).map((issue, i) => (
        // the same issue can be found twice at one place
        <li key={`${i} ${issue.code} ${issue.where}`} className={`issue-${issue.severity}`}>
          {t(issue.message)} <span className="quiet">{t(issue.remedy)}</span> <code>{issue.code}</code>
        </li>
      ))}
      {issues.length > most && <li className="quiet">{w('moreIssues', { n: issues.length - most })}</li>}
    </ul>
  );
}
