import type {
  AnalyseCall,
  AnalysisKind,
  AnnualAnswer,
  AnnualCall,
  CatalogAnswer,
  CityAnswer,
  CityPage,
  CityStory,
  ClaimAnswer,
  ClaimDetails,
  Classification,
  ClassifyCall,
  CompareAnswer,
  EvaluateCall,
  EvaluationRow,
  FormFile,
  ImportAnswer,
  ImportsAnswer,
  IssuesAnswer,
  LaboratoryAnswer,
  Meta,
  OverviewAnswer,
  PlanTargetAnswer,
  RecoveryCall,
  SurveyCall,
  SurveyImportAnswer,
  SurveyItemAnswer,
  TablesAnswer,
  TargetCall,
  TargetFilter,
  TargetImportAnswer,
  TransferAnswer,
  TransferCall,
  Workspace,
} from '../app/index.js';
import * as app from '../app/index.js';
import type { Checkup, Explanation, RecoveryRow } from '../assess/index.js';
import type { Language } from '../base/index.js';
import { cityOf } from '../register/index.js';
import type { Decision, LedgerFinding } from '../store/index.js';
import type { AccessUseCases } from './use-cases-access.js';
import type { LedgerUseCases } from './use-cases-ledger.js';
import type { OpenUseCases } from './use-cases-open.js';
import type { PlaceUseCases } from './use-cases-places.js';
import type { PlanUseCases } from './use-cases-plan.js';
import type { RoundUseCases } from './use-cases-rounds.js';
import type { WebhookUseCases } from './use-cases-webhooks.js';

/** A report as a file. */
export interface ReportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What a person decides about a number or a city. */
export interface DecisionWords {
  readonly about: string;
  readonly kind: string;
  readonly reason: string;
  readonly document: string;
  readonly by: string;
}

/** What the server asks of the room `app`: one function for each endpoint. */
export interface UseCases
  extends PlanUseCases,
    OpenUseCases,
    PlaceUseCases,
    AccessUseCases,
    RoundUseCases,
    LedgerUseCases,
    WebhookUseCases {
  readonly meta: (ws: Workspace, version: string) => Promise<Meta>;
  readonly listCities: (
    ws: Workspace,
    filter: {
      readonly type?: string;
      readonly resource?: string;
      readonly level?: string;
      readonly q?: string;
    },
  ) => Promise<readonly CityAnswer[]>;
  /** One unit, listed or not, by code, id or name. */
  readonly city: (ws: Workspace, words: string) => Promise<CityAnswer>;
  readonly overview: (
    ws: Workspace,
    asked: { readonly period?: string; readonly index?: string },
  ) => Promise<OverviewAnswer>;
  readonly checkup: (
    ws: Workspace,
    asked: { readonly cities?: readonly string[]; readonly period?: string },
  ) => Promise<readonly Checkup[]>;
  readonly cityPage: (ws: Workspace, city: string, asked: { readonly period?: string }) => Promise<CityPage>;
  readonly cityStory: (
    ws: Workspace,
    city: string,
    asked: { readonly period?: string },
  ) => Promise<CityStory>;
  readonly explainNumber: (ws: Workspace, address: string) => Promise<Explanation>;
  readonly compare: (
    ws: Workspace,
    asked: {
      readonly indicator: string;
      readonly period?: string;
      readonly level?: string;
      readonly by?: string;
    },
  ) => Promise<CompareAnswer>;
  readonly claims: (ws: Workspace) => Promise<readonly ClaimAnswer[]>;
  readonly claim: (ws: Workspace, id: string) => Promise<ClaimDetails>;
  readonly laboratory: (ws: Workspace, asked: { readonly index?: string }) => Promise<LaboratoryAnswer>;
  readonly catalogAnswer: (ws: Workspace) => Promise<CatalogAnswer>;
  readonly tables: (ws: Workspace) => Promise<TablesAnswer>;
  readonly importFile: (
    ws: Workspace,
    asked: {
      readonly path: string;
      readonly fileName?: string;
      readonly layout?: string;
      readonly dryRun: boolean;
    },
    access: app.AccessCall,
  ) => Promise<ImportAnswer>;
  readonly imports: (ws: Workspace) => Promise<ImportsAnswer>;
  readonly readRejects: (ws: Workspace, id: string) => AsyncIterable<Uint8Array>;
  readonly issues: (ws: Workspace) => Promise<IssuesAnswer>;
  readonly findings: (
    ws: Workspace,
    filter: { readonly city?: string; readonly period?: string },
  ) => Promise<readonly LedgerFinding[]>;
  readonly saveFindings: (
    ws: Workspace,
    asked: { readonly period?: string },
    access: app.AccessCall,
  ) => Promise<unknown>;
  readonly decisions: (ws: Workspace, filter: { readonly about?: string }) => Promise<readonly Decision[]>;
  readonly annual: (ws: Workspace, city: string, asked: AnnualCall) => Promise<AnnualAnswer>;
  readonly annualForm: (ws: Workspace, city: string, asked: AnnualCall) => Promise<FormFile>;
  readonly surveys: (
    ws: Workspace,
    filter: { readonly city?: string; readonly period?: string },
  ) => Promise<readonly SurveyItemAnswer[]>;
  readonly importSurvey: (
    ws: Workspace,
    asked: SurveyCall,
    access: app.AccessCall,
  ) => Promise<SurveyImportAnswer>;
  readonly planTargets: (ws: Workspace, filter: TargetFilter) => Promise<readonly PlanTargetAnswer[]>;
  readonly importTargets: (
    ws: Workspace,
    asked: TargetCall,
    access: app.AccessCall,
  ) => Promise<TargetImportAnswer>;
  readonly classify: (ws: Workspace, asked: ClassifyCall) => Promise<readonly Classification[]>;
  readonly recovery: (ws: Workspace, asked: RecoveryCall) => Promise<readonly RecoveryRow[]>;
  readonly analyse: (ws: Workspace, kind: AnalysisKind, asked: AnalyseCall) => Promise<readonly object[]>;
  readonly evaluationRows: (ws: Workspace, asked: EvaluateCall) => Promise<readonly EvaluationRow[]>;
  readonly transfer: (ws: Workspace, asked: TransferCall) => Promise<TransferAnswer>;
  readonly saveDecision: (ws: Workspace, decision: DecisionWords, access: app.AccessCall) => Promise<unknown>;
  readonly writeReport: (ws: Workspace, asked: app.ReportCall) => Promise<ReportFile>;
  readonly writeNationReport: (ws: Workspace, asked: app.NationReportCall) => Promise<ReportFile>;
  readonly backup: (ws: Workspace, access: app.AccessCall) => AsyncIterable<Uint8Array>;
  /** The engine on tables of the request; these need no workspace. */
  readonly answerIndex: (request: app.IndexRequest, call: app.EngineCall) => Promise<app.IndexAnswer>;
  readonly answerIndexWorkbook: (request: app.IndexRequest, call: app.EngineCall) => Promise<ReportFile>;
  readonly answerMcda: (request: app.McdaRequest, call: app.EngineCall) => Promise<app.McdaAnswer>;
  /** Statistics of rasters that were sent; these need no workspace either. */
  readonly rasterFacts: (file: app.NamedFile) => Promise<app.RasterFacts>;
  readonly distressOf: typeof app.distressOf;
  readonly disorderOf: (
    ws: Workspace,
    given: app.DisorderGiven,
    words: app.DisorderWords,
  ) => Promise<app.DisorderAnswer & app.DisorderShown>;
  readonly groundOf: (
    ws: Workspace,
    documents: app.GroundDocuments,
    words: app.GroundWords,
  ) => Promise<app.GroundAnswer & app.GroundShown>;
  readonly groundFile: (
    ws: Workspace,
    documents: app.GroundDocuments,
    words: app.GroundWords,
  ) => Promise<ReportFile>;
  readonly streetPlanOf: (
    ws: Workspace,
    given: app.PlanGiven,
    words: app.PlanWords,
  ) => Promise<app.PlanAnswer & app.PlannedPoints>;
  readonly inefficientLandOf: (
    ws: Workspace,
    documents: app.LandDocuments,
    words: app.LandWords,
  ) => Promise<app.LandAnswer>;
  readonly inefficientLandWorkbook: (
    ws: Workspace,
    documents: app.LandDocuments,
    words: app.LandWords,
  ) => Promise<ReportFile>;
  readonly vacancyOf: (
    ws: Workspace,
    tables: app.VacancyTables,
    words: app.VacancyWords,
  ) => Promise<app.VacancyAnswer>;
  readonly vacantLandOf: (
    ws: Workspace,
    given: Omit<app.LandQuestion, 'options'>,
    words: app.VacantLandWords & { readonly withModel?: boolean },
    options: { readonly signal?: AbortSignal },
  ) => Promise<app.VacantLandReply>;
  readonly vacancyWorkbook: (
    ws: Workspace,
    tables: app.VacancyTables,
    words: app.VacancyWords,
  ) => Promise<ReportFile>;
  readonly zonalOf: (files: app.ZonalFiles, asked: app.ZonalWords) => Promise<app.ZonalAnswer>;
  readonly subsidenceRuns: (ws: Workspace) => Promise<readonly app.KeptRun[]>;
  readonly subsidenceRun: (ws: Workspace, id: string) => Promise<app.SubsidenceRunAnswer>;
  readonly subsidenceGrid: (
    ws: Workspace,
    id: string,
    asked: app.GridCall,
  ) => Promise<app.SubsidenceGridAnswer>;
  readonly subsidencePoints: (ws: Workspace, id: string) => Promise<app.SubsidencePointsAnswer>;
  readonly subsidenceSeries: (
    ws: Workspace,
    id: string,
    asked: app.PointCall,
  ) => Promise<app.SubsidenceSeriesAnswer>;
  readonly subsidenceBuildings: (
    ws: Workspace,
    id: string,
    most: number,
  ) => Promise<app.SubsidenceBuildingsAnswer>;
  readonly buildingsFile: (
    ws: Workspace,
    id: string,
    format: 'csv' | 'geojson' | 'xlsx',
    lang: Language,
  ) => Promise<app.BuildingFile>;
  readonly vacantProjects: (ws: Workspace) => Promise<readonly app.VacantProjectRow[]>;
  readonly vacantExample: (ws: Workspace) => Promise<app.VacantProject>;
  readonly createVacantProject: (
    ws: Workspace,
    asked: app.VacantUpload,
    access: app.AccessCall,
  ) => Promise<app.VacantProject>;
  readonly vacantProject: (ws: Workspace, id: string) => Promise<app.VacantProjectAnswer>;
  readonly deleteVacantProject: (ws: Workspace, id: string, access: app.AccessCall) => Promise<void>;
  readonly saveVacantLabels: (
    ws: Workspace,
    id: string,
    given: app.GivenLabels,
    access: app.AccessCall,
  ) => Promise<app.VacantLabels>;
  readonly trainVacantProject: (
    ws: Workspace,
    id: string,
    words: app.VacantTrainWords,
    access: app.AccessCall,
  ) => Promise<app.VacantResult>;
  readonly vacantTraining: (ws: Workspace, id: string) => Promise<app.VacantTraining>;
  readonly vacantPicture: (
    ws: Workspace,
    id: string,
    asked: app.PictureCall,
  ) => Promise<AsyncIterable<Uint8Array>>;
  readonly vacantProbability: (
    ws: Workspace,
    id: string,
    className: string,
  ) => Promise<app.VacantProbability>;
  readonly vacantFile: (ws: Workspace, id: string, name: string) => Promise<app.VacantFile>;
  readonly subsidenceUpload: (
    ws: Workspace,
    asked: app.SubsidenceUpload,
    access: app.AccessCall,
  ) => Promise<app.SubsidenceAnswer>;
}

/** The use cases of the program. */
export const appUseCases: UseCases = {
  ...app,
  city: async (ws, words) => app.cityAnswer(cityOf(ws.register, words)),
};

type Present<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The options that were given: those that are undefined are left out, as the use cases tell "not asked" by absence. */
export function given<T extends object>(options: T): Present<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Present<T>;
}
