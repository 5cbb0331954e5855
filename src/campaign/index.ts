export { type CheckContext, checkReturn, openIssues } from './checks.js';
export { compareFigures, drawUnits, figureTolerance } from './compare-figures.js';
export { definitionOf, type RoundFile, readRoundFile } from './definition.js';
export { dayOf, isDay, lateUnits } from './late.js';
export { emptyValue, type FormCatalog, type ReadValues, readValues } from './read-values.js';
export * from './snapshot.js';
export {
  emptyReturn,
  mayEdit,
  refuseReturnStep,
  refuseRoundStep,
  refuseStale,
  returnSteps,
  returnViews,
  roundSteps,
  roundView,
} from './steps.js';
export type * from './types.js';
export { returnKinds, returnStates, roundKinds, roundStates } from './types.js';
