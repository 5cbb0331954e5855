import { growForest } from './forest.js';
import type { FeatureRecipe, ForestSettings, PatchLabels, PatchTable, VacantModel } from './types.js';

/** What a model carries besides what it has learnt. */
export type ModelOrigin = Pick<VacantModel, 'cellM' | 'group' | 'ground'>;

/**
 * Learns a model from all labelled patches. Its error is told by `heldOutProbabilities` and `accuracyOf`, never by the patches it has
 * learnt from.
 *
 * @throws AfterlodeError VACANT_LABELS where fewer than two classes have labels
 */
export function trainModel(
  table: PatchTable,
  labels: PatchLabels,
  recipe: FeatureRecipe,
  origin: ModelOrigin,
  settings: ForestSettings,
): VacantModel {
  const of = Int8Array.from(table.patches, (patch) => labels.of[patch] as number);
  const labelled = labels.classes.map((_, one) => of.filter((label) => label === one).length);
  const forest = growForest(table.features, of, labels.classes.length, settings);
  return { recipe, classes: labels.classes, forest, labelled, ...origin };
}
