export {
  type Elasticity,
  elasticityBySector,
  employmentElasticity,
  type GrowthSign,
  growthOf,
  growthSigns,
  type SectorPart,
} from './elasticity.js';
export { hodrickPrescott } from './hodrick-prescott.js';
export { type Okun, okunDifference, okunGap } from './okun.js';
export {
  employmentRateGap,
  hiddenUnemployment,
  jobDensity,
  type OccupationCount,
  type Replacement,
  replacementRatio,
  type SkillsMatch,
  skillsMatch,
} from './people-and-jobs.js';
export { type BaseMultiplier, baseMultiplier, quotientsOf } from './quotients.js';
export {
  dynamicShiftShare,
  type EstebanShift,
  estebanShift,
  type JobTable,
  type ShiftShare,
  shiftShare,
} from './shift-share.js';
