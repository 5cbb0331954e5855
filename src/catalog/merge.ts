import { type Issue, issue } from '../base/index.js';
import { placeText, plain, type Tree } from './tree.js';

/** Keys that say what a thing is; an overlay may repeat but not change them. */
const meanings: ReadonlySet<string> = new Set([
  'id',
  'indicator',
  'unit',
  'base',
  'factor',
  'per',
  'formula',
  'additive',
  'columns',
]);

/** Keys by which items of a list are told apart. */
const identities = ['id', 'indicator', 'from'] as const;

/**
 * Lays an overlay's tree over a definition: keys replace keys, items of a list are matched by `id`, `indicator`
 * or `from`, other lists are replaced whole. Each part keeps the place it came from.
 */
export function mergeTrees(below: Tree, above: Tree, issues: Issue[]): Tree {
  if (below.kind === 'map' && above.kind === 'map') return mergeMaps(below, above, issues);
  if (below.kind === 'list' && above.kind === 'list') return mergeLists(below, above, issues);
  return above;
}

function mergeMaps(
  below: Extract<Tree, { kind: 'map' }>,
  above: Extract<Tree, { kind: 'map' }>,
  issues: Issue[],
): Tree {
  const entries = new Map(below.entries);
  for (const [key, entry] of above.entries) {
    const old = entries.get(key);
    if (meanings.has(key) && JSON.stringify(old && plain(old.node)) !== JSON.stringify(plain(entry.node))) {
      issues.push(issue('CATALOG_OVERLAY_MEANING', 'error', placeText(entry), { found: key }));
      continue;
    }
    entries.set(key, old ? { ...entry, node: mergeTrees(old.node, entry.node, issues) } : entry);
  }
  return { ...below, entries };
}

function mergeLists(
  below: Extract<Tree, { kind: 'list' }>,
  above: Extract<Tree, { kind: 'list' }>,
  issues: Issue[],
): Tree {
  const all = [...below.items, ...above.items];
  if (!all.every((item) => identity(item) !== '')) return above;
  const dated = all.every((item) => has(item, 'from') && !has(item, 'id'));
  const items = [...below.items];
  for (const item of above.items) {
    const name = identity(item);
    const at = items.findIndex((old) => identity(old) === name);
    const old = items[at];
    if (old) items[at] = mergeTrees(old, item, issues);
    else if (dated) items.push(item);
    else {
      const facts = { kind: { en: 'entry', zh: '条目' }, found: name };
      issues.push(issue('CATALOG_OVERLAY_TARGET', 'error', placeText(item), facts));
    }
  }
  if (dated) items.sort((a, b) => (identity(a) < identity(b) ? -1 : 1));
  return { ...below, items };
}

function has(item: Tree, key: string): boolean {
  return item.kind === 'map' && item.entries.has(key);
}

function identity(item: Tree): string {
  if (item.kind !== 'map') return '';
  const key = identities.find((name) => item.entries.has(name));
  const node = key === undefined ? undefined : item.entries.get(key)?.node;
  return node?.kind === 'scalar' ? String(node.value) : '';
}
