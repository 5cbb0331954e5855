import type {
  Assignment,
  DatedTarget,
  FlagNote,
  Judgement,
  LedgerComment,
  LedgerEvent,
  LedgerFileEntry,
  LedgerLevel,
  LedgerStatus,
  Light,
  ListCoverage,
  Measure,
  Mismatch,
  Recheck,
} from '../assess/index.js';
import type { CityId, Issue, Text } from '../base/index.js';

/** Shapes of the answers about the annual check-up, the survey and the ledger of findings. Missing is null. */

/** A share with its margin of error. */
export interface ShareAnswer {
  readonly low: number | null;
  readonly mid: number | null;
  readonly high: number | null;
}

/** Residents' answers to one question, judged. `GET /api/survey` gives an array. */
export interface SurveyItemAnswer {
  readonly city: string;
  readonly period: string;
  readonly item: string;
  readonly label: Text;
  readonly asked: number;
  readonly satisfied: number;
  readonly dissatisfied: number;
  readonly light: Light;
  readonly satisfiedShare: ShareAnswer;
  readonly dissatisfiedShare: ShareAnswer;
  /** Indicators that the question speaks of; none where the catalog has no such question and the table names none. */
  readonly indicators: readonly { readonly id: string; readonly label: Text }[];
  readonly source: string;
  readonly note: string;
  readonly revision: number;
  readonly file: string;
  readonly row: number;
  readonly by: string;
  readonly at: string;
}

/** `POST /api/survey` */
export interface SurveyImportAnswer {
  readonly file: string;
  readonly read: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly revised: number;
  readonly rejected: number;
  /** Path of the refused rows, and the id under which `GET /api/imports/:sha/rejects` gives them; null if none. */
  readonly rejects: string | null;
  readonly rejectsId: string | null;
  readonly dryRun: boolean;
  readonly issues: readonly Issue[];
}

/** A plan target in the workspace. `GET /api/targets` gives an array. */
export interface PlanTargetAnswer extends DatedTarget {
  readonly name: Text;
  readonly label: Text;
  /** Of `target`: the indicator's base unit. */
  readonly unit: string;
  /**
   * `in-force`: the version of its year that counts; `not-yet`: its document is younger than the day of the catalog;
   * `superseded`: a later document replaced it; `corrected`: the same document was read anew.
   */
  readonly state: 'in-force' | 'not-yet' | 'superseded' | 'corrected';
  readonly revision: number;
  readonly file: string;
  readonly row: number;
  readonly by: string;
  readonly at: string;
}

/** `POST /api/targets` */
export interface TargetImportAnswer {
  readonly file: string;
  readonly read: number;
  /** Targets of a document that was not known. */
  readonly accepted: number;
  /** Other readings of a known document. */
  readonly revised: number;
  readonly unchanged: number;
  readonly dryRun: boolean;
}

/** An entry of a list in one city and period. */
export interface AnnualItem {
  readonly id: string;
  readonly label: Text;
  readonly definition: Text | null;
  readonly indicator: string;
  readonly unit: string;
  readonly display: {
    readonly unit: string;
    readonly label: Text;
    readonly factor: number;
    readonly digits: number;
  };
  readonly fit: 'same' | 'stand_in';
  readonly note: Text | null;
  readonly source: Text;
  readonly form: string;
  readonly mark: string;
  readonly state: 'judged' | 'measured' | 'people_only' | 'missing';
  readonly value: number | null;
  readonly earlier: string | null;
  readonly address: string;
  /** The verified target the value is held against; null where there is none. */
  readonly target: { readonly green: number; readonly reference: string; readonly mark: string } | null;
  /** The city's own target of a plan for this year; null where none was imported. */
  readonly plan: {
    readonly target: number;
    readonly document: string;
    readonly issued: string | null;
  } | null;
  readonly judgement: Judgement | null;
  /** What must stand beside the value: decline disguised as success, and other caveats. */
  readonly flags: readonly FlagNote[];
}

export interface AnnualDimension {
  readonly id: string;
  readonly label: Text;
  readonly coverage: ListCoverage;
  readonly items: readonly AnnualItem[];
}

export interface AnnualList {
  readonly id: string;
  readonly label: Text;
  readonly class: 'basic' | 'feature' | 'supplementary';
  readonly year: number | null;
  readonly officialCount: number | null;
  readonly note: Text | null;
  readonly mark: string;
  readonly references: readonly string[];
  readonly coverage: ListCoverage;
  readonly dimensions: readonly AnnualDimension[];
}

/** `GET /api/cities/:city/annual?period&list` */
export interface AnnualAnswer {
  readonly city: string;
  readonly name: Text;
  readonly period: string;
  /** Periods in which the city has a value or an answer of residents, ascending. */
  readonly periods: readonly string[];
  readonly lists: readonly AnnualList[];
  /** Indicators in which figures and people say the opposite. */
  readonly mismatches: readonly string[];
  readonly survey: readonly SurveyItemAnswer[];
}

/** A finding: one in the ledger, or one that the check-up found and nobody has opened yet (`found`). */
export interface LedgerRow {
  readonly id: string;
  readonly status: LedgerStatus | 'found';
  readonly city: CityId;
  readonly name: Text;
  readonly period: string;
  readonly subject: 'indicator' | 'problem' | 'ground';
  readonly about: string;
  readonly label: Text;
  readonly level: LedgerLevel;
  readonly place: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly problemType: string;
  readonly light: Light;
  readonly mismatch: Mismatch | null;
  readonly value: number | null;
  readonly unit: string;
  readonly measure: Measure | null;
  /** Who has to see to it; null: nobody was named. */
  readonly assignment: Assignment | null;
  readonly comments: readonly LedgerComment[];
  readonly files: readonly LedgerFileEntry[];
  /** Next day on which something is due: the earlier deadline of assignment and measure; empty if none. */
  readonly due: string;
  /** Whether that day has passed. */
  readonly overdue: boolean;
  /** What who asks may do about it. */
  readonly can: { readonly record: boolean; readonly assign: boolean };
  readonly recheck: Recheck | null;
  readonly openedAt: string | null;
  readonly changedAt: string | null;
  readonly evidence: readonly string[];
  readonly note: string;
  /** Where a person may take it from here. */
  readonly next: readonly LedgerStatus[];
  /** The first one first; empty for what nobody has opened. */
  readonly history: readonly LedgerEvent[];
}

/** `POST /api/ledger/import` */
export interface LedgerImportAnswer {
  readonly file: string;
  readonly read: number;
  readonly added: number;
  readonly known: number;
}
