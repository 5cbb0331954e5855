import type { Link } from './check-links.js';
import type { RawRecomputation } from './schema-claims.js';
import type { RawCondition } from './schema-trees.js';
import type { Definition } from './sources.js';
import type { Path } from './tree.js';

type ConditionLinks = (condition: RawCondition, path: Path) => readonly Link[];

/** Every unit, reference, indicator, parameter and claim that a claim names. */
export function claimLinks({ raw }: Definition<'claims'>, ofCondition: ConditionLinks): readonly Link[] {
  const units = (of: Readonly<Record<string, { readonly unit: string }>>, key: string) =>
    Object.entries(of).map(([name, one]) => link('unit', one.unit, [key, name, 'unit']));
  const inside = (by: RawRecomputation, path: Path) => recomputationLinks(by, path, ofCondition);
  return [
    link('reference', raw.source.reference, ['source', 'reference']),
    ...units(raw.constants, 'constants'),
    ...Object.entries(raw.constants).flatMap(([name, one]) =>
      one.reference === undefined ? [] : [link('reference', one.reference, ['constants', name, 'reference'])],
    ),
    ...units(raw.published, 'published'),
    ...raw.readings.flatMap((reading, at) =>
      Object.entries(reading.figures).flatMap(([name, by]) => inside(by, ['readings', at, 'figures', name])),
    ),
    ...units(raw.beside, 'beside'),
    ...Object.entries(raw.beside).flatMap(([name, one]) => inside(one.by, ['beside', name, 'by'])),
    ...raw.see.map((one, at) => link('claim', one, ['see', at])),
  ];
}

function recomputationLinks(by: RawRecomputation, path: Path, ofCondition: ConditionLinks): readonly Link[] {
  if (typeof by === 'string') return [];
  switch (by.op) {
    case 'sum':
    case 'product':
    case 'ratio':
    case 'difference':
    case 'change':
    case 'growth_per_year':
      return by.of.flatMap((one, at) => recomputationLinks(one, [...path, 'of', at], ofCondition));
    case 'count':
      return by.when === undefined ? [] : ofCondition(by.when, [...path, 'when']);
    case 'mean':
      return [
        link('indicator', by.indicator, [...path, 'indicator']),
        ...(by.weight === undefined ? [] : [link('indicator', by.weight, [...path, 'weight'])]),
      ];
    case 'total':
    case 'pooled':
    case 'value':
      return [link('indicator', by.indicator, [...path, 'indicator'])];
    case 'same_base':
      return by.of.map((one, at) => link('unit', one, [...path, 'of', at]));
    case 'register':
    case 'cannot':
      return [];
  }
}

function link(target: Link['target'], id: string, path: Path): Link {
  return { target, id, path };
}
