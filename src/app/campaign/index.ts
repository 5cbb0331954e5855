export type * from './answers.js';
export {
  computeRound,
  type RecomputeCall,
  recomputeRound,
  roundResults,
} from './compute.js';
export { closeRound, defineRound, openRound, type Seen } from './define.js';
export { addEvidence, type EvidenceCall, evidenceFile, evidenceLimits, listEvidence } from './evidence.js';
export { lockRound } from './lock.js';
export { publishRound } from './publish.js';
export { workbookLimits } from './read-workbook.js';
export { returnOf } from './return-of.js';
export type { ChangeCall } from './round-of.js';
export { lateList, round, rounds } from './rounds.js';
export { type SaveCall, saveValues } from './save-values.js';
export { type SnapshotSummary, snapshotSummary } from './snapshot-summary.js';
export { snapshot, snapshots, verifySnapshot } from './snapshots.js';
export { answerAppeal, fileAppeal, reviewReturn, submitReturn } from './steps.js';
export {
  type CellIssue,
  cityOfWorkbook,
  type UploadAnswer,
  type UploadedWorkbook,
  uploadReturn,
} from './upload.js';
export type { UploadChange } from './upload-compare.js';
export { returnWorkbook } from './workbook.js';
