import { type Issue, issue, type Text } from '../base/index.js';
import type { Link } from './check-links.js';
import type { RawIndexNode } from './schema-trees.js';
import type { Definition, Definitions } from './sources.js';
import { type Path, placeAt, placeText, type Tree } from './tree.js';

/** The ids that aspects and evaluations use. */
export function* evaluationLinks(definitions: Definitions): Generator<readonly [Tree, readonly Link[]]> {
  for (const one of definitions.of('aspects').values()) {
    const items = one.raw.items.flatMap((item, at): readonly Link[] => {
      const path = ['items', at];
      const named = item.indicator === undefined ? 'id' : 'indicator';
      return [
        { target: 'indicator', id: item.indicator ?? item.id, path: [...path, named] },
        { target: 'layout', id: item.form, path },
      ];
    });
    yield [one.tree, [...items, ...references(one.raw.references)]];
  }
  for (const one of definitions.of('evaluations').values()) yield [one.tree, references(one.raw.references)];
}

const references = (ids: readonly string[]): readonly Link[] =>
  ids.map((id, at) => ({ target: 'reference', id, path: ['references', at] }));

/** Entries stand in an aspect once and name a source of it; evaluations name an index, a node of it and a weight above 0. */
export function checkEvaluations(definitions: Definitions, issues: Issue[]): void {
  for (const one of definitions.of('aspects').values()) checkAspect(one, issues);
  for (const one of definitions.of('evaluations').values()) checkEvaluation(one, definitions, issues);
}

function checkAspect({ raw, tree }: Definition<'aspects'>, issues: Issue[]): void {
  const seen = new Set<string>();
  for (const [at, item] of raw.items.entries()) {
    const where = (path: Path) => placeText(placeAt(tree, ['items', at, ...path]));
    if (seen.has(item.id)) {
      const facts = { kind: { en: 'entry', zh: '条目' }, found: item.id, expected: placeText(tree) };
      issues.push(issue('CATALOG_ID_DUPLICATE', 'error', where([]), facts));
    }
    seen.add(item.id);
    if (Object.hasOwn(raw.sources, item.source)) continue;
    const facts = { key: 'source', found: item.source, expected: Object.keys(raw.sources).join(', ') };
    issues.push(issue('CATALOG_VALUE', 'error', where(['source']), facts));
  }
}

function checkEvaluation(
  { raw, tree }: Definition<'evaluations'>,
  definitions: Definitions,
  issues: Issue[],
): void {
  const wrong = (key: string, found: string, expected: string | Text) =>
    issues.push(issue('CATALOG_VALUE', 'error', placeText(placeAt(tree, [key])), { key, found, expected }));
  const { level, change, gap } = raw.weights;
  if (level + change + gap === 0)
    wrong('weights', '0, 0, 0', { en: 'a weight above 0', zh: '大于 0 的权重' });
  const indices = definitions.of('indices');
  const index = indices.get(raw.index);
  if (!index) {
    wrong('index', raw.index, [...indices.keys()].join(', '));
    return;
  }
  const nodes = nodeIds(index.raw.of, raw.index);
  if (!nodes.includes(raw.structure)) wrong('structure', raw.structure, nodes.join(', '));
}

function nodeIds(nodes: readonly RawIndexNode[], parent: string): readonly string[] {
  return nodes.flatMap((node) => {
    const own = `${parent}.${'indicator' in node ? node.indicator : node.id}`;
    return 'of' in node ? [own, ...nodeIds(node.of, own)] : [own];
  });
}
