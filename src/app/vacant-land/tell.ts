import { AfterlodeError, type Issue, issue, phrases } from '../../base/index.js';
import {
  accuracyOf,
  type Blocks,
  cellSide,
  classifyImage,
  forestClassifier,
  type Grid,
  isLearntGround,
  type LandClassifier,
  middleOf,
  type PatchLabels,
  type RasterSource,
  squareBlocks,
  transformer,
  type VacantModel,
} from '../../locate/index.js';
import { accuracyAnswer } from './accuracy.js';
import { bandsFor } from './bands.js';
import type { VacantLandOptions } from './call.js';
import { expectRoom, readLabels } from './labels.js';
import { learnLand } from './learn.js';
import type { LandAccuracy, LandInputs } from './types.js';

/** Cells may differ so much from those that a model has learnt from, as a share, before it is told. */
const sameCell = 0.05;

/** What a classifier tells of an image, and what labels say of it. */
export interface ToldLand {
  /** The bands that the classifier reads. */
  readonly image: RasterSource;
  readonly classifier: LandClassifier;
  /** Of the probabilities. */
  readonly grid: Grid;
  readonly blocks: Blocks;
  readonly probabilities: readonly Float32Array[];
  /** null where nobody gave any. */
  readonly labels: PatchLabels | null;
  readonly accuracy: LandAccuracy | null;
  /** null where the classifier was given. */
  readonly model: VacantModel | null;
  readonly issues: readonly Issue[];
}

/**
 * Learns a classifier from labels and lets it tell the whole image.
 *
 * @param progress told the share done, 0 to 1
 * @throws AfterlodeError CALL_OPTION without labels, VACANT_…, RASTER_…, ZONES_…, LAND_CRS_UNKNOWN
 */
export async function tellByLearning(
  { image: given, labels: labelled }: LandInputs,
  options: VacantLandOptions,
  progress: (share: number) => void,
): Promise<ToldLand> {
  if (labelled === null)
    throw new AfterlodeError('CALL_OPTION', '--labels', {
      found: phrases.nothing,
      expected: { en: 'labels to learn from, or --model', zh: '用于训练的标注，或 --model' },
    });
  const cellM = cellSide(given.grid, given.name);
  const learnt = await learnLand(given, labelled, options, cellM, (share) => progress(0.8 * share));
  const { image, model, labels, accuracy, issues } = learnt;
  const classifier = forestClassifier(model);
  const onProgress = (share: number) => progress(0.8 + 0.2 * share);
  const probabilities = await classifyImage(image, classifier, { onProgress });
  const grid = classifier.gridOf(image);
  const blocks = squareBlocks(grid, options.block);
  return { image, classifier, grid, blocks, probabilities, labels, accuracy, model, issues };
}

/**
 * Lets a classifier that is given tell the image; labels, where there are any, tell how right it is.
 *
 * @throws AfterlodeError VACANT_BANDS, VACANT_CLASS, VACANT_LABELS, VACANT_LARGE, RASTER_…, ZONES_…, LAND_CRS_UNKNOWN
 */
export async function tellByModel(
  classifier: LandClassifier,
  { image: given, labels: labelled }: LandInputs,
  options: VacantLandOptions,
  progress: (share: number) => void,
): Promise<ToldLand> {
  const { classes } = classifier;
  const image = bandsFor(given, options.bands, classifier.bands);
  const grid = classifier.gridOf(image);
  expectRoom(image.name, grid, classes.length);
  const read = labelled && (await readLabels(labelled, grid, options, classes));
  const probabilities = await classifyImage(image, classifier, { onProgress: progress });
  // Blocks of the size that learning would take, whatever the places of this classifier are.
  const cells = Math.abs(grid.cellWidth / image.grid.cellWidth);
  const blocks = squareBlocks(grid, Math.max(1, Math.round((options.block * options.patch) / cells)));
  const patchM = cellSide(grid, image.name);
  return {
    image,
    classifier,
    grid,
    blocks,
    probabilities,
    labels: read && read.labels,
    accuracy: read && judged(read.labels, probabilities, blocks, patchM, options),
    model: null,
    issues: [
      ...(read?.issues ?? []),
      ...(read && labelled ? await learntIssue(read.labels, grid, classifier, labelled.name) : []),
      ...cellIssue(image, classifier),
      ...groupIssue(image, classifier, options),
    ],
  };
}

function judged(
  labels: PatchLabels,
  probabilities: readonly Float32Array[],
  blocks: Blocks,
  patchM: number,
  { runs, forest }: VacantLandOptions,
): LandAccuracy {
  const patches = labelledPatches(labels);
  const own = probabilities.map((values) => Float32Array.from(patches, (patch) => values[patch] as number));
  const table = { patches, features: [] };
  const accuracy = accuracyOf(table, labels, blocks, own, { runs, seed: forest.seed });
  const how = { by: 'given-model', blockM: blocks.side * patchM, gapM: null, folds: [] } as const;
  return accuracyAnswer(accuracy, labels.classes, how);
}

function labelledPatches({ of }: PatchLabels): Int32Array {
  const patches: number[] = [];
  for (const [patch, label] of of.entries()) if (label >= 0) patches.push(patch);
  return Int32Array.from(patches);
}

/** Labels where the model has learnt flatter it. */
async function learntIssue(
  labels: PatchLabels,
  grid: Grid,
  { ground }: LandClassifier,
  where: string,
): Promise<readonly Issue[]> {
  if (ground === null) return [];
  const way = await transformer(grid.crs, ground.crs, where);
  const patches = labelledPatches(labels);
  const found = patches.filter((patch) => {
    const { x, y } = middleOf(grid, patch % grid.width, Math.floor(patch / grid.width));
    return isLearntGround(ground, ...way(x, y));
  }).length;
  return found === 0
    ? []
    : [issue('VACANT_LEARNT_GROUND', 'warning', where, { found, expected: patches.length })];
}

function cellIssue(image: RasterSource, { cellM }: LandClassifier): readonly Issue[] {
  const own = cellSide(image.grid, image.name);
  if (Number.isNaN(cellM) || Math.abs(own / cellM - 1) <= sameCell) return [];
  const facts = { found: own.toPrecision(3), expected: cellM.toPrecision(3) };
  return [issue('VACANT_CELL', 'warning', image.name, facts)];
}

function groupIssue(
  image: RasterSource,
  { group }: LandClassifier,
  options: VacantLandOptions,
): readonly Issue[] {
  if (group === '' || options.group === '' || group === options.group) return [];
  return [issue('VACANT_GROUP', 'warning', image.name, { found: options.group, expected: group })];
}
