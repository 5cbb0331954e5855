import type { Text } from '../../base/index.js';

/** A node of an index as the catalog's answer tells it, with its address below the index. */
export interface IndexNodeView {
  /** `people_work.work`, as in the scores of a check-up. */
  readonly node: string;
  /** Levels below the index, from 1. */
  readonly depth: number;
  /** Null at leaves: they carry their indicator's label. */
  readonly label: Text | null;
  readonly indicator: string | null;
  /** Among its siblings. */
  readonly weight: number | null;
}

/** The nodes of an index below its root, each before its children; what is not of the known form is left out. */
export function nodesOf(index: string, tree: unknown): readonly IndexNodeView[] {
  const found: IndexNodeView[] = [];
  collect(isRecord(tree) ? tree.of : tree, index, 1, found);
  return found;
}

function collect(children: unknown, above: string, depth: number, found: IndexNodeView[]): void {
  if (!Array.isArray(children)) return;
  for (const child of children as readonly unknown[]) {
    if (!isRecord(child)) continue;
    const indicator = typeof child.indicator === 'string' ? child.indicator : null;
    const name = indicator ?? child.id;
    if (typeof name !== 'string') continue;
    const node = `${above}.${name}`;
    const weight = typeof child.weight === 'number' ? child.weight : null;
    found.push({ node, depth, label: isText(child.label) ? child.label : null, indicator, weight });
    collect(child.of, node, depth + 1, found);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is Text {
  return isRecord(value) && typeof value.en === 'string' && typeof value.zh === 'string';
}
