import {
  type Evidence,
  type EvidenceId,
  evidenceId,
  sameText,
  type Text,
  toEdge,
  type Unit,
} from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import type { CellSource, Exclusion } from '../../observe/index.js';
import type { Explanation } from '../types.js';

/** What all nodes of a tree have; inside numbers, so that `NaN` is missing. */
interface Node {
  readonly id: string;
  readonly label: Text;
  readonly value: number;
  readonly unit: Unit;
  readonly how: Text;
  readonly remarks?: readonly Text[];
}

interface Computed extends Node {
  readonly method: string;
  /** Distinguishes what one method does with other settings; `1` if absent. */
  readonly version?: string;
  readonly references?: readonly string[];
  readonly inputs: readonly Explanation[];
}

/** A number made from others. Its evidence is the method, its version, the catalog and the evidence of the inputs. */
export function computationNode(catalog: Catalog, node: Computed): Explanation {
  const { version = '1', method, inputs, references = [], remarks = [], ...rest } = node;
  const evidence = evidenceId({
    kind: 'computation',
    method,
    version,
    catalog: catalog.hash,
    inputs: inputs.map((input) => input.evidence),
  });
  return {
    ...rest,
    kind: 'computation',
    value: toEdge(node.value),
    method,
    references,
    evidence,
    source: null,
    remarks,
    inputs,
  };
}

/** A number read from a table or an import. */
export function sourceNode(node: Node & { readonly source: CellSource }): Explanation {
  const { source } = node;
  const evidence: Evidence = {
    kind: 'source',
    source: source.file,
    locator: source.locator,
    sha256: source.sha256,
    licence: source.licence,
  };
  return {
    ...node,
    kind: 'source',
    value: toEdge(node.value),
    method: null,
    references: [],
    evidence: evidenceId(evidence),
    remarks: node.remarks ?? [],
    inputs: [],
  };
}

/** An honest gap; the remarks say where it was looked for. */
export function missingNode(catalog: Catalog, node: Omit<Node, 'value'>): Explanation {
  const evidence: EvidenceId = evidenceId({
    kind: 'computation',
    method: `missing ${node.id}`,
    version: '1',
    catalog: catalog.hash,
    inputs: [],
  });
  return {
    ...node,
    kind: 'missing',
    value: null,
    method: null,
    references: [],
    evidence,
    source: null,
    remarks: node.remarks ?? [],
    inputs: [],
  };
}

/** A value that a decision left out: missing, with what was read below it. */
export function judgementNode(
  { by, on, reason, document }: Exclusion,
  node: Pick<Explanation, 'id' | 'label' | 'unit' | 'inputs'>,
): Explanation {
  const replaces = node.inputs.map((input) => input.evidence);
  return {
    id: node.id,
    label: node.label,
    unit: node.unit,
    inputs: node.inputs,
    kind: 'judgement',
    value: null,
    how: {
      en: `left out by decision of ${by || 'an unnamed person'} on ${on}${document && `, ${document}`}`,
      zh: `${by || '未署名者'}于${on}决定不采用${document && `（${document}）`}`,
    },
    method: null,
    references: [],
    evidence: evidenceId({ kind: 'judgement', by, on, reason: sameText(reason), replaces }),
    source: null,
    remarks: [sameText(reason)],
  };
}

/** A number somebody set: a parameter, weight, goalpost or target of the catalog, or of an overlay. */
export function settingNode(
  catalog: Catalog,
  node: Node & { readonly references: readonly string[]; readonly file: string },
): Explanation {
  const { file, ...rest } = node;
  const overlay = catalog.overlays.find(({ name }) => file.includes(`overlays/${name}/`));
  const evidence: Evidence = {
    kind: 'judgement',
    by: overlay?.by ?? (node.references.join(', ') || file),
    on: (overlay?.on ?? catalog.on) as typeof catalog.on,
    reason: { en: `${node.id} = ${node.value}`, zh: `${node.id} = ${node.value}` },
    replaces: [],
  };
  const why = overlay ? [overlay.why] : [];
  return {
    ...rest,
    kind: overlay ? 'judgement' : 'parameter',
    value: toEdge(node.value),
    method: null,
    evidence: evidenceId(evidence),
    source: null,
    remarks: [...why, ...(node.remarks ?? [])],
    inputs: [],
  };
}
