export { type Coupling, couplingCoordination, type CouplingForm } from './coupling.js';
export {
  coordinationGrades,
  couplingStages,
  type Grade,
  gradeOf,
  synchronousUpTo,
} from './coupling-grades.js';
export {
  obstacleDegrees,
  type ObstacleDegrees,
  type Obstacles,
  obstaclesOf,
  unitScores,
} from './obstacles.js';
export {
  type Standing,
  type StandingColumns,
  type StandingValues,
  type StrengthOptions,
  type StrengthsAndWeaknesses,
  strengthsAndWeaknesses,
  strengthsOf,
} from './strengths.js';
export { type SummaryLine, unitSummary } from './unit-summary.js';
export { aggregationWords, scaleWords } from './rule-words.js';
export { type Trace, traceScore } from './trace.js';
