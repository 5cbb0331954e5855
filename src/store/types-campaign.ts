import type { AuditHead } from '../access/index.js';
import type { CityId } from '../base/index.js';
import type { CampaignEvent, KeptValue, ReturnValue, RoundDefinition } from '../campaign/index.js';
import type { Change } from './audit.js';
import type { NewImport, NewObservation } from './types.js';
import type { Signed } from './types-access.js';

/** A file that stands beside a value of a return, or beside the return as a whole. */
export interface AttachedFile {
  readonly unit: CityId;
  /** Empty: the return as a whole. */
  readonly indicator: string;
  /** Of its bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly by: string;
  /** Instant, ISO 8601. */
  readonly at: string;
}

/** What of a round is there when a change is made; nobody writes in between. */
export interface RoundPresent {
  readonly definition: RoundDefinition;
  /** Of the round, and of the unit that is asked for or of all. */
  readonly events: readonly CampaignEvent[];
  /** All that the unit ever handed in, the oldest first; of a change of the round itself none. */
  readonly values: readonly KeptValue[];
  readonly files: readonly AttachedFile[];
  /** Newest line of the audit log. */
  readonly head: AuditHead | null;
}

/** A change: everything of it is written, with one line of the audit log, or nothing. */
export interface RoundChange {
  readonly events: readonly Pick<CampaignEvent, 'unit' | 'kind' | 'revision' | 'content'>[];
  /** Values that the event of the unit hands in. */
  readonly values?: readonly ReturnValue[];
  /** A file that the event of the unit attaches; its bytes are there already. */
  readonly file?: Omit<AttachedFile, 'unit' | 'by' | 'at'>;
  /** Observations of a round that is published. */
  readonly observations?: { readonly source: NewImport; readonly rows: readonly NewObservation[] };
  /** Bytes that the change names, where they follow from what is there. */
  readonly bytes?: { readonly address: string; readonly bytes: Uint8Array };
  /** Null: nothing is changed. */
  readonly audit: Change | null;
  /** What the caller is told; a repeated request is told the same. */
  readonly answer: unknown;
}

/** A request for a change. */
export interface RoundRequest {
  readonly round: string;
  /** Null: the round itself, with the events of all its units. */
  readonly unit: CityId | null;
  readonly signed: Signed;
  /** A repeated request by the same person under the same key is applied once; null: no key. */
  readonly key: { readonly key: string; readonly request: string } | null;
}

/** Rounds of the yearly reporting. Every change is written together with its line in the audit log, or not at all. */
export interface CampaignStore {
  /** Definitions of all rounds, the first one first. */
  rounds(): Promise<readonly RoundDefinition[]>;
  round(id: string): Promise<RoundDefinition | null>;
  /** @throws AfterlodeError ROUND_TAKEN */
  define(definition: RoundDefinition, signed: Signed): Promise<void>;
  /** Events of a round in the order in which they happened; of one unit, or of the round itself (null), or of all. */
  events(round: string, unit?: CityId | null): Promise<readonly CampaignEvent[]>;
  /** Everything that was ever handed in, by unit, the oldest first. */
  values(round: string, unit?: CityId): Promise<readonly KeptValue[]>;
  files(round: string, unit?: CityId): Promise<readonly AttachedFile[]>;
  /**
   * Makes a change out of what is there. What `make` throws changes nothing.
   *
   * @returns the answer of the change, or that of the same request before
   * @throws AfterlodeError ROUND_UNKNOWN, ROUND_KEY
   */
  change(request: RoundRequest, make: (present: RoundPresent) => RoundChange): Promise<unknown>;
  /** Keeps bytes under an address; harmless where they are there. They are part of nothing until a change names them. */
  keepBytes(address: string, bytes: Uint8Array): Promise<void>;
  /** Bytes of an address; null where there are none. */
  bytes(address: string): Promise<Uint8Array | null>;
}
