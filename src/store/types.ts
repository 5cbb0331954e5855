import type { DatedTarget, Finding, LedgerEvent, SurveyAnswer } from '../assess/index.js';
import type { CityId, IndicatorId, IsoDate, Period, Text, Trace } from '../base/index.js';
import type { ImportedColumns, ImportSource, Observation } from '../observe/index.js';
import type { AccountStore, AuditStore, IdentityStore, Signed } from './types-access.js';
import type { CampaignStore } from './types-campaign.js';
import type { LedgerAddition, LedgerFile } from './types-ledger.js';
import type { RestoreCounts, StoreState } from './types-state.js';
import type { WebhookStore } from './types-webhooks.js';

/** Where a store lives: the embedded database of a workspace folder, or a PostgreSQL database. */
export type StorePlace = { readonly folder: string } | { readonly url: string };

export interface OpenOptions {
  /** Told before each step that may take seconds. */
  readonly onProgress?: (step: Text) => void;
  /** Told of each transaction. */
  readonly trace?: Trace | undefined;
}

/** What is known of an import before its rows are saved. */
export interface NewImport {
  readonly file: string;
  /** SHA-256 of the file, lower-case hexadecimal. */
  readonly sha256: string;
  readonly layout: string;
  readonly licence: string;
  /** Who imported it. */
  readonly by: string;
  /** Instant of the import, ISO 8601. */
  readonly at: string;
}

/** Rows of one import by what became of them; `accepted` is new keys, the three are disjoint. */
export interface ImportCounts {
  readonly accepted: number;
  readonly unchanged: number;
  readonly revised: number;
  /** Rows that the reader refused; 0 if it did not say. */
  readonly rejected: number;
}

/** `saved`: an import is in the store wholly or not at all. */
export type ImportStatus = 'saved';

export interface ImportRecord extends ImportSource, NewImport {
  /** First twelve digits of the file's checksum, with `-2`, `-3`… when it is saved again after other changes. */
  readonly id: string;
  readonly counts: ImportCounts;
  readonly status: ImportStatus;
}

/** An observation as the reader gives it; the store numbers the revision and names the import. */
export type NewObservation = Omit<Observation, 'importId' | 'revision'>;

export interface SaveImportOptions {
  /** Told how many rows have been handed to the database. */
  readonly onProgress?: (rows: number) => void;
  /** Asked once, after the last batch: how many rows the reader refused. */
  readonly rejected?: () => number;
  /** Whom the audit log names; default who the source says imported it. */
  readonly signed?: Signed;
}

export interface SavedImport extends ImportCounts {
  /**
   * The import's record. Where nothing changed: that of the latest import of the same file through the same layout,
   * null if there is none.
   */
  readonly import: ImportRecord | null;
}

export interface ObservationKey {
  readonly city: CityId;
  readonly indicator: IndicatorId;
  readonly period: Period;
}

export interface ObservationFilter {
  readonly cities?: readonly CityId[];
  readonly indicators?: readonly IndicatorId[];
}

export type FindingStatus = 'open' | 'settled';

/** A finding in the ledger. Instants are ISO 8601. */
export interface LedgerFinding {
  readonly finding: Finding;
  readonly firstSeen: string;
  readonly changed: string;
  readonly status: FindingStatus;
}

/** A finding as it was from `at` on. */
export interface FindingVersion {
  readonly at: string;
  readonly status: FindingStatus;
  readonly finding: Finding;
}

export interface FindingFilter {
  readonly city?: CityId;
  readonly problem?: string;
  readonly period?: Period;
  readonly status?: FindingStatus;
}

export interface SavedFindings {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** What a person may decide about a number or a city. */
export const decisionKinds = [
  'note',
  'exclude',
  'accept',
  'register',
  'enter-list',
  'leave-list',
  'assess-too',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export interface Decision {
  /** Sixteen hexadecimal digits of the checksum of the content and of the decision before it about the same thing. */
  readonly id: string;
  /** Address of a number or id of a city. */
  readonly about: string;
  readonly kind: DecisionKind;
  readonly reason: string;
  /** Paper it rests on; empty if none. */
  readonly document: string;
  readonly by: string;
  readonly on: IsoDate;
}

/** Where a survey came from. */
export interface NewSurvey {
  readonly file: string;
  /** SHA-256 of the file, lower-case hexadecimal. */
  readonly sha256: string;
  readonly by: string;
  /** Instant of the import, ISO 8601. */
  readonly at: string;
}

/** An answer in the store, with its revision and where it came from. */
export interface SurveyRecord extends SurveyAnswer, NewSurvey {
  readonly row: number;
  readonly revision: number;
}

export interface SurveyFilter {
  readonly city?: CityId;
  readonly period?: Period;
  /** All revisions instead of those in force. */
  readonly revisions?: boolean;
}

/** Answers by what became of them; the three are disjoint. */
export interface SavedSurvey {
  readonly accepted: number;
  readonly revised: number;
  readonly unchanged: number;
}

/** Where a table of plan targets came from. */
export type NewTargets = NewSurvey;

/** A plan target in the store. A later document is a row of its own; another reading of one document is its revision. */
export interface TargetRecord extends DatedTarget, NewTargets {
  readonly row: number;
  readonly revision: number;
}

/** Targets by what became of them; the three are disjoint. */
export type SavedTargets = SavedSurvey;

/**
 * What people added to a workspace. Every method is one transaction; what changes anything writes its line of the audit log in it. `signed`
 * says whom the line names and why; without it the name is the one that is recorded with the change.
 */
export interface Store {
  readonly engine: 'pglite' | 'postgresql';
  /** Version of the tables. */
  readonly schema: number;
  /** Asks the database for its state; fails as the database does, and waits as long as it does. */
  state(): Promise<StoreState>;

  /**
   * Saves one import in one transaction: all of it or nothing. A row whose value, unit and status are already in
   * force changes nothing; another value becomes the next revision and the earlier one is kept.
   *
   * @throws AfterlodeError STORE_VALUE (a value that is no finite number, a text with a zero byte),
   *   STORE_KEY_TWICE (two different values for one city, indicator and period)
   */
  saveImport(
    source: NewImport,
    batches: AsyncIterable<readonly NewObservation[]>,
    options?: SaveImportOptions,
  ): Promise<SavedImport>;
  /** The values in force, ordered by indicator, city and period. An empty list in the filter selects nothing. */
  observations(filter?: ObservationFilter): Promise<ImportedColumns>;
  /** All revisions under one key, the first one first. */
  history(city: CityId, indicator: IndicatorId, period: Period): Promise<readonly Observation[]>;
  /** All imports, the first one first. */
  imports(): Promise<readonly ImportRecord[]>;
  /** Marks values in force as doubtful, or not doubtful where `reason` is null. Returns how many keys have a value. */
  markDoubtful(keys: readonly ObservationKey[], reason: string | null): Promise<number>;
  /** Reasons of the marks set by `markDoubtful`. */
  doubts(): Promise<readonly (ObservationKey & { readonly reason: string })[]>;

  /** Adds findings and keeps earlier forms of those that changed; an equal finding changes nothing. */
  saveFindings(findings: readonly Finding[], at: string, signed?: Signed): Promise<SavedFindings>;
  /** Settles open findings; seen again, a finding opens again. Returns how many were open. */
  settleFindings(ids: readonly string[], at: string): Promise<number>;
  /** Findings as they are now, by city, period and id. */
  findings(filter?: FindingFilter): Promise<readonly LedgerFinding[]>;
  /** All forms of one finding, the first one first. */
  findingHistory(id: string): Promise<readonly FindingVersion[]>;

  saveDecision(decision: Omit<Decision, 'id'>, signed?: Signed): Promise<Decision>;
  /** Decisions, newest first, all or about one number or city. */
  decisions(about?: string): Promise<readonly Decision[]>;

  /** Adds answers of residents; other figures for the same question become the next revision, equal ones change nothing. */
  saveSurvey(
    source: NewSurvey,
    answers: readonly (SurveyAnswer & { readonly row: number })[],
    signed?: Signed,
  ): Promise<SavedSurvey>;
  /** Answers of residents by city, period and question. */
  surveys(filter?: SurveyFilter): Promise<readonly SurveyRecord[]>;

  /** Adds plan targets; another reading of a known document becomes its next revision, an equal one changes nothing. */
  saveTargets(
    source: NewTargets,
    targets: readonly (DatedTarget & { readonly row: number })[],
    signed?: Signed,
  ): Promise<SavedTargets>;
  /** All plan targets ever saved, by city, indicator, year, day of the document and revision. */
  targets(): Promise<readonly TargetRecord[]>;

  /** Events of the ledger, of all findings or of one, in the order in which they were recorded. */
  ledgerEvents(finding?: string): Promise<readonly LedgerEvent[]>;
  /**
   * Adds to the ledger what `make` returns for the events that are there. No one else writes in between, so what follows
   * the last event still does when it is written. What `make` throws changes nothing.
   */
  addToLedger(
    make: (present: readonly LedgerEvent[]) => readonly LedgerEvent[],
    addition?: LedgerAddition,
  ): Promise<readonly LedgerEvent[]>;
  /** Bytes of a photo or document by their checksum; null where they are not here. */
  ledgerFile(sha256: string): Promise<LedgerFile | null>;

  /** Accounts with roles, passwords, sessions and tokens; whom an identity provider signs in; who changed what of them. */
  readonly accounts: AccountStore;
  readonly identities: IdentityStore;
  readonly audit: AuditStore;
  /** Rounds of the yearly reporting. */
  readonly campaign: CampaignStore;
  /** Who is told of what happens, and what is still to be told. */
  readonly webhooks: WebhookStore;

  /**
   * A number that is greater after every change that an answer could show, whichever process made it; null for the embedded
   * database, which has one process.
   */
  revision(): Promise<number | null>;

  /**
   * Everything in the store as gzip-compressed lines, independent of the engine; equal contents give equal bytes.
   * The snapshot is taken when reading begins and is held compressed in memory, so a slow reader blocks nobody.
   */
  backup(): AsyncIterable<Uint8Array>;
  /**
   * Reads a backup into an empty store, all of it or nothing.
   *
   * @param rest reads lines that follow the store's own, in the same transaction: what it throws restores nothing; without it such
   *   lines are a fault
   * @param signed whose line stands after those of the backup; without it none is added, and the store is as it was
   * @throws AfterlodeError STORE_NOT_EMPTY, STORE_BACKUP_DAMAGED, STORE_NEWER
   */
  restore(
    bytes: AsyncIterable<Uint8Array>,
    rest?: (lines: AsyncIterable<string>) => Promise<void>,
    signed?: Signed,
  ): Promise<RestoreCounts>;
  /** Waits for what is running, closes the database and gives the folder free. Harmless when repeated. */
  close(): Promise<void>;
}
