import { aggregateExamples } from './aggregate.js';
import { bowlExamples } from './bowl.js';
import { carbonExamples } from './carbon.js';
import { changeExamples } from './change.js';
import { checkExamples } from './check.js';
import { checkupExamples } from './checkup.js';
import { cityPlanExamples } from './city-plan.js';
import { claimExamples } from './claims.js';
import { compareExamples } from './compare.js';
import { decideExamples } from './decide.js';
import { disorderExamples } from './disorder.js';
import { displacementExamples } from './displacement.js';
import { estateExamples } from './estates.js';
import { evaluateExamples } from './evaluate.js';
import type { Examples } from './example.js';
import { flagExamples } from './flags.js';
import { groundExamples } from './ground.js';
import { identifyExamples } from './identify.js';
import { imputeExamples } from './impute.js';
import { jobsExamples } from './jobs.js';
import { normaliseExamples } from './normalise.js';
import { planExamples } from './plan.js';
import { populationExamples } from './population.js';
import { qualityExamples } from './quality.js';
import { rasterExamples } from './raster.js';
import { readExamples } from './read.js';
import { renewalExamples } from './renewal.js';
import { restorationExamples } from './restoration.js';
import { returnExamples } from './return.js';
import { roadmapExamples } from './roadmap.js';
import { structureExamples } from './structure.js';
import { transferExamples } from './transfer.js';
import { treatExamples } from './treat.js';
import { vacantExamples } from './vacant.js';
import { varyExamples } from './vary.js';
import { weighExamples } from './weigh.js';
import { zonalExamples } from './zonal.js';

/** All examples; a family of methods has a file of its own. */
export const examples: Examples = {
  ...aggregateExamples,
  ...changeExamples,
  ...checkExamples,
  ...checkupExamples,
  ...decideExamples,
  ...claimExamples,
  ...compareExamples,
  ...identifyExamples,
  ...flagExamples,
  ...imputeExamples,
  ...normaliseExamples,
  ...qualityExamples,
  ...returnExamples,
  ...evaluateExamples,
  ...rasterExamples,
  ...readExamples,
  ...transferExamples,
  ...treatExamples,
  ...varyExamples,
  ...weighExamples,
  ...structureExamples,
  ...populationExamples,
  ...jobsExamples,
  ...displacementExamples,
  ...zonalExamples,
  ...carbonExamples,
  ...bowlExamples,
  ...disorderExamples,
  ...planExamples,
  ...cityPlanExamples,
  ...renewalExamples,
  ...restorationExamples,
  ...roadmapExamples,
  ...estateExamples,
  ...groundExamples,
  ...vacantExamples,
};
