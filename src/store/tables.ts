import type { AuditEvent } from '../access/index.js';
import type { LedgerFileType, LedgerKind } from '../assess/index.js';
import type { Status } from '../observe/index.js';
import type { DecisionKind, FindingStatus, ImportStatus } from './types.js';
import type { AccountState, ProviderVisit } from './types-access.js';
import type { DeliveryState, WebhookState } from './types-webhooks.js';

/** Rows as the tables hold them; `migrations/` makes the tables. */
export interface Tables {
  readonly imports: ImportRow;
  readonly texts: { readonly number: number; readonly words: string };
  /** Values in force, one a key. */
  readonly observations: ObservationRow;
  /** Values that a revision replaced. */
  readonly earlier_observations: ObservationRow;
  readonly findings: FindingRow;
  readonly finding_history: FindingHistoryRow;
  readonly decisions: DecisionRow;
  /** All revisions; the highest of a key is in force. */
  readonly survey_answers: SurveyRow;
  readonly ledger_events: LedgerEventRow;
  /** Bytes as base64. */
  readonly ledger_files: LedgerFileRow;
  /** All documents and revisions; which is in force depends on the day. */
  readonly plan_targets: TargetRow;
  readonly accounts: AccountRow;
  readonly role_bindings: RoleBindingRow;
  readonly access_tokens: AccessTokenRow;
  readonly sessions: SessionRow;
  readonly sign_in_failures: { readonly key: string; readonly count: number; readonly last: string };
  readonly identities: IdentityRow;
  /** Sign-ins under way at an identity provider. */
  readonly provider_visits: ProviderVisit;
  /** Lines are only added. */
  readonly audit_events: AuditEvent;
  readonly rounds: { readonly id: string; readonly definition: string; readonly made: string };
  /** Only added, as values and files of rounds are. */
  readonly round_events: RoundEventRow;
  readonly round_values: RoundValueRow;
  readonly round_files: RoundFileRow;
  /** Bytes as base64. */
  readonly blob_pieces: { readonly address: string; readonly piece: number; readonly bytes: string };
  readonly request_keys: RequestKeyRow;
  /** One row. */
  readonly store_revision: { readonly one: boolean; readonly revision: number };
  readonly webhooks: WebhookRow;
  readonly webhook_secrets: { readonly webhook: string; readonly secret: string };
  readonly webhook_deliveries: DeliveryRow;
}

export interface ImportRow {
  readonly number: number;
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly layout: string;
  readonly licence: string;
  readonly imported_by: string;
  readonly imported_at: string;
  readonly accepted: number;
  readonly unchanged: number;
  readonly revised: number;
  readonly rejected: number;
  readonly status: ImportStatus;
}

export interface ObservationRow {
  readonly indicator: string;
  readonly city: string;
  readonly period: string;
  readonly value: number | null;
  readonly unit: string;
  readonly status: Status;
  /** Number of the import. */
  readonly import: number;
  readonly row: number;
  /** Numbers into `texts`: sources and notes repeat in thousands of rows. */
  readonly source: number;
  readonly note: number;
  readonly revision: number;
  readonly doubtful: boolean;
  /** Reason of a mark set after the import. */
  readonly doubt: string | null;
}

export interface FindingRow {
  readonly id: string;
  readonly city: string;
  readonly problem: string;
  readonly period: string;
  readonly first_seen: string;
  readonly changed_at: string;
  readonly status: FindingStatus;
  /** The finding as JSON with sorted keys. */
  readonly content: string;
}

export interface FindingHistoryRow {
  readonly id: string;
  readonly version: number;
  readonly changed_at: string;
  readonly status: FindingStatus;
  readonly content: string;
}

export interface DecisionRow {
  readonly number: number;
  readonly id: string;
  readonly about: string;
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly document: string;
  readonly decided_by: string;
  readonly decided_on: string;
}

export interface SurveyRow {
  readonly city: string;
  readonly period: string;
  readonly item: string;
  readonly revision: number;
  /** Empty where the table names none. */
  readonly indicator: string;
  readonly asked: number;
  readonly satisfied: number;
  readonly dissatisfied: number;
  readonly source: string;
  readonly note: string;
  readonly file: string;
  readonly sha256: string;
  readonly row: number;
  readonly imported_by: string;
  readonly imported_at: string;
}

export interface LedgerEventRow {
  readonly number: number;
  readonly id: string;
  readonly finding: string;
  /** Id of the finding's event before; empty for the first. */
  readonly previous: string;
  readonly kind: LedgerKind;
  readonly at: string;
  readonly recorded_by: string;
  readonly document: string;
  /** As JSON with sorted keys. */
  readonly content: string;
}

export interface LedgerFileRow {
  readonly sha256: string;
  readonly media_type: LedgerFileType;
  readonly bytes: number;
  readonly content: string;
}

export interface TargetRow {
  readonly city: string;
  readonly indicator: string;
  /** In which it is to be reached. */
  readonly year: string;
  /** Day of the document. */
  readonly issued: string;
  readonly revision: number;
  /** In the base unit of the indicator. */
  readonly target: number;
  readonly document: string;
  readonly file: string;
  readonly sha256: string;
  readonly row: number;
  readonly imported_by: string;
  readonly imported_at: string;
}

export interface AccountRow {
  readonly name: string;
  readonly label: string;
  /** Empty: no sign-in by password. */
  readonly password: string;
  readonly state: AccountState;
  readonly made: string;
}

export interface RoleBindingRow {
  readonly account: string;
  readonly role: string;
  readonly area: string;
  readonly made: string;
}

export interface AccessTokenRow {
  readonly id: string;
  readonly hash: string;
  readonly account: string;
  readonly label: string;
  /** As JSON. */
  readonly scopes: string;
  readonly made: string;
  readonly ends: string;
  /** Empty: never. */
  readonly used: string;
  readonly revoked: string;
}

export interface SessionRow {
  readonly hash: string;
  readonly account: string;
  readonly signed_in: string;
  readonly seen: string;
}

export interface IdentityRow {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly account: string;
  readonly by_groups: boolean;
  readonly made: string;
  /** Empty: never. */
  readonly used: string;
}

export interface RoundEventRow {
  readonly number: number;
  readonly round: string;
  /** Empty: the round itself. */
  readonly unit: string;
  readonly kind: string;
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly why: string;
  /** As JSON with sorted keys. */
  readonly content: string;
}

export interface RoundValueRow {
  readonly round: string;
  readonly city: string;
  /** Of the return; who and when stands in its event. */
  readonly revision: number;
  readonly indicator: string;
  readonly value: number | null;
  readonly unit: string;
  readonly missing: string;
  readonly source: string;
  readonly explanation: string;
}

export interface RoundFileRow {
  /** Of the event that attached it. */
  readonly number: number;
  readonly round: string;
  readonly city: string;
  readonly indicator: string;
  readonly sha256: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
}

export interface RequestKeyRow {
  readonly by: string;
  readonly key: string;
  readonly at: string;
  /** Checksum of what was asked. */
  readonly request: string;
  /** As JSON. */
  readonly answer: string;
}

export interface WebhookRow {
  readonly id: string;
  readonly address: string;
  /** As JSON. */
  readonly events: string;
  readonly label: string;
  readonly state: WebhookState;
  readonly made: string;
}

export interface DeliveryRow {
  readonly id: string;
  readonly webhook: string;
  readonly event: string;
  /** As it is sent. */
  readonly body: string;
  readonly made: string;
  readonly state: DeliveryState;
  readonly tries: number;
  /** When it is tried next. */
  readonly next: string;
  /** Empty: not yet tried. */
  readonly last: string;
  /** Status of the last answer. */
  readonly answer: number | null;
  readonly fault: string;
}
