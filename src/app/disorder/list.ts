import { AfterlodeError, phrases } from '../../base/index.js';
import type { DisorderList } from '../../catalog/index.js';
import type { Workspace } from '../workspace.js';

/**
 * The list of elements that counts: the one that a call names, else the newest in force.
 *
 * @throws AfterlodeError CALL_OPTION for a list that is not there, DISORDER_LIST where none is in force
 */
export function disorderList({ catalog }: Pick<Workspace, 'catalog'>, name?: string): DisorderList {
  const lists = [...(catalog.disorderLists?.values() ?? [])];
  if (name !== undefined) {
    const named = lists.find(({ id }) => id === name);
    if (named !== undefined) return named;
    const expected = phrases.oneOf(lists.map(({ id }) => id).join(', '));
    throw new AfterlodeError('CALL_OPTION', '--list', { found: name, expected });
  }
  const [newest] = lists
    .filter(({ from }) => from <= catalog.on)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1));
  if (newest === undefined) throw new AfterlodeError('DISORDER_LIST', catalog.on);
  return newest;
}

/** Finds an element by its id or a label, in either language. */
export function elementFinder(list: DisorderList): (word: string) => string | null {
  const known = new Map(
    list.elements.flatMap(({ id, label }) => [id, label.en, label.zh].map((word) => [plain(word), id])),
  );
  return (word) => known.get(plain(word)) ?? null;
}

function plain(word: string): string {
  return word.trim().toLowerCase();
}
