import { id as brand, type Language, type Text } from '../base/index.js';
import { displayOf, type IndexNode } from '../catalog/index.js';
import type { DisplayUnit, ReportContext } from './types.js';

/** A node of an index in the order of the catalog: the index itself at depth 0, its branches and leaves below. */
export interface IndexPart {
  readonly index: string;
  readonly node: string;
  readonly label: string;
  readonly depth: number;
  /** Among its siblings; null for the index itself. */
  readonly weight: number | null;
  readonly leaf: boolean;
}

/** Names of what results only carry ids of, in one language. An id without a name stands for itself. */
export interface Labels {
  readonly parts: readonly IndexPart[];
  /** Name of an index node (`people_work.work`) or, where there is none, of an indicator. */
  readonly name: (id: string) => string;
  /** Name of a class of a scheme: `classOf('official_type', 'declining')`. */
  readonly classOf: (scheme: string, id: string) => string;
  /** Unit in which readers expect values of a base unit. */
  readonly display: (unit: string) => DisplayUnit;
}

/** Collects the names a report needs from the catalog. */
export function labelsOf(catalog: ReportContext['catalog'], lang: Language): Labels {
  const indicators = new Map<string, Text>(
    [...catalog.indicators.values()].map((indicator) => [indicator.id, indicator.label]),
  );
  const parts = [...catalog.indices.values()].flatMap((index) => [
    { index: index.id, node: index.id, label: index.label[lang], depth: 0, weight: null, leaf: false },
    ...index.of.flatMap((node) => partsBelow(index.id, index.id, node, 1, indicators, lang)),
  ]);
  const nodes = new Map(parts.map((part) => [part.node, part.label]));
  const classes = new Map(
    [...catalog.classes.values()].flatMap((scheme) =>
      scheme.classes.map((one) => [`${scheme.id}/${one.id}`, one.label[lang]] as const),
    ),
  );
  return {
    parts,
    name: (id) => nodes.get(id) ?? indicators.get(id)?.[lang] ?? id,
    classOf: (scheme, id) => classes.get(`${scheme}/${id}`) ?? id,
    display: (unit) => displayOf(brand<'unit'>(unit), catalog),
  };
}

function partsBelow(
  index: string,
  above: string,
  node: IndexNode,
  depth: number,
  indicators: ReadonlyMap<string, Text>,
  lang: Language,
): readonly IndexPart[] {
  if ('indicator' in node) {
    const label = indicators.get(node.indicator)?.[lang] ?? node.indicator;
    const path = `${above}.${node.indicator}`;
    return [{ index, node: path, label, depth, weight: node.weight, leaf: true }];
  }
  const path = `${above}.${node.id}`;
  return [
    { index, node: path, label: node.label[lang], depth, weight: node.weight, leaf: false },
    ...node.of.flatMap((child) => partsBelow(index, path, child, depth + 1, indicators, lang)),
  ];
}
