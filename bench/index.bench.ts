import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  type DataTable,
  type Factor,
  type Hierarchy,
  type HierarchyNode,
  runChain,
  sensitivity,
  usualChain,
  varyIndex,
} from '../src/assess/index.js';
import { seededRandom } from '../src/base/index.js';
import { type PlainChoices, type PlainIndex, plainReplication } from './baselines/monte-carlo.js';
import type { Measurement } from './measure.js';

/** 300 made units, 100 indicators, from even to very skewed, in 25, 8 and 3 groups below the index: five levels. */

const [units, indicators] = [300, 100];
const sizes = [indicators, 25, 8, 3, 1];
const random = seededRandom(1);
/** Group of each member of a level, as even as can be. */
const parents = sizes
  .slice(0, -1)
  .map((size, level) =>
    Array.from({ length: size }, (_, at) => Math.floor((at * (sizes[level + 1] as number)) / size)),
  );
const plain: PlainIndex = {
  columns: Array.from({ length: indicators }, (_, at) =>
    Array.from({ length: units }, () => Math.exp((0.5 + at / 40) * (random() + random() + random()))),
  ),
  directions: Array.from({ length: indicators }, (_, at) => (at % 4 === 0 ? -1 : 1)),
  parents,
};

const table: DataTable = {
  units: Array.from({ length: units }, (_, at) => `unit ${at}`),
  times: null,
  indicators: plain.directions.map((direction, at) => ({
    code: `I${at}`,
    direction: direction === -1 ? -1 : 1,
    goalposts: null,
    target: null,
    denominator: null,
  })),
  columns: plain.columns.map((column) => Float64Array.from(column)),
  denominators: new Map(),
  groups: new Map(),
};

function hierarchyOf(): Hierarchy {
  const starts = sizes.map((_, level) => sizes.slice(0, level).reduce((sum, size) => sum + size, 0));
  const nodes = sizes.flatMap((size, level) =>
    Array.from({ length: size }, (_, at): HierarchyNode => {
      const below = level === 0 ? [] : (parents[level - 1] as number[]);
      const parent = parents[level]?.[at];
      return {
        code: level === 0 ? `I${at}` : `L${level}_${at}`,
        level: level + 1,
        parent: parent === undefined ? -1 : (starts[level + 1] as number) + parent,
        children: below.flatMap((group, child) =>
          group === at ? [(starts[level - 1] as number) + child] : [],
        ),
        weight: 1,
        rule: null,
        minimumCoverage: null,
      };
    }),
  );
  return { nodes, leaves: indicators };
}

const run = runChain(table, hierarchyOf(), {
  ...usualChain,
  treat: { ...usualChain.treat, method: 'winsor' },
  normalise: { method: 'minmax', low: 1, high: 100, trim: 0 },
});
const factors: readonly Factor[] = [
  { name: 'winsorised values', vary: 'treat', options: [1, 2, 3, 4, 5].map((points) => ({ points })) },
  {
    name: 'normalisation',
    vary: 'normalise',
    options: [
      { method: 'minmax', low: 1, high: 100, trim: 0 },
      { method: 'zscore', mean: 10, deviation: 2 },
    ],
  },
  { name: 'weights', vary: 'weights', noise: 0.25, levels: null },
  { name: 'aggregation', vary: 'aggregate', options: [[{ rule: 'amean' }], [{ rule: 'gmean' }]] },
];

/** The same choices drawn for the baseline; the sum keeps the work from being optimised away. */
function baseline(runs: number): number {
  const draw = seededRandom(2);
  let sum = 0;
  for (let at = 0; at < runs; at++) {
    const choices: PlainChoices = {
      points: 1 + Math.floor(5 * draw()),
      normalise: draw() < 0.5 ? 'minmax' : 'zscore',
      aggregate: draw() < 0.5 ? 'arithmetic' : 'geometric',
      weights: parents.map((level) => level.map(() => 1 + 0.25 * (2 * draw() - 1))),
    };
    sum += plainReplication(plain, choices)[0] as number;
  }
  return sum;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes that are held once everything that nobody holds is gone. */
function held(): number {
  // Buffers are swept beside the program after a collection: the next one waits for that.
  for (let time = 0; time < 3; time++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

/** Replications, with a look at the memory after a quarter of them and at the end: more than 2 MB between is a fault. */
function flatMemory(runs: number): number {
  const grown: number[] = [];
  varyIndex(run, factors, {
    runs,
    seed: 1,
    onProgress: ({ done }) => {
      if (grown.length === 0 ? done >= runs / 4 : done === runs) grown.push(held());
    },
  });
  const [early = 0, late = 0] = grown;
  if (late - early > 2) throw new Error(`memory grew by ${(late - early).toFixed(1)} MB`);
  return late - early;
}

/** Measurements of uncertainty and sensitivity for `npm run bench`. */
export const indexBench: readonly Measurement[] = [
  {
    name: 'index: 1,000 replications of 300 x 100 x 5 levels (baseline: 100 of them)',
    run: () => varyIndex(run, factors, { runs: 1_000, seed: 1, threshold: 50 }),
    baseline: () => baseline(100),
    limitMs: 1_000,
  },
  {
    name: 'index: 2,000 such replications, stopped if they hold 2 MB more than the first 500',
    run: () => flatMemory(2_000),
  },
  {
    name: 'index: sensitivity of 300 x 100 x 5 levels, 128 samples (768 replications), without intervals',
    run: () => sensitivity(run, factors, { samples: 128, seed: 1, bootstrap: 0 }),
  },
];
