import type { Grid, RasterSource } from '../raster/types.js';
import { patchGrid } from './patches.js';
import type { LearntGround, VacantModel } from './types.js';
import { type PredictedWindow, predictWindows, type WalkOptions } from './walk.js';

/** What tells the classes of the ground in an image: the forest of this room, or a model that somebody brings. */
export interface LandClassifier {
  /** In the order of the probabilities. */
  readonly classes: readonly string[];
  /** Names of the bands that it reads, in their order; an image handed to `predict` has these and no others. */
  readonly bands: readonly string[];
  /** Side of a cell in the images it learnt from, m; `NaN` where it does not say. */
  readonly cellM: number;
  /** Group of cities that it is for; `''` where it does not say. */
  readonly group: string;
  /** Where its labels lay; null where it does not say. */
  readonly ground: LearntGround | null;
  /**
   * The grid on which it tells probabilities: one corner and reference system with the image.
   *
   * @throws AfterlodeError RASTER_SHAPE where the image is too small
   */
  gridOf(image: RasterSource): Grid;
  /**
   * Probabilities window by window of `gridOf`, each place once; memory does not grow with the image and answers do not depend on how it is
   * cut.
   *
   * @throws AfterlodeError VACANT_BANDS where the image has another number of bands, RASTER_… of reading
   */
  predict(image: RasterSource, options?: WalkOptions): AsyncGenerator<PredictedWindow>;
}

/** A forest as a classifier; its grid is that of its patches. */
export function forestClassifier(model: VacantModel): LandClassifier {
  const { classes, recipe, cellM, group, ground } = model;
  return {
    classes,
    bands: recipe.bands,
    cellM,
    group,
    ground,
    gridOf: (image) => patchGrid(image.grid, recipe.patch, image.name),
    predict: (image, options) => predictWindows(image, model, options),
  };
}

/**
 * Probabilities of a whole image: by class, by place of `gridOf`, 4 bytes each; `NaN` is missing.
 *
 * @throws AfterlodeError as `predict`
 */
export async function classifyImage(
  image: RasterSource,
  classifier: LandClassifier,
  options: WalkOptions = {},
): Promise<readonly Float32Array[]> {
  const { width, height } = classifier.gridOf(image);
  const all = classifier.classes.map(() => new Float32Array(width * height));
  for await (const { window, probabilities } of classifier.predict(image, options))
    for (const [one, values] of probabilities.entries())
      for (let row = 0; row < window.height; row++) {
        const part = values.subarray(row * window.width, (row + 1) * window.width);
        (all[one] as Float32Array).set(part, (window.row + row) * width + window.column);
      }
  return all;
}
