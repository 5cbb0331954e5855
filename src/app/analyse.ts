export type { StructurePlace } from './analyse-branches-answer.js';
export type { AnalyseCall } from './analyse-call.js';
export { analyseCarbon, type CarbonRow, type CarbonSide } from './analyse-carbon.js';
export type { JobsRow } from './analyse-activities.js';
export { analyseJobs } from './analyse-jobs.js';
export type { PopulationPlace } from './analyse-people.js';
export { analysePopulation, type PopulationRow } from './analyse-population.js';
export { analyseStructure, type StructureRow } from './analyse-structure.js';
export type { JobsPlace } from './analyse-work.js';
