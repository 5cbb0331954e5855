export {
  effectiveWeights,
  rescore,
  rowsOf,
  runChain,
  selectRows,
  shareWeights,
  stretchesOf,
  usualChain,
} from './chain/index.js';
export { ranksOf, runTables, scoreTables, tableScores, type TablesRun } from './tables/score-tables.js';
export type { ScoreTables, ScoreTablesOptions, StepRecord, TableScores } from './tables/types.js';
export type * from './types.js';
export { type EngineInput, readInput, type WireInput, writeInput } from './wire/index.js';
