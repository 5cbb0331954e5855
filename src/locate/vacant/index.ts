export {
  type Accuracy,
  accuracyOf,
  type ClassAccuracy,
  type ClassMeasure,
  classMeasures,
  type WithInterval,
} from './accuracy.js';
export { type LabelNext, labelNext } from './advise.js';
export { type Blocks, blockAt, foldsOf, squareBlocks } from './blocks.js';
export { broughtClassifier } from './brought.js';
export { classifyImage, forestClassifier, type LandClassifier } from './engine.js';
export { featureNames } from './features.js';
export { growForest, likeliest, probabilitiesOf } from './forest.js';
export { groundOf, isLearntGround } from './ground.js';
export {
  drawnLabels,
  type LabelledCover,
  type LabelledPolygon,
  type LabelSettings,
  labelsOf,
  labelsOfCovers,
} from './labels.js';
export { readModel, writeModel } from './model-file.js';
export { patchGrid } from './patches.js';
export { type ClassPolygon, classPolygons, type PolygonSettings } from './polygons.js';
export { addCover, areasByKind, coveredByKind } from './shares.js';
export { type ModelOrigin, trainModel } from './train.js';
export type {
  FeatureRecipe,
  Forest,
  ForestSettings,
  LearntGround,
  PatchLabels,
  PatchTable,
  VacantModel,
} from './types.js';
export { heldOutProbabilities, type ValidationSettings } from './validate.js';
export {
  collectPatches,
  type PredictedWindow,
  predictWindows,
  type WalkOptions,
} from './walk.js';
