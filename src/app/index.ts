export * from './analyse.js';
export { type AnalysisKind, type AnalysisRows, analyse, analysisKinds } from './analyse-kinds.js';
export type { TableSource } from './analyse-table.js';
export { type AnnualCall, annual, annualForm, type FormFile, saveAnnualForm } from './annual.js';
export type * from './answers.js';
export type * from './answers-checkup.js';
export type * from './answers-claims.js';
export type * from './answers-laboratory.js';
export { backup, backupTo, restoreFrom } from './backup.js';
export { catalogAnswer, checkCatalog } from './catalog.js';
export { checkup } from './checkup.js';
export { type CityFilter, cityAnswer, listCities } from './cities.js';
export { cityPage } from './city-page.js';
export { type CityStory, cityStory } from './city-story.js';
export { claim, claims } from './claims.js';
export { type ClassifyCall, classify } from './classify.js';
export type { Classification } from './classify-answer.js';
export { type RecoveryAnswerRow, type RecoveryCall, recovery, saveRecovery } from './classify-recovery.js';
export { compare } from './compare.js';
export { type DecisionCall, saveDecision } from './decide.js';
export { decisions } from './decisions.js';
export { catalogEffect, type Effect, type Move } from './effect.js';
export { answerIndex, answerIndexWorkbook, answerMcda, type EngineCall } from './engine.js';
export type { McdaRequest } from './engine-question.js';
export { type GivenTable, tableCells } from './engine-tables.js';
export { type EvaluateCall, evaluate } from './evaluate.js';
export { type EffectsAnswer, effects, type MatchedCall, matched } from './evaluate-effects.js';
export { type EvaluationRow, evaluationRows } from './evaluation-rows.js';
export { explainNumber } from './explain.js';
export { findings, saveFindings } from './findings.js';
export { flagsAt, levelFlags, listedFlags } from './flags.js';
export { type ImportCall, importFile, imports } from './import.js';
export type { IndexAnswer, IndexRequest } from './index-engine.js';
export { type IndexTablesAnswer, type IndexTablesCall, indexTables } from './index-tables.js';
export { issues } from './issues.js';
export { laboratory } from './laboratory.js';
export {
  finding,
  ledger,
  type OpenCall,
  openFinding,
  type RecordCall,
  recheckFindings,
  recordStep,
} from './ledger.js';
export { exportLedger, exportLedgerTo, importLedger } from './ledger-files.js';
export { type McdaAnswer, type McdaCall, mcda } from './mcda.js';
export { meta } from './meta.js';
export { overview } from './overview.js';
export { type RasterFacts, rasterFacts } from './raster-facts.js';
export { registerOf } from './register.js';
export { readRejects } from './rejects.js';
export {
  type ReportCall,
  type ReportFile,
  type ReportKind,
  reportKinds,
  saveReport,
  writeReport,
} from './report.js';
export { type EvaluationPageCall, evaluationPage } from './report-evaluation.js';
export { reportStory, type StoryYears } from './report-story.js';
export { subsidence } from './subsidence.js';
export type { SubsidenceAnswer } from './subsidence-answer.js';
export type { SubsidenceCall } from './subsidence-call.js';
export type { SubsidenceFile } from './subsidence-files.js';
export type { SubsidenceZone } from './subsidence-zones.js';
export { importSurvey, type SurveyCall, surveys } from './survey.js';
export { tables } from './tables.js';
export { importTargets, planTargets, type TargetCall, type TargetFilter } from './targets.js';
export { type TransferAnswer, type TransferCall, transfer } from './transfer.js';
export type { TransferUnitRow } from './transfer-units.js';
export { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.js';
export {
  type NamedFile,
  type ZonalAnswer,
  type ZonalAnswerRow,
  type ZonalCall,
  type ZonalFiles,
  type ZonalWords,
  zonal,
  zonalOf,
} from './zonal.js';
