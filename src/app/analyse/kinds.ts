import type { Addressed } from '../explained/prefix.js';
import type { Workspace } from '../workspace.js';
import type { StructurePlace } from './branches-answer.js';
import type { AnalyseCall } from './call.js';
import { analyseCarbon } from './carbon.js';
import type { CarbonRow } from './carbon-answer.js';
import { analyseJobs } from './jobs.js';
import type { PopulationPlace } from './people.js';
import { analysePopulation } from './population.js';
import { analyseStructure } from './structure.js';
import type { JobsPlace } from './work.js';

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
