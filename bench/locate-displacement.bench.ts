import { seededRandom } from '../src/base/index.js';
import { datesEvery12, nearPairs } from '../src/locate/displacement/testing/made-stack.js';
import { invert, type Network, type Stack } from '../src/locate/index.js';
import { plainLeastSquares } from './baselines/least-squares.js';
import type { Measurement } from './measure.js';

/** Made stacks; a fifth of all values is missing, each pixel lacks other pairs, so no two share their equations. */

const random = seededRandom(1);

function holedStack(network: Network, width: number, height: number): Stack {
  const grid = { width, height, originX: 0, originY: 0, cellWidth: 1, cellHeight: -1, crs: null };
  const changesMm = network.pairs.map(() =>
    Float64Array.from({ length: width * height }, () => (random() < 0.2 ? Number.NaN : random() * 10)),
  );
  return { grid, network, changesMm, coherence: null };
}

/** Neighbouring dates, and pairs of dates anywhere: the joints of elimination are many. */
function scattered(epochs: number, pairs: number): Network {
  const names = new Set(Array.from({ length: epochs - 1 }, (_, at) => `${at},${at + 1}`));
  while (names.size < pairs) {
    const [a, b] = [Math.floor(random() * epochs), Math.floor(random() * epochs)];
    if (a < b) names.add(`${a},${b}`);
  }
  const list = Array.from(names, (name) => {
    const [first, second] = name.split(',').map(Number) as [number, number];
    return { first, second };
  });
  return { epochs: datesEvery12(epochs), pairs: list };
}

const near = holedStack(nearPairs(40, 3), 200, 200);
const far = holedStack(scattered(40, 114), 200, 200);
const [mexico, appin] = [holedStack(scattered(13, 30), 100, 60), holedStack(scattered(13, 17), 47, 72)];

/** Inversion of radar stacks for `npm run bench`. */
export const displacementBench: readonly Measurement[] = [
  {
    name: 'locate: invert 40,000 px x 114 pairs x 40 dates, 20 % gaps, each date with the next three',
    run: () => invert(near),
    limitMs: 1000,
  },
  {
    name: 'locate: invert 40,000 px x 114 pairs x 40 dates, 20 % gaps, dates anywhere',
    run: () => invert(far),
    limitMs: 1000,
  },
  {
    name: 'locate: invert stacks of the size of the two real ones',
    run: () => [invert(mexico), invert(appin)],
    baseline: () => [plainLeastSquares(mexico), plainLeastSquares(appin)],
    limitMs: 100,
  },
];
