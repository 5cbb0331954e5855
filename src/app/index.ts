export type { ChainRow } from '../report/index.js';
export * from './access/index.js';
export * from './analyse/analyse.js';
export { type AnalysisKind, type AnalysisRows, analyse, analysisKinds } from './analyse/kinds.js';
export type { TableSource } from './analyse/table.js';
export type * from './answers.js';
export type * from './answers-checkup.js';
export type * from './answers-claims.js';
export type * from './answers-laboratory.js';
export { backup, backupTo, restoreFrom } from './backup.js';
export * from './campaign/index.js';
export { catalogAnswer, catalogLibrary, checkCatalog, type LibraryRow } from './catalog.js';
export * from './chain/index.js';
export { type AnnualCall, annual, annualForm, type FormFile, saveAnnualForm } from './checkup/annual.js';
export { checkup } from './checkup/checkup.js';
export { flagsAt, levelFlags, listedFlags } from './checkup/flags.js';
export { type CityFilter, cityAnswer, listCities } from './cities/cities.js';
export { compare } from './cities/compare.js';
export { overview } from './cities/overview.js';
export { cityPage } from './cities/page.js';
export { registerOf } from './cities/register.js';
export { type CityStory, cityStory } from './cities/story.js';
export {
  type CityPlanAnswer,
  type CityPlanCall,
  type CityPlanTables,
  cityPlan,
  cityPlanOf,
  planTables,
} from './city-plan/plan.js';
export { claim, claims } from './claims.js';
export type { Classification } from './classify/answer.js';
export { type ClassifyCall, classify } from './classify/classify.js';
export { type RecoveryAnswerRow, type RecoveryCall, recovery, saveRecovery } from './classify/recovery.js';
export type { MeasureComparison, PlacesComparison } from './compare/answer.js';
export { mostCompared, type PlacesCall } from './compare/asked.js';
export { type PlaceHint, placeHints } from './compare/hints.js';
export { comparePlaces } from './compare/places.js';
export type { ComplexityAnswer, ComplexityResult } from './complexity/answer.js';
export type { ComplexityCall, ComplexityWords } from './complexity/call.js';
export { complexity, complexityOf } from './complexity/complexity.js';
export type { IndexAnswer, IndexRequest } from './composite/engine.js';
export { type IndexTablesAnswer, type IndexTablesCall, indexTables } from './composite/tables.js';
export type {
  CalibrationAnswer,
  CityDisorderAnswer,
  DisorderAnswer,
  DisorderShown,
  ElementAgreement,
  LineShape,
  PlanAnswer,
  SegmentAnswer,
  StreetMap,
} from './disorder/answer.js';
export type { DisorderGiven } from './disorder/answered.js';
export type { DisorderWords, PlanWords } from './disorder/call.js';
export { type DisorderCall, disorder, disorderOf } from './disorder/disorder.js';
export {
  type PlanCall,
  type PlanGiven,
  type PlannedPoints,
  streetPlan,
  streetPlanOf,
} from './disorder/plan.js';
export type { DistressCall, DistressWords } from './distress/call.js';
export { type CountyAnswer, type DistressAnswer, distress, distressOf } from './distress/distress.js';
export { catalogEffect, type Effect, type Move } from './effect.js';
export { answerIndex, answerIndexWorkbook, answerMcda, type EngineCall } from './engine/engine.js';
export { laboratory } from './engine/laboratory.js';
export type { McdaRequest } from './engine/question.js';
export { type GivenTable, tableCells } from './engine/tables.js';
export { type EffectsAnswer, effects, type MatchedCall, matched } from './evaluate/effects.js';
export { type EvaluateCall, evaluate } from './evaluate/evaluate.js';
export { type EvaluationRow, evaluationRows } from './evaluate/rows.js';
export { explainNumber } from './explain.js';
export type {
  ByKind,
  DoubleHighAnswer,
  GroundAnswer,
  GroundFeatures,
  GroundPart,
  GroundRow,
  GroundShown,
  GroundZone,
  ProjectRow,
} from './ground-sum/answer.js';
export type { GroundWords } from './ground-sum/call.js';
export type { GroundCall, GroundDocuments } from './ground-sum/documents.js';
export { ground, groundFile, groundOf } from './ground-sum/ground.js';
export { issues } from './issues.js';
export type { LandAnswer, LandRow } from './land/answer.js';
export type { LandCall, LandWords } from './land/call.js';
export { heightStatistics } from './land/heights.js';
export {
  inefficientLand,
  inefficientLandOf,
  inefficientLandWorkbook,
  type LandDocuments,
} from './land/land.js';
export { type LayerFile, layerFile, layersFolder, layersIn, type ServerLayer } from './layers/layers.js';
export {
  type AttachCall,
  type AttachedBytes,
  attachedFile,
  attachFile,
  ledgerFileLimit,
} from './ledger/attach.js';
export { type CalendarCall, ledgerCalendar } from './ledger/calendar.js';
export { type DecisionCall, saveDecision } from './ledger/decide.js';
export { decisions } from './ledger/decisions.js';
export { exportLedger, exportLedgerTo, importLedger } from './ledger/files.js';
export type { LedgerFilter } from './ledger/filter.js';
export { findings, saveFindings } from './ledger/findings.js';
export { finding, ledger } from './ledger/ledger.js';
export type { OpenedPlaces } from './ledger/open-places.js';
export { recheckFindings } from './ledger/recheck.js';
export { type OpenCall, openFinding, type RecordCall, recordStep } from './ledger/steps.js';
export type { LinkagesCall, LinkagesWords } from './linkages/call.js';
export { type LinkagesAnswer, type LinkagesTables, linkages, linkagesOf } from './linkages/linkages.js';
export type {
  CaseShown,
  CityMode,
  MatchAnswer,
  MatchingCase,
  MeasureShown,
  SimilarCity,
} from './match/answer.js';
export { match } from './match/match.js';
export { type McdaAnswer, type McdaCall, mcda } from './mcda/mcda.js';
export { meta } from './meta.js';
export * from './open-data/index.js';
export * from './renewal/index.js';
export { type ReportFault, type ReportsCall, type ReportsDone, saveReports } from './report/batch.js';
export { type EvaluationPageCall, evaluationPage } from './report/evaluation.js';
export { type NationPageCall, nationPage } from './report/nation.js';
export {
  type NationReportCall,
  type ReportCall,
  type ReportFile,
  type ReportKind,
  reportKinds,
  saveNationReport,
  saveReport,
  writeNationReport,
  writeReport,
} from './report/report.js';
export { reportStory, type StoryYears } from './report/story.js';
export * from './restoration/index.js';
export type { JobsAnswer, RoadmapAnswer, RoadmapModel, RoadmapRow } from './roadmap/answer.js';
export { type RoadmapCall, type RoadmapTables, roadmap, roadmapOf } from './roadmap/roadmap.js';
export { askServer, askWorkers } from './running/ask.js';
export { queueLook } from './running/queue.js';
export {
  type ReadyAnswer,
  type ReadyPart,
  type ReadyPartName,
  readiness,
  type ServiceState,
  serviceState,
} from './running/readiness.js';
export type { SubsidenceAnswer } from './subsidence/answer.js';
export type { SubsidenceCall } from './subsidence/call.js';
export type { SubsidenceFile } from './subsidence/files.js';
export {
  type BuildingFile,
  buildingsFile,
  mostBuildings,
  type SubsidenceBuildingsAnswer,
  subsidenceBuildings,
} from './subsidence/kept/buildings.js';
export {
  type GridCall,
  mostCells,
  type SubsidenceGridAnswer,
  subsidenceGrid,
} from './subsidence/kept/grid.js';
export type { PolygonShape, ShapeCollection } from './subsidence/kept/inside.js';
export type { KeptRun } from './subsidence/kept/keep.js';
export { type SubsidencePointsAnswer, subsidencePoints } from './subsidence/kept/points.js';
export {
  type RunGrid,
  type SubsidenceRunAnswer,
  subsidenceRun,
  type ZoneFinding,
} from './subsidence/kept/run-answer.js';
export { subsidenceRuns } from './subsidence/kept/runs.js';
export {
  type PointCall,
  type SubsidenceSeriesAnswer,
  seriesCsv,
  subsidenceSeries,
} from './subsidence/kept/series.js';
export { type SubsidenceUpload, subsidenceUpload, type UploadWords } from './subsidence/kept/upload.js';
export { type SubsidenceCalled, subsidence } from './subsidence/subsidence.js';
export type { BuildingRow } from './subsidence/tables.js';
export type { SubsidenceZone } from './subsidence/zones.js';
export type {
  CriterionFigures,
  SuccessorGateRow,
  SuccessorRow,
  SuccessorsAnswer,
} from './successors/answer.js';
export type { SuccessorsCall, SuccessorsTables, SuccessorsWords } from './successors/call.js';
export { successors, successorsOf } from './successors/successors.js';
export { type ImportCall, importFile, imports } from './tables/import.js';
export { readRejects } from './tables/rejects.js';
export type { SavedFile } from './tables/save-sheets.js';
export { importSurvey, type SurveyCall, surveys } from './tables/survey.js';
export { tables } from './tables/tables.js';
export { importTargets, planTargets, type TargetCall, type TargetFilter } from './tables/targets.js';
export { type TransferAnswer, type TransferCall, transfer } from './transfer/transfer.js';
export type { TransferUnitRow } from './transfer/units.js';
export type { VacancyAnswer, VacancyRow, VacancySum } from './vacancy/answer.js';
export type { VacancyCall, VacancyWords } from './vacancy/call.js';
export { type VacancyTables, vacancy, vacancyOf, vacancyWorkbook } from './vacancy/vacancy.js';
export * from './vacant-land/index.js';
export * from './webhooks/index.js';
export { type RunningWorker, startWorker, type WorkerCall } from './worker.js';
export { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.js';
export { type RasterFacts, rasterFacts } from './zonal/raster-facts.js';
export {
  type NamedFile,
  type ZonalAnswer,
  type ZonalAnswerRow,
  type ZonalCall,
  type ZonalFiles,
  type ZonalWords,
  zonal,
  zonalOf,
} from './zonal/zonal.js';
