import type { Action, AuditEvent } from '../access/index.js';
import type { AccountAnswer, Identity, TokenAnswer } from '../app/index.js';
import type { Text } from '../base/index.js';

/** Shapes of the HTTP answers; the web page imports nothing else from the shell. Missing is null. */
export type {
  AccountAnswer,
  AnalysisRows,
  AnnualAnswer,
  AnnualDimension,
  AnnualItem,
  AnnualList,
  AuditCheck,
  BindingWords,
  CatalogAnswer,
  CellIssue,
  ChainAnswer,
  ChainRow,
  CheckupAnswer,
  CityAnswer,
  CityPage,
  CityPlanAnswer,
  CityStory,
  ClaimAnswer,
  ClaimDetails,
  ClaimsAnswer,
  Classification,
  CompareAnswer,
  ComplexityAnswer,
  DecisionsAnswer,
  DeliveryAnswer,
  DisorderAnswer,
  DisorderShown,
  DistressAnswer,
  EvaluationRow,
  ExplainAnswer,
  Figure,
  ForestAnswer,
  ForestRow,
  GroundAnswer,
  GroundFeatures,
  GroundRow,
  GroundShown,
  GroundZone,
  ImportAnswer,
  ImportsAnswer,
  IndexAnswer,
  IssuesAnswer,
  KeptRun,
  LaboratoryAnswer,
  LandAnswer,
  LandRow,
  LedgerImportAnswer,
  LedgerRow,
  LegacyAnswer,
  LegacyPaceAnswer,
  LinkagesAnswer,
  MatchAnswer,
  McdaAnswer,
  MeasureComparison,
  Meta,
  OverviewAnswer,
  OverviewRow,
  ParcelAnswer,
  PlaceHint,
  PlacesComparison,
  PlanAnswer,
  PlannedPoints,
  PlanTargetAnswer,
  PolygonShape,
  RecomputationAnswer,
  RecoveryAnswerRow as RecoveryRow,
  RenewalAnswer,
  RestorationAnswer,
  RestorationResult,
  ReturnAnswer,
  RoadmapAnswer,
  RoadmapRow,
  RoundAnswer,
  RoundRow,
  RunGrid,
  SaveAnswer,
  ServerLayer,
  SessionRow,
  ShapeCollection,
  SnapshotCheck,
  SnapshotRow,
  SnapshotSummary,
  StepAnswer,
  StreetMap,
  SubsidenceAnswer,
  SubsidenceBuildingsAnswer,
  SubsidenceGridAnswer,
  SubsidencePointsAnswer,
  SubsidenceRunAnswer,
  SubsidenceSeriesAnswer,
  SubsidenceZone,
  SuccessorGateRow,
  SuccessorRow,
  SuccessorsAnswer,
  SurveyImportAnswer,
  SurveyItemAnswer,
  TablesAnswer,
  TargetImportAnswer,
  TokenAnswer,
  TransferAnswer,
  TreatmentAnswer,
  UploadAnswer,
  VacancyAnswer,
  VacancyRow,
  VacantClass,
  VacantLabels,
  VacantLandAnswer,
  VacantLandReply,
  VacantPolygon,
  VacantProbability,
  VacantProject,
  VacantProjectAnswer,
  VacantProjectRow,
  VacantTraining,
  WebhookAnswer,
  WebhookSecretAnswer,
  ZonalAnswer,
  ZonalAnswerRow,
  ZoneFinding,
} from '../app/index.js';
export type { RasterAnswer } from './kept-rasters.js';

/** Errors: `application/problem+json` (RFC 9457). */
export interface ProblemAnswer {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly where: string;
  readonly message: Text;
  readonly remedy: Text;
}

/**
 * Who asks and what that lets do: `GET /api/session`, and the answer to `POST /api/session` {name, password}, `DELETE /api/session` and
 * `POST /api/session/password` {old, new}, after which all sessions of the account are over, this one too.
 */
export interface SessionAnswer {
  /** `open`: one process on loopback, whoever asks is the operator; nobody signs in. */
  readonly mode: 'open' | 'accounts';
  /** Whether readers who have not signed in are let in. */
  readonly anonymous: boolean;
  /** Null where nobody has signed in, and in mode `open`. */
  readonly account:
    | (Pick<AccountAnswer, 'name' | 'label' | 'holds'> & { readonly hasPassword: boolean })
    | null;
  /** Another way to sign in: how it is called, and the address of the provider as identities name it. */
  readonly openid: { readonly label: string; readonly issuer: string } | null;
  /** What the caller may do somewhere; the server asks again at each request. */
  readonly may: readonly Action[];
}

/** `POST /api/accounts`; answered by `AccountAnswer`, as all of `/api/accounts/…`. */
export interface NewAccountBody {
  readonly name: string;
  readonly label: string;
  /** Null: no sign-in by password. */
  readonly password: string | null;
  readonly holds: readonly { readonly role: string; readonly area: string }[];
  /** Reason, for the audit log; each change of an account takes one. */
  readonly why?: string;
}

/**
 * Whom a provider signs in to an account: `GET /api/accounts/:name/identities`. `POST` there {issuer, subject, why} binds one and `DELETE`
 * of `…/:id?why` takes it away; both answer the list as it is then.
 */
export type IdentityAnswer = Identity;

/** `POST /api/tokens`; `account` default the own one. */
export interface NewTokenBody {
  readonly label: string;
  readonly scopes: readonly string[];
  /** Whole days; default 90. */
  readonly days?: number;
  readonly account?: string;
  readonly why?: string;
}

/**
 * The answer to it: the secret is shown this once. `GET /api/tokens?account` and `DELETE /api/tokens/:id?account` answer `TokenAnswer[]`;
 * `GET /api/sessions?account` and `DELETE /api/sessions/:id?account`, of signed-in browsers that still hold, `SessionRow[]`.
 */
export interface MadeToken {
  readonly secret: string;
  readonly token: TokenAnswer;
}

/** `GET /api/audit?target&limit`, the newest first. `old` and `new` are JSON. */
export type AuditLine = AuditEvent;

/** `GET /api/audit/head`: `NUMBER:HASH`; null where the log is empty. `POST /api/audit/verify` {head?} answers `AuditCheck`. */
export interface AuditHeadAnswer {
  readonly head: string | null;
}
