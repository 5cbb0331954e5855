import {
  AfterlodeError,
  type CityId,
  type Period,
  sha256Text,
  sortedJson,
  type Text,
} from '../base/index.js';
import type { Comparison, EarlierValue, Figure, KeptValue, RoundDefinition } from './types.js';

/** A unit as the register had it on the day, with its official labels. */
export interface SnapshotUnit {
  readonly id: CityId;
  /** The row of the register, as far as JSON holds it. */
  readonly city: unknown;
  /** Whether the unit was left out when the round was locked; its values are not part of the round then. */
  readonly leftOut: boolean;
}

/** A locked value with where it came from. */
export interface SnapshotValue extends KeptValue {
  /** Files that stand beside it: SHA-256 and name. */
  readonly evidence: readonly { readonly sha256: string; readonly name: string }[];
}

/** Files of the catalog as they were read, with what resolves them. */
export interface SnapshotCatalog {
  readonly version: string;
  /** SHA-256 as `resolveCatalog` makes it. */
  readonly hash: string;
  /** Day of resolution. */
  readonly on: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly overlays: readonly {
    readonly name: string;
    readonly files: readonly { readonly path: string; readonly text: string }[];
  }[];
}

/** Everything that the results of a round follow from. Equal inputs give equal results. */
export interface RoundInputs {
  readonly definition: RoundDefinition;
  readonly units: readonly SnapshotUnit[];
  readonly values: readonly SnapshotValue[];
  /** Of the year before, by unit, from the panel of the day. */
  readonly earlier: readonly (EarlierValue & { readonly unit: CityId })[];
  /** SHA-256 of the catalog. */
  readonly catalog: string;
}

/** Rank of a unit among those of the round. */
export interface RoundRank {
  readonly unit: CityId;
  readonly index: string;
  readonly score: number | null;
  readonly rank: number | null;
  readonly rankInterval: readonly [number, number] | null;
  /** Leaves of the index that have a score ÷ leaves. */
  readonly coverage: number;
}

/** A problem that the values of a unit show. */
export interface RoundFinding {
  readonly unit: CityId;
  readonly problem: string;
  readonly label: Text;
  readonly severity: 'watch' | 'act' | 'urgent';
  readonly period: Period;
}

/** What a round came to. */
export interface RoundResults {
  /** Scores of all nodes of the indices of the round. */
  readonly figures: readonly Figure[];
  readonly ranks: readonly RoundRank[];
  readonly findings: readonly RoundFinding[];
}

/** A computation of a round: by whom, of which inputs. */
export interface Computation {
  readonly by: string;
  readonly at: string;
  /** SHA-256 of the inputs. */
  readonly inputs: string;
}

/** The second computation and what it came to. */
export interface Recomputation extends Computation {
  /** `program`: let it compute; `figures`: handed in his own. */
  readonly how: 'program' | 'figures';
  /** Units that were held against the first; null: all. */
  readonly sample: {
    readonly count: number;
    readonly seed: number;
    readonly units: readonly CityId[];
  } | null;
  readonly comparison: Comparison;
}

/** The whole document of a published round. */
export interface Snapshot {
  readonly afterlode_snapshot: 1;
  /** Version of the program that made it. */
  readonly program: string;
  readonly inputs: RoundInputs;
  readonly catalog: SnapshotCatalog;
  readonly results: RoundResults;
  readonly first: Computation;
  readonly second: Recomputation;
  readonly published: { readonly by: string; readonly at: string; readonly why: string };
  /** Newest line of the audit log when it was published, `NUMBER:HASH`; null: there was none. */
  readonly auditHead: string | null;
}

/** SHA-256 of the inputs as canonical JSON. */
export function inputsHash(inputs: RoundInputs): string {
  return sha256Text(sortedJson(inputs));
}

/** The document as canonical JSON, keys sorted, and its SHA-256, by which it is addressed. */
export function canonicalSnapshot(snapshot: Snapshot): { readonly text: string; readonly hash: string } {
  const text = sortedJson(snapshot);
  return { text, hash: sha256Text(text) };
}

/**
 * Reads a snapshot by its address.
 *
 * @throws AfterlodeError SNAPSHOT_BROKEN where the text is not what the address says, or is no snapshot
 */
export function readSnapshot(hash: string, text: string): Snapshot {
  const own = sha256Text(text);
  if (own !== hash) throw new AfterlodeError('SNAPSHOT_BROKEN', hash, { found: own, expected: hash });
  const document: unknown = JSON.parse(text);
  const form =
    document !== null && typeof document === 'object' ? Reflect.get(document, 'afterlode_snapshot') : null;
  if (form === 1) return document as Snapshot;
  throw new AfterlodeError('SNAPSHOT_BROKEN', hash, {
    found: String(form),
    expected: { en: 'a snapshot of form 1', zh: '第 1 版快照' },
  });
}
