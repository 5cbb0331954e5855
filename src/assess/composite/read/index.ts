export { type Coupling, type CouplingForm, couplingCoordination } from './coupling.js';
export {
  coordinationGrades,
  couplingStages,
  type Grade,
  gradeOf,
  synchronousUpTo,
} from './coupling-grades.js';
export {
  type ObstacleDegrees,
  type Obstacles,
  obstacleDegrees,
  obstaclesOf,
  unitScores,
} from './obstacles.js';
export { aggregationWords, scaleWords } from './rule-words.js';
export {
  type Standing,
  type StandingColumns,
  type StandingValues,
  type StrengthOptions,
  type StrengthsAndWeaknesses,
  strengthsAndWeaknesses,
  strengthsOf,
} from './strengths.js';
export { type Trace, traceScore } from './trace.js';
export { type SummaryLine, unitSummary } from './unit-summary.js';
