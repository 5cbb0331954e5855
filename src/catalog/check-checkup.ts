import { type Issue, issue, type Text } from '../base/index.js';
import type { Link } from './check-links.js';
import type { Definition, Definitions } from './sources.js';
import { type Path, placeAt, placeText, type Tree } from './tree.js';

/** The ids that lists of the check-up and questions of the survey use. */
export function* checkupLinks(definitions: Definitions): Generator<readonly [Tree, readonly Link[]]> {
  for (const one of definitions.of('checkup').values()) yield [one.tree, listLinks(one)];
  for (const one of definitions.of('survey').values()) {
    yield [
      one.tree,
      [
        ...one.raw.indicators.map((id, at) => link('indicator', id, ['indicators', at])),
        ...one.raw.references.map((id, at) => link('reference', id, ['references', at])),
      ],
    ];
  }
}

const link = (target: Link['target'], id: string, path: Path): Link => ({ target, id, path });

function listLinks({ raw }: Definition<'checkup'>): readonly Link[] {
  const items = raw.dimensions.flatMap(({ items: entries }, dimension) =>
    entries.flatMap((item, at) => {
      const path = ['dimensions', dimension, 'items', at];
      const named = item.indicator === undefined ? 'id' : 'indicator';
      return [
        link('indicator', item.indicator ?? item.id, [...path, named]),
        ...(item.unit === undefined ? [] : [link('unit', item.unit, [...path, 'unit'])]),
        link('layout', item.form, item.form === 'long' ? path : [...path, 'form']),
      ];
    }),
  );
  return [...items, ...raw.references.map((id, at) => link('reference', id, ['references', at]))];
}

/** Entries of a list stand in it once and name a source of it; a word of a table leads to one question only. */
export function checkCheckup(definitions: Definitions, issues: Issue[]): void {
  for (const one of definitions.of('checkup').values()) checkItems(one, issues);
  checkWords(definitions, issues);
}

function checkItems(one: Definition<'checkup'>, issues: Issue[]): void {
  const seen = new Set<string>();
  for (const [dimension, { items }] of one.raw.dimensions.entries()) {
    for (const [at, item] of items.entries()) {
      const path = ['dimensions', dimension, 'items', at];
      if (seen.has(item.id)) issues.push(twice(one.tree, path, { en: 'entry', zh: '条目' }, item.id));
      seen.add(item.id);
      if (Object.hasOwn(one.raw.sources, item.source)) continue;
      const facts = {
        key: 'source',
        found: item.source,
        expected: Object.keys(one.raw.sources).join(', '),
      };
      const where = placeText(placeAt(one.tree, [...path, 'source']));
      issues.push(issue('CATALOG_VALUE', 'error', where, facts));
    }
  }
}

function checkWords(definitions: Definitions, issues: Issue[]): void {
  const seen = new Map<string, string>();
  for (const one of definitions.of('survey').values()) {
    for (const word of [one.id, one.raw.label.en, one.raw.label.zh, ...one.raw.aliases]) {
      const plain = word.trim().toLowerCase();
      const other = seen.get(plain);
      if (other !== undefined && other !== one.id) {
        issues.push(twice(one.tree, [], { en: 'word of the survey', zh: '调查用词' }, word));
      }
      seen.set(plain, one.id);
    }
  }
}

function twice(tree: Tree, path: Path, kind: Text, found: string): Issue {
  const facts = { kind, found, expected: placeText(tree) };
  return issue('CATALOG_ID_DUPLICATE', 'error', placeText(placeAt(tree, path)), facts);
}
