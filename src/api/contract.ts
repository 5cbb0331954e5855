import type { Text } from '../base/index.js';

/** Shapes of the HTTP answers; the web page imports nothing else from the shell. Missing is null. */
export type {
  AnalysisRows,
  AnnualAnswer,
  AnnualDimension,
  AnnualItem,
  AnnualList,
  CatalogAnswer,
  ChainAnswer,
  CheckupAnswer,
  CityAnswer,
  CityPage,
  CityStory,
  ClaimAnswer,
  ClaimDetails,
  ClaimsAnswer,
  Classification,
  CompareAnswer,
  ComplexityAnswer,
  DecisionsAnswer,
  DisorderAnswer,
  DisorderShown,
  EvaluationRow,
  ExplainAnswer,
  Figure,
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
  LinkagesAnswer,
  McdaAnswer,
  Meta,
  OverviewAnswer,
  OverviewRow,
  PlanAnswer,
  PlannedPoints,
  PlanTargetAnswer,
  PolygonShape,
  RecoveryAnswerRow as RecoveryRow,
  RestorationAnswer,
  RoadmapAnswer,
  RoadmapRow,
  RunGrid,
  ShapeCollection,
  StreetMap,
  SubsidenceAnswer,
  SubsidenceBuildingsAnswer,
  SubsidenceGridAnswer,
  SubsidencePointsAnswer,
  SubsidenceRunAnswer,
  SubsidenceSeriesAnswer,
  SubsidenceZone,
  SurveyImportAnswer,
  SurveyItemAnswer,
  TablesAnswer,
  TargetImportAnswer,
  TransferAnswer,
  VacancyAnswer,
  VacancyRow,
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
