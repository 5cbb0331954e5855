export type { RestorationCall, RestorationWords } from './call.js';
export {
  type ForestAnswer,
  type ForestRow,
  type ForestTables,
  forestCarbon,
  forestCarbonOf,
  forestCarbonWorkbook,
} from './forest.js';
export {
  type LegacyAnswer,
  type LegacyPaceAnswer,
  type LegacyTables,
  legacyLand,
  legacyLandOf,
  legacyLandWorkbook,
} from './legacy.js';
export {
  type RestorationAnswer,
  type RestorationResult,
  restoration,
  restorationOf,
  restorationWorkbook,
} from './restoration.js';
export {
  type ParcelAnswer,
  type TreatmentAnswer,
  type TreatmentTables,
  treatment,
  treatmentOf,
  treatmentWorkbook,
} from './treatment.js';
