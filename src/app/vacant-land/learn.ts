import type { Issue } from '../../base/index.js';
import {
  accuracyOf,
  type Blocks,
  blockAt,
  cellSide,
  collectPatches,
  foldsOf,
  groundOf,
  heldOutProbabilities,
  type PatchLabels,
  type PatchTable,
  patchGrid,
  type RasterSource,
  squareBlocks,
  trainModel,
  type VacantModel,
} from '../../locate/index.js';
import type { LayerDocument } from '../land/read-layer.js';
import { accuracyAnswer, foldAnswer } from './accuracy.js';
import { namedBands } from './bands.js';
import type { VacantLandOptions } from './call.js';
import { readLabels } from './labels.js';
import { lookedFor } from './look-for.js';
import type { LandAccuracy, LandFold } from './types.js';

/** A model, and what it does on ground that it has not seen. */
export interface LearntLand {
  readonly image: RasterSource;
  readonly model: VacantModel;
  readonly labels: PatchLabels;
  readonly accuracy: LandAccuracy;
  readonly issues: readonly Issue[];
}

/**
 * Learns the classes of labelled ground, after it has told its own error on blocks that were held out.
 *
 * @param cellM side of a cell of the image, m
 * @param progress told the share done
 * @throws AfterlodeError VACANT_LABELS, VACANT_BANDS, VACANT_LARGE, RASTER_…, ZONES_…
 */
export async function learnLand(
  given: RasterSource,
  labelled: LayerDocument,
  options: VacantLandOptions,
  cellM: number,
  progress: (share: number) => void,
): Promise<LearntLand> {
  const { image, names, issues } = namedBands(given, options.bands);
  const recipe = { bands: names, patch: options.patch, radii: options.radii };
  const grid = patchGrid(image.grid, recipe.patch, image.name);
  const read = await readLabels(labelled, grid, options, null);
  const { labels } = read;
  // A misspelt class is told before anybody waits for a model.
  lookedFor(options.lookFor, labels.classes);
  const table = await collectPatches(image, recipe, labels.of, {
    onProgress: (share) => progress(share / 4),
  });
  const blocks = squareBlocks(grid, options.block);
  const accuracy = heldOut({ table, labels, blocks, patchM: cellSide(grid, image.name) }, options, (share) =>
    progress(0.25 + share / 2),
  );
  const origin = { cellM, group: options.group, ground: groundOf(table.patches, blocks, grid) };
  const model = trainModel(table, labels, recipe, origin, options.forest);
  progress(1);
  return { image, model, labels, accuracy, issues: [...issues, ...read.issues] };
}

interface Labelled {
  readonly table: PatchTable;
  readonly labels: PatchLabels;
  readonly blocks: Blocks;
  readonly patchM: number;
}

function heldOut(
  { table, labels, blocks, patchM }: Labelled,
  { folds, gap, forest, runs, block }: VacantLandOptions,
  progress: (share: number) => void,
): LandAccuracy {
  // Only what has features can be learnt or told.
  const there = new Int8Array(labels.of.length).fill(-1);
  for (const patch of table.patches) there[patch] = labels.of[patch] as number;
  const fold = foldsOf(there, blocks, folds, forest.seed);
  const parts = [...new Set(fold)].filter((one) => one >= 0).sort((a, b) => a - b);
  const all = labels.classes.map(() => new Float32Array(table.patches.length).fill(Number.NaN));
  const told: LandFold[] = [];
  for (const [done, part] of parts.entries()) {
    const found = heldOutProbabilities(table, labels, blocks, { fold, heldOut: [part], gap, forest });
    told.push(foldAnswer(part, accuracyOf(table, labels, blocks, found, { runs: 0, seed: 1 })));
    for (const [row, patch] of table.patches.entries())
      if (fold[blockAt(blocks, patch)] === part)
        for (const [one, values] of found.entries()) (all[one] as Float32Array)[row] = values[row] as number;
    progress((done + 1) / (parts.length + 1));
  }
  const accuracy = accuracyOf(table, labels, blocks, all, { runs, seed: forest.seed });
  return accuracyAnswer(accuracy, labels.classes, {
    by: 'held-out',
    blockM: block * patchM,
    gapM: gap * patchM,
    folds: told,
  });
}
