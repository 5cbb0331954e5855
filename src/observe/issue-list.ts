import { type Code, type Facts, type Issue, issue, type Text } from '../base/index.js';

/** Issues of one kind say enough after this many. */
const mostOfOneCode = 50;

/** Collects issues; after fifty of one code it only counts. */
export interface IssueList {
  add(found: Issue): void;
  /** Issues since the last call. */
  take(): readonly Issue[];
  /** One issue per code that was cut, with the number left out. */
  rest(where: string | Text): readonly Issue[];
}

export function issueList(): IssueList {
  const counts = new Map<Code, number>();
  const severities = new Map<Code, Issue['severity']>();
  let fresh: Issue[] = [];
  return {
    add(found) {
      const count = (counts.get(found.code) ?? 0) + 1;
      counts.set(found.code, count);
      severities.set(found.code, found.severity);
      if (count <= mostOfOneCode) fresh.push(found);
    },
    take() {
      const taken = fresh;
      fresh = [];
      return taken;
    },
    rest(where) {
      return [...counts]
        .filter(([, count]) => count > mostOfOneCode)
        .map(([code, count]) => {
          const facts: Facts = { count: count - mostOfOneCode, of: code };
          return issue('IMPORT_MORE', severities.get(code) ?? 'note', where, facts);
        });
    },
  };
}
