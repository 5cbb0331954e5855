import type { StructurePlace } from './analyse-branches-answer.js';
import type { AnalyseCall } from './analyse-call.js';
import { analyseCarbon } from './analyse-carbon.js';
import type { CarbonRow } from './analyse-carbon-answer.js';
import { analyseJobs } from './analyse-jobs.js';
import type { PopulationPlace } from './analyse-people.js';
import { analysePopulation } from './analyse-population.js';
import { analyseStructure } from './analyse-structure.js';
import type { JobsPlace } from './analyse-work.js';
import type { Addressed } from './explained/prefix.js';
import type { Workspace } from './workspace.js';

/** What places of the workspace can be analysed for. */
export const analysisKinds = ['population', 'carbon', 'jobs', 'structure'] as const;
export type AnalysisKind = (typeof analysisKinds)[number];

/** Rows of each kind where no table is given. */
export interface AnalysisRows {
  readonly population: readonly (PopulationPlace & Addressed)[];
  readonly carbon: readonly (CarbonRow & Addressed)[];
  readonly jobs: readonly (JobsPlace & Addressed)[];
  readonly structure: readonly (StructurePlace & Addressed)[];
}

/** One of the four analyses by its name. @throws AfterlodeError as the analysis */
export function analyse(ws: Workspace, kind: AnalysisKind, call: AnalyseCall): Promise<readonly object[]> {
  const run = {
    population: analysePopulation,
    carbon: analyseCarbon,
    jobs: analyseJobs,
    structure: analyseStructure,
  };
  return run[kind](ws, call);
}
