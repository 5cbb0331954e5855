export { type Breach, breachesOf } from './breaches.js';
export { precedenceCircle } from './circle.js';
export { objectiveOf, sequence, spentOf } from './sequence.js';
export type {
  PlanLine,
  RenewalCapacity,
  RenewalProblem,
  RenewalProject,
  Sequence,
  SequenceLimits,
} from './types.js';
