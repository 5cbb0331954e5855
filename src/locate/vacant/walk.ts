import { AfterlodeError } from '../../base/index.js';
import type { RasterSource, Window } from '../raster/types.js';
import { windowsOf } from '../raster/windows.js';
import { featureNames, featuresOf, reachOf } from './features.js';
import { probabilitiesOf } from './forest.js';
import { cellsOfPatches, patchesOf, patchGrid } from './patches.js';
import type { FeatureRecipe, PatchTable, VacantModel } from './types.js';

/** Patches along a side of the windows in which an image is read. */
const windowSide = 256;

/** How an image is walked. */
export interface WalkOptions {
  /** Patches along a side of a window; 256. Answers do not depend on it. */
  readonly side?: number;
  /** Share of the windows done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Features of the patches of an image, window by window. Windows are read with as much of their surroundings as features reach, so that
 * a patch has the same features in whatever window it lies and no seams need be blended.
 *
 * @throws AfterlodeError VACANT_BANDS where the image has another number of bands, RASTER_… of reading
 */
async function* walk(source: RasterSource, recipe: FeatureRecipe, options: WalkOptions) {
  if (source.bands !== recipe.bands.length) {
    const facts = { found: source.bands, expected: recipe.bands.join(', ') };
    throw new AfterlodeError('VACANT_BANDS', source.name, facts);
  }
  const grid = patchGrid(source.grid, recipe.patch, source.name);
  const side = options.side ?? windowSide;
  const windows = windowsOf(grid, { width: side, height: side });
  const reach = reachOf(recipe);
  for (const [at, window] of windows.entries()) {
    const column = Math.max(0, window.column - reach);
    const row = Math.max(0, window.row - reach);
    const wide: Window = {
      column,
      row,
      width: Math.min(grid.width, window.column + window.width + reach) - column,
      height: Math.min(grid.height, window.row + window.height + reach) - row,
    };
    const cells = cellsOfPatches(wide, recipe.patch);
    const bands: Float64Array[] = [];
    for (let band = 0; band < source.bands; band++) bands.push(await source.read(cells, band));
    const features = featuresOf(patchesOf(bands, cells.width, recipe.patch), recipe);
    yield { grid, window, features: features.map((values) => inner(values, wide, window)) };
    options.onProgress?.((at + 1) / windows.length);
  }
}

/** The part of a wide window that is asked for. */
function inner(values: Float32Array, wide: Window, window: Window): Float32Array {
  const part = new Float32Array(window.width * window.height);
  for (let row = 0; row < window.height; row++) {
    const from = (row + window.row - wide.row) * wide.width + window.column - wide.column;
    part.set(values.subarray(from, from + window.width), row * window.width);
  }
  return part;
}

/**
 * Features of the patches that have a label; of others nothing is kept. Patches in which the image is missing are left out.
 *
 * @param labels class by patch of `patchGrid`, −1 none
 * @throws AfterlodeError VACANT_BANDS, RASTER_…
 */
export async function collectPatches(
  source: RasterSource,
  recipe: FeatureRecipe,
  labels: Int8Array,
  options: WalkOptions = {},
): Promise<PatchTable> {
  const parts: { readonly patch: number; readonly values: Float32Array }[] = [];
  for await (const { grid, window, features } of walk(source, recipe, options)) {
    for (let at = 0; at < window.width * window.height; at++) {
      const column = at % window.width;
      const patch = (window.row + (at - column) / window.width) * grid.width + window.column + column;
      if ((labels[patch] as number) < 0 || Number.isNaN(features[0]?.[at])) continue;
      parts.push({ patch, values: Float32Array.from(features, (values) => values[at] as number) });
    }
  }
  parts.sort((a, b) => a.patch - b.patch);
  return {
    patches: Int32Array.from(parts, ({ patch }) => patch),
    features: featureNames(recipe).map((_, feature) =>
      Float32Array.from(parts, ({ values }) => values[feature] as number),
    ),
  };
}

/** Probabilities in a window of patches, by class, row by row; `NaN` where the image is missing. */
export interface PredictedWindow {
  readonly window: Window;
  readonly probabilities: readonly Float32Array[];
}

/**
 * Probabilities of the classes of a model over an image, window by window, so that memory does not grow with the image.
 *
 * @throws AfterlodeError VACANT_BANDS, RASTER_…
 */
export async function* predictWindows(
  source: RasterSource,
  model: VacantModel,
  options: WalkOptions = {},
): AsyncGenerator<PredictedWindow> {
  for await (const { window, features } of walk(source, model.recipe, options))
    yield { window, probabilities: probabilitiesOf(model.forest, features) };
}
