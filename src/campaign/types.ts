import type { CityId, IndicatorId, IsoDate, Issue, Period, Text, Unit } from '../base/index.js';

/** Where a round stands. A unit works while it is open; reviewers go on while it is closed. */
export const roundStates = ['draft', 'open', 'closed', 'locked', 'published'] as const;
export type RoundState = (typeof roundStates)[number];

/** Where the return of a unit stands. `reopened`: an appeal was granted. `left_out`: the round was locked without it. */
export const returnStates = [
  'not_begun',
  'in_work',
  'submitted',
  'returned_by_province',
  'accepted_by_province',
  'returned_by_nation',
  'accepted_by_nation',
  'locked',
  'left_out',
  'reopened',
] as const;
export type ReturnState = (typeof returnStates)[number];

/** Days until whose end each level has its work done. */
export interface Deadlines {
  readonly report: IsoDate;
  readonly province: IsoDate;
  readonly nation: IsoDate;
}

/** A yearly campaign: who reports what, for which period, until when. */
export interface RoundDefinition {
  /** `2025`, `extra_2025`: letters a–z, digits, `_` and `-`. */
  readonly id: string;
  readonly label: Text;
  /** The year that is reported. */
  readonly period: Period;
  /** Forms of the catalog. */
  readonly forms: readonly string[];
  /** Units that report, each once. */
  readonly units: readonly CityId[];
  readonly deadlines: Deadlines;
  /** Indices of the catalog by which the units of the round are scored in its period; none: no scores. */
  readonly indices: readonly string[];
}

/** What happened to a round. */
export const roundKinds = ['define', 'open', 'close', 'lock', 'compute', 'recompute', 'publish'] as const;
export type RoundKind = (typeof roundKinds)[number];

/** What happened to the return of a unit. */
export const returnKinds = [
  'save',
  'evidence',
  'submit',
  'accept_province',
  'return_province',
  'accept_nation',
  'return_nation',
  'lock_return',
  'leave_out',
  'appeal',
  'grant',
  'dismiss',
] as const;
export type ReturnKind = (typeof returnKinds)[number];

/** One line of the history of a round; lines are only added. */
export interface CampaignEvent {
  /** From 1 over all rounds, in the order of writing. */
  readonly number: number;
  readonly round: string;
  /** Null: the round itself. */
  readonly unit: CityId | null;
  readonly kind: RoundKind | ReturnKind;
  /** Revision of the return, or of the round, that this event made. */
  readonly revision: number;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly by: string;
  readonly why: string;
  /** What more is to be told: JSON, as the kind has it. */
  readonly content: unknown;
}

/** A question with which a return came back, or an appeal: who says what, when. */
export interface Said {
  readonly by: string;
  readonly at: string;
  readonly why: string;
}

/** The round as its events tell it. */
export interface RoundView {
  readonly state: RoundState;
  readonly revision: number;
  readonly changed: { readonly by: string; readonly at: string };
}

/** The return of a unit as its events tell it. */
export interface ReturnView {
  readonly unit: CityId;
  readonly state: ReturnState;
  /** 0: nothing was done. A step names the revision that it has seen. */
  readonly revision: number;
  /** Who changed it last; null: nobody. */
  readonly changed: { readonly by: string; readonly at: string } | null;
  /** Instant of the first submission. */
  readonly submitted: string | null;
  /** Question with which it came back and that is not answered by a new submission. */
  readonly question: Said | null;
  /** Appeal that is not answered. */
  readonly appeal: Said | null;
  /** An appeal was granted since the round was locked: it may be mended though the round is locked. */
  readonly reopened: boolean;
}

/** A value of a return as it is kept; every change of it is a row of its own. */
export interface ReturnValue {
  readonly indicator: IndicatorId;
  /** In `unit`; null is missing. */
  readonly value: number | null;
  readonly unit: Unit;
  /** Why it is missing; empty where there is a value or no reason was given. */
  readonly missing: string;
  /** Document from which it was taken. */
  readonly source: string;
  /** Word of explanation for what looks unusual. */
  readonly explanation: string;
}

/** A value with who wrote it, when, why and with which revision of the return. */
export interface KeptValue extends ReturnValue {
  readonly unitId: CityId;
  readonly revision: number;
  readonly by: string;
  readonly at: string;
  readonly why: string;
}

/** A change of a value: what it was and what it became. */
export interface ValueChange {
  readonly indicator: IndicatorId;
  readonly revision: number;
  readonly by: string;
  readonly at: string;
  readonly why: string;
  /** Null: there was none. */
  readonly old: ReturnValue | null;
  readonly new: ReturnValue;
}

/**
 * A value as somebody hands it in. What is left out stays as it is; `value: null` says that there is none. A text is read like a cell of
 * a table: `1,234.5`, `12 %`, `3.2万`.
 */
export interface GivenValue {
  readonly indicator: string;
  readonly value?: number | string | null;
  /** Words for another unit than that of the form. */
  readonly unit?: string;
  readonly missing?: string;
  readonly source?: string;
  readonly explanation?: string;
  /** Where it was read, for the message: `B12`. */
  readonly cell?: string;
}

/** What a check says of a value. Errors stop a submission; warnings want a word of explanation first. */
export interface ReturnIssue extends Issue {
  readonly indicator: IndicatorId;
  readonly severity: 'error' | 'warning';
  /** With the unit that readers expect, in English. */
  readonly found: string;
  readonly expected: string;
  /** A warning for which the return has a word of explanation. */
  readonly explained: boolean;
}

/** What is known of an indicator of a unit from the year before, in the base unit. */
export interface EarlierValue {
  readonly indicator: IndicatorId;
  readonly period: Period;
  readonly value: number;
}

/** A unit that is behind: `level` has the work, until `deadline`. */
export interface LateUnit {
  readonly unit: CityId;
  readonly state: ReturnState;
  readonly level: 'unit' | 'province' | 'nation';
  readonly deadline: IsoDate;
  /** Whole days after the deadline; 0: it is not over yet. */
  readonly days: number;
  /** Nothing was handed in so far. */
  readonly missing: boolean;
}

/** A figure of a result: a node of an index for a unit; null is missing. */
export interface Figure {
  readonly unit: CityId;
  readonly node: string;
  readonly score: number | null;
}

/** What holding a second computation against the first came to. */
export interface Comparison {
  readonly equal: boolean;
  /** Figures that were held against one another. */
  readonly compared: number;
  /** Largest difference as a share of the larger of both; null: none was comparable. */
  readonly largest: number | null;
  /** At most a hundred, those of the first units first. */
  readonly differences: readonly {
    readonly unit: CityId;
    readonly node: string;
    readonly first: number | null;
    readonly second: number | null;
  }[];
  /** All of them. */
  readonly different: number;
}
