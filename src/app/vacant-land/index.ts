export type { VacantLandCall, VacantLandOptions, VacantLandWords } from './call.js';
export { vacantLandOptions } from './call.js';
export { vacantExample } from './example/example.js';
export { landFromImage } from './find.js';
export { landInThread, type VacantLandReply, vacantLandOf } from './in-thread.js';
export { createVacantProject, type VacantUpload } from './kept/create.js';
export {
  type GivenLabels,
  mostClasses,
  saveVacantLabels,
  type VacantClass,
  type VacantLabels,
} from './kept/labels.js';
export { type PictureCall, vacantPicture } from './kept/picture.js';
export { type VacantProbability, vacantProbability } from './kept/probability.js';
export type { VacantProject } from './kept/project.js';
export {
  deleteVacantProject,
  type VacantFile,
  type VacantProjectAnswer,
  type VacantProjectRow,
  type VacantResult,
  type VacantTraining,
  vacantFile,
  vacantProject,
  vacantProjects,
  vacantTraining,
} from './kept/projects.js';
export { trainVacantProject, type VacantTrainWords } from './kept/train.js';
export { answerLand, type LandQuestion } from './open.js';
export { type GivenModel, type OpenClassifier, openClassifier } from './open-classifier.js';
export type {
  FoundLand,
  LandCollection,
  LandInputs,
  VacantLandAnswer,
  VacantPolygon,
} from './types.js';
export { vacantLand } from './vacant-land.js';
