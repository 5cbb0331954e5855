import { seededRandom } from '../src/base/index.js';
import { presenceOf } from '../src/plan/complexity/presence.js';
import { rawComplexity } from '../src/plan/complexity/raw-complexity.js';
import { complexityOf, referenceSettings } from '../src/plan/index.js';
import { meanWalks } from './baselines/mean-walks.js';
import type { Measurement } from './measure.js';

/** 350 made places with 1,000 activities; demanding activities are found only in able places. */

const [places, activities] = [350, 1_000];
const random = seededRandom(1);
const table = {
  places: Array.from({ length: places }, (_, at) => `place ${at}`),
  activities: Array.from({ length: activities }, (_, at) => `activity ${at}`),
  values: Float64Array.from({ length: places * activities }, (_, at) => {
    const able = Math.floor(at / activities) / places - (at % activities) / activities > -0.3;
    return able && random() < 0.5 ? Math.exp(3 * random()) : 0;
  }),
};
const presence = presenceOf(table, referenceSettings);
const present = Float64Array.from(presence.present);

/** Measurements of planning for `npm run bench`. */
export const planBench: readonly Measurement[] = [
  {
    name: 'complexity: eigenproblem, 350 x 1,000',
    run: () => rawComplexity(presence, activities),
    baseline: () => meanWalks(present, places, activities, 20),
    limitMs: 1_000,
  },
  {
    name: 'complexity: all figures with proximity, density and gain, 350 x 1,000',
    run: () => complexityOf(table, referenceSettings),
    baseline: () => meanWalks(present, places, activities, 20),
    limitMs: 10_000,
  },
];
