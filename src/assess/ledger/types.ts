import type { CityId, Period } from '../../base/index.js';
import type { Light, Mismatch } from '../types.js';

/** Where a finding stands. */
export const ledgerStatuses = ['open', 'planned', 'under_way', 'done', 'closed', 'dropped'] as const;
export type LedgerStatus = (typeof ledgerStatuses)[number];

/** The four levels of the check-up. */
export const ledgerLevels = ['dwelling', 'residential_area', 'block', 'urban_area'] as const;
export type LedgerLevel = (typeof ledgerLevels)[number];

/** What a later check-up says of a finding. */
export const recheckResults = ['improved', 'same', 'worse', 'cannot_tell'] as const;
export type RecheckResult = (typeof recheckResults)[number];

/** Why a re-check cannot tell; empty where it can. */
export const recheckReasons = [
  '',
  'boundary_changed',
  'no_judgement_now',
  'no_judgement_then',
  'values_missing',
] as const;
export type RecheckReason = (typeof recheckReasons)[number];

/** A finding enters the ledger: what was found, where, and how it was judged then. */
export interface Opened {
  readonly city: CityId;
  readonly period: Period;
  /** A light of an indicator, a problem of the catalog, or something seen on the ground, which no check-up judges. */
  readonly subject: 'indicator' | 'problem' | 'ground';
  /** Id of the indicator or problem; of the ground `subsidence`, `disorder`, `inefficient_land`, `vacant_land`, `vacancy`, `double_high`. */
  readonly about: string;
  readonly level: LedgerLevel;
  /** Building, estate, street or block inside the city; empty: the city as a whole. */
  readonly place: string;
  /** Degrees; null where nobody has measured the position. */
  readonly lon: number | null;
  readonly lat: number | null;
  /** Concrete type of the problem: through cracks, blocked stairs; empty if none. */
  readonly problemType: string;
  readonly light: Light;
  readonly mismatch: Mismatch | null;
  /**
   * In the indicator's base unit; of a problem its magnitude; of subsidence its fastest rate, m per year, negative sinks; of inefficient
   * land its score, of vacancy the vacant share, of a double-high zone (`double_high`) its complaints.
   */
  readonly value: number | null;
  /** Addresses of numbers, names of photos. */
  readonly evidence: readonly string[];
  readonly note: string;
}

/** What is to be done. A later one replaces an earlier one; both stay in the history. */
export interface Measure {
  readonly measure: string;
  /** Responsible body. */
  readonly body: string;
  /** CNY; null where not settled. */
  readonly budget: number | null;
  /** Day, `2027-06-30`; empty where not settled. */
  readonly deadline: string;
  /** Item of the yearly work plan; empty if none. */
  readonly workItem: string;
}

export interface StatusChange {
  readonly status: LedgerStatus;
  readonly reason: string;
}

/** A later period's judgement beside that of the finding; computed, never typed in. */
export interface Recheck {
  readonly period: Period;
  readonly result: RecheckResult;
  readonly reason: RecheckReason;
  readonly lightBefore: Light;
  readonly lightAfter: Light;
  readonly valueBefore: number | null;
  readonly valueAfter: number | null;
}

export interface Note {
  readonly text: string;
  readonly evidence: readonly string[];
}

/** Who has to see to a finding; another one takes the place of the one before. Both names empty: nobody. */
export interface Assignment {
  /** Account, or a person's name where nobody signs in; empty if only an office is named. */
  readonly person: string;
  readonly office: string;
  /** Day by which something must have happened, such as 2027-06-30; empty if none. */
  readonly deadline: string;
  /** What is asked for. */
  readonly note: string;
}

/** Something that was said about a finding. */
export interface Comment {
  readonly text: string;
  /** Id of the comment it answers; empty if none. */
  readonly answers: string;
  /** Id of the comment whose words these take the place of; empty for a new one. */
  readonly edits: string;
}

/** Kinds of file that are taken, as their first bytes tell. */
export const ledgerFileTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type LedgerFileType = (typeof ledgerFileTypes)[number];

/** A photo or document that was added; its bytes are kept once under their checksum. */
export interface AttachedFile {
  readonly name: string;
  /** Of the bytes as they are kept, lower-case hexadecimal. */
  readonly sha256: string;
  readonly mediaType: LedgerFileType;
  readonly bytes: number;
  readonly caption: string;
}

/** What an event of each kind holds. */
export interface LedgerContents {
  readonly opened: Opened;
  readonly measure: Measure;
  readonly status: StatusChange;
  readonly recheck: Recheck;
  readonly note: Note;
  readonly assigned: Assignment;
  readonly comment: Comment;
  readonly file: AttachedFile;
}
export const ledgerKinds = [
  'opened',
  'measure',
  'status',
  'recheck',
  'note',
  'assigned',
  'comment',
  'file',
] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** One kind with its content. */
export type LedgerStep = {
  readonly [Kind in LedgerKind]: { readonly kind: Kind; readonly content: LedgerContents[Kind] };
}[LedgerKind];

/** Who wrote an event, when, and the paper it rests on. */
export interface LedgerSigned {
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly by: string;
  /** Number of a document; empty if none. */
  readonly document: string;
}

/** One line of the ledger, never changed. */
export type LedgerEvent = LedgerStep &
  LedgerSigned & {
    /** Sixteen hexadecimal digits of the checksum of everything else in the event. */
    readonly id: string;
    readonly finding: string;
    /** Id of the finding's event before; empty for the first. */
    readonly previous: string;
  };

/** A finding as its events leave it. */
export interface LedgerEntry {
  readonly id: string;
  readonly opened: Opened;
  readonly status: LedgerStatus;
  /** The measure in force; null before one is set. */
  readonly measure: Measure | null;
  /** The latest one. */
  readonly recheck: Recheck | null;
  /** The one in force; null before one is made and after it was taken back. */
  readonly assignment: Assignment | null;
  /** In their order, each with its newest words. */
  readonly comments: readonly LedgerComment[];
  readonly files: readonly LedgerFileEntry[];
  readonly openedAt: string;
  readonly changedAt: string;
  /** The first one first. */
  readonly events: readonly LedgerEvent[];
}

/** A comment as its edits leave it. */
export interface LedgerComment extends Omit<Comment, 'edits'> {
  /** Id of the event that first said it. */
  readonly id: string;
  readonly by: string;
  readonly at: string;
  /** Instant of the latest edit; empty if none. */
  readonly editedAt: string;
}

/** A file with who added it. */
export interface LedgerFileEntry extends AttachedFile {
  /** Of the event. */
  readonly id: string;
  readonly by: string;
  readonly at: string;
}
