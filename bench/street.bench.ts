import { seededRandom } from '../src/base/index.js';
import { streetNetwork } from '../src/locate/index.js';
import { madeTensors } from '../src/locate/street-model/testing/made-tensors.js';
import type { Measurement } from './measure.js';

/** The street network with made weights on a made picture: the work is that of the trained ones, but for dead channels. */

const [width, height] = [1024, 512];
const random = seededRandom(1);
const picture = {
  width,
  height,
  pixels: Uint8Array.from({ length: 3 * width * height }, () => random() * 256),
};
const network = once(() => streetNetwork(madeTensors(1), 'made'));

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A sum of products of the size of one dilated branch, in plain loops: what TypeScript does without SIMD. */
function plainProducts(): number {
  const values = Float32Array.from({ length: 8192 }, (_, at) => at % 7);
  let sum = 0;
  for (let turn = 0; turn < 225 * 25; turn++)
    for (let at = 0; at < values.length; at++) sum += (values[at] as number) * 0.5;
  return sum;
}

/** Measurements of `npm run bench -- street`. PyTorch took 2,800 ms for the same picture on two cores. */
export const streetBench: readonly Measurement[] = [
  {
    name: 'street: ESPNet, a picture of 1024 x 512; baseline: a hundredth of its products in plain loops; PyTorch 2800 ms on two cores',
    run: () => network().segment(picture),
    baseline: plainProducts,
    limitMs: 1000,
  },
];
