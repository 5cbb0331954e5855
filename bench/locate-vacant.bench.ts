import {
  classifyImage,
  collectPatches,
  forestClassifier,
  type PatchTable,
  patchGrid,
  trainModel,
  type VacantModel,
} from '../src/locate/index.js';
import { isBare, madeScene } from '../src/locate/vacant/testing/made-scene.js';
import type { Measurement } from './measure.js';

/** Vacant land on a made town of 1536 × 1024 cells with the shipped settings: one forest, and the whole image told by it. */

const recipe = { bands: ['red', 'green', 'blue'], patch: 4, radii: [1, 3, 8, 16] };
const settings = { trees: 60, depth: 16, leaf: 3, samples: 40_000, seed: 1 };
const origin = { cellM: 1, group: '', ground: null };
const scene = once(() => madeScene(1536, 1024));
const labels = once(() => {
  const { width, height } = patchGrid(scene().grid, recipe.patch, 'made');
  // One label in a hundred is wrong, as people's are, so that trees grow deep.
  const of = Int8Array.from({ length: width * height }, (_, patch) => {
    const bare = isBare(4 * (patch % width), 4 * Math.floor(patch / width));
    return Number(patch % 100 === 7 ? !bare : bare);
  });
  return { classes: ['other', 'vacant'], of, disputed: 0 };
});
const table = once((): Promise<PatchTable> => collectPatches(scene(), recipe, labels().of));
const model = once(
  async (): Promise<VacantModel> => trainModel(await table(), labels(), recipe, origin, settings),
);

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const what = '98,304 patches of 1536 x 1024 cells';

/** Measurements for `npm run bench -- vacant`. */
export const vacantBench: readonly Measurement[] = [
  {
    name: `locate vacant: a forest of 60 trees learnt from 40,000 of ${what}`,
    run: async () => trainModel(await table(), labels(), recipe, origin, settings),
  },
  {
    name: `locate vacant: ${what} told by it`,
    run: async () => classifyImage(scene(), forestClassifier(await model())),
  },
];
