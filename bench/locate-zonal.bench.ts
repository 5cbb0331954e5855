import { seededRandom } from '../src/base/index.js';
import {
  addTile,
  answerOf,
  type Cover,
  coverOf,
  createTally,
  type ZonalStatistic,
} from '../src/locate/index.js';
import { meanByCentres } from './baselines/cell-centres.js';
import type { Measurement } from './measure.js';

/** 100 made polygons of about 84,000 cells and 128 corners on a raster of 4000 × 4000, in memory. */

const size = 4000;
const grid = { width: size, height: size, originX: 0, originY: 0, cellWidth: 1, cellHeight: 1, crs: null };
const window = { column: 0, row: 0, width: size, height: size };
const random = seededRandom(1);
const rings = Array.from({ length: 100 }, () => {
  const [x, y] = [250 + random() * 3500, 250 + random() * 3500];
  return Float64Array.from({ length: 256 }, (_, at) => {
    const turn = ((at >> 1) / 128) * 2 * Math.PI;
    const distance = 163.5 * (1 + 0.2 * Math.sin(5 * turn + x));
    return at % 2 === 0 ? x + distance * Math.cos(turn) : y + distance * Math.sin(turn);
  });
});

/** Made when first needed: a run that wants other measurements does not pay for it. */
const raster = once(() => Float64Array.from({ length: size * size }, () => random() * 1000));
const covers = once((): Cover[] => rings.map((ring) => coverOf([ring], grid)));

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function statistics(zones: readonly Cover[], asked: readonly ZonalStatistic[]): number {
  const tile = { window, values: raster() };
  let sum = 0;
  for (const cover of zones) {
    const tally = createTally(asked, 'bench');
    addTile(tally, cover, tile, null);
    sum += answerOf(tally, asked).mean ?? 0;
  }
  return sum;
}

function centres(): number {
  return rings.reduce((sum, ring) => sum + meanByCentres(ring, raster(), size, size), 0);
}

const what = '100 polygons of 84,000 cells on 4000 x 4000';

/** Measurements of zonal statistics for `npm run bench -- locate`. */
export const zonalBench: readonly Measurement[] = [
  {
    name: `locate: exact zonal mean, ${what}; baseline: by cell centres`,
    run: () =>
      statistics(
        rings.map((ring) => coverOf([ring], grid)),
        ['mean'],
      ),
    baseline: centres,
    limitMs: 150,
  },
  {
    name: `locate: the same for another date, covers kept; baseline: by cell centres`,
    run: () => statistics(covers(), ['mean']),
    baseline: centres,
    limitMs: 150,
  },
  {
    name: `locate: count, sum, mean, min, max, stdev, ${what}, covers kept; baseline: mean by cell centres`,
    run: () => statistics(covers(), ['count', 'sum', 'mean', 'min', 'max', 'stdev']),
    baseline: centres,
  },
];
