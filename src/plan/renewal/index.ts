export { type Balance, balanceOf, type Operation } from './balance.js';
export { type Breach, breachesOf } from './breaches.js';
export { type Cause, causesOf, neverFitting } from './causes.js';
export { precedenceCircle } from './circle.js';
export { marginalValues, type Outside, outsideOf } from './margins.js';
export { type ParcelFactor, type ParcelStanding, type Quadrant, standingsOf } from './parcels.js';
export {
  type LineBounds,
  type LineVerdict,
  lineVerdicts,
  type ProjectAreas,
  type RedLine,
  redLineRows,
  rentRises,
} from './red-lines.js';
export { type Robustness, robustness } from './robust.js';
export { objectiveOf, sequence, spentOf } from './sequence.js';
export type {
  PlanLine,
  RenewalCapacity,
  RenewalProblem,
  RenewalProject,
  Sequence,
  SequenceLimits,
} from './types.js';
