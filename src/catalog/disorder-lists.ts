import { type Issue, id, issue, phrases } from '../base/index.js';
import type { Link } from './check-links.js';
import type { Definition, Definitions } from './sources.js';
import { placeAt, placeText, type Tree } from './tree.js';
import type { DisorderList } from './types.js';

/** A list of elements of street disorder. */
export function buildDisorderList(definition: Definition<'disorder'>): DisorderList {
  const { raw, tree } = definition;
  return {
    file: tree.file,
    line: tree.line,
    id: definition.id,
    label: raw.label,
    from: id<'date'>(raw.from),
    join: raw.join,
    note: raw.note ?? null,
    dimensions: Object.entries(raw.dimensions).map(([name, { label }]) => ({ id: name, label })),
    elements: Object.entries(raw.elements)
      .filter(([, { use }]) => use)
      .map(([name, { dimension, label, shares, note, mark }]) => ({
        id: name,
        dimension,
        label,
        shares,
        note: note ?? null,
        mark,
      })),
    references: raw.references.map((one) => id<'reference'>(one)),
    mark: raw.mark,
  };
}

/** The references that lists of elements use. */
export function* disorderLinks(definitions: Definitions): Generator<readonly [Tree, readonly Link[]]> {
  for (const { raw, tree } of definitions.of('disorder').values()) {
    yield [
      tree,
      raw.references.map((one, at) => ({ target: 'reference', id: one, path: ['references', at] })),
    ];
  }
}

/** Elements belong to a dimension of their list, and each dimension has one in use. */
export function checkDisorder(definitions: Definitions, issues: Issue[]): void {
  for (const { raw, tree } of definitions.of('disorder').values()) {
    const known = Object.keys(raw.dimensions);
    const used = new Set<string>();
    for (const [name, { dimension, use }] of Object.entries(raw.elements)) {
      if (use) used.add(dimension);
      if (known.includes(dimension)) continue;
      const where = placeText(placeAt(tree, ['elements', name, 'dimension']));
      const facts = { key: 'dimension', found: dimension, expected: known.join(', ') };
      issues.push(issue('CATALOG_VALUE', 'error', where, facts));
    }
    for (const name of known.filter((one) => !used.has(one))) {
      const where = placeText(placeAt(tree, ['dimensions', name]));
      const expected = { en: 'an element in use', zh: '至少一个在用要素' };
      issues.push(issue('CATALOG_VALUE', 'error', where, { key: name, found: phrases.none, expected }));
    }
  }
}
