import { type DecisionMatrix, decide } from '../src/assess/decision/index.js';
import { seededRandom } from '../src/base/index.js';
import { plainTopsis } from './baselines/topsis.js';
import type { Measurement } from './measure.js';

/** 300 made alternatives with 100 criteria, all benefits, as the baseline knows no costs. */

const [alternatives, criteria, times] = [300, 100, 1_000];
const random = seededRandom(1);
const rows = Array.from({ length: alternatives }, () =>
  Array.from({ length: criteria }, () => random() * 100 + 1),
);
const matrix: DecisionMatrix = {
  alternatives: rows.map((_, at) => `alternative ${at}`),
  criteria: Array.from({ length: criteria }, (_, at) => ({ code: `C${at}`, type: 'benefit', weight: null })),
  columns: Array.from({ length: criteria }, (_, at) => Float64Array.from(rows, (row) => row[at] as number)),
};

/** Checks, entropy weights, TOPSIS, ranks, a thousand times; the sum keeps the work from being optimised away. */
function engine(): number {
  let sum = 0;
  for (let time = 0; time < times; time++) {
    sum += decide(matrix, { method: 'topsis', weigh: { method: 'entropy' } }).scores[0] as number;
  }
  return sum;
}

function baseline(): number {
  let sum = 0;
  for (let time = 0; time < times; time++) sum += plainTopsis(rows)[0] as number;
  return sum;
}

/** Measurements of decision analysis for `npm run bench`. */
export const decisionBench: readonly Measurement[] = [
  { name: 'index: entropy and TOPSIS, 300 x 100, 1,000 times', run: engine, baseline, limitMs: 600 },
];
