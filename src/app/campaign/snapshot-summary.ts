import type { Text } from '../../base/index.js';
import type {
  Computation,
  Recomputation,
  RoundDefinition,
  RoundResults,
  Snapshot,
} from '../../campaign/index.js';
import type { AccessCall } from '../access/call.js';
import type { Workspace } from '../workspace.js';
import type { SnapshotRow } from './answers.js';
import { namesOf } from './rounds.js';
import { snapshot } from './snapshots.js';

/** What was published, without the values and the catalog that it rests on. */
export interface SnapshotSummary extends SnapshotRow {
  /** Version of the program that published. */
  readonly program: string;
  /** Length of the document. */
  readonly bytes: number;
  readonly definition: RoundDefinition;
  readonly units: readonly { readonly id: string; readonly name: Text; readonly leftOut: boolean }[];
  /** How many values stand in it. */
  readonly values: number;
  readonly catalog: { readonly version: string; readonly hash: string; readonly on: string };
  readonly ranks: RoundResults['ranks'];
  readonly findings: RoundResults['findings'];
  readonly first: Computation;
  readonly second: Recomputation;
  readonly published: Snapshot['published'];
  readonly auditHead: string | null;
}

/** @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, SNAPSHOT_UNKNOWN, SNAPSHOT_BROKEN */
export async function snapshotSummary(
  ws: Workspace,
  address: string,
  call: AccessCall,
): Promise<SnapshotSummary> {
  const { row, document, text } = await snapshot(ws, address, call);
  const { program, inputs, catalog, results, first, second, published, auditHead } = document;
  return {
    ...row,
    program,
    bytes: new TextEncoder().encode(text).length,
    definition: inputs.definition,
    units: inputs.units.map(({ id, leftOut }) => ({ id, leftOut, name: namesOf(ws, id).name })),
    values: inputs.values.length,
    catalog: { version: catalog.version, hash: catalog.hash, on: catalog.on },
    ranks: results.ranks,
    findings: results.findings,
    first,
    second,
    published,
    auditHead,
  };
}
