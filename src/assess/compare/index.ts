export { type GroupChoice, type GroupKind, groupForms, groupKinds, readGroup } from './group-choice.js';
export {
  belongsTo,
  type GroupFacts,
  type LikeClass,
  labelOfGroup,
  likeClasses,
} from './group-units.js';
export { type ComparedMeasure, type GroupPoint, groupPoints, likePoints, placeAmong } from './measure.js';
