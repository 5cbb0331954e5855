export { calibrateSources } from './calibrate.js';
export type { CellBatch } from './cells.js';
export { meterEstimate, meterSource } from './from-meters.js';
export { fieldSource, fuseEstate } from './fuse.js';
export {
  type MeterAnswer,
  type MeterColumns,
  type MeteredEstate,
  type MeterLimits,
  type MeterReader,
  type MeterRule,
  meterReader,
  type ReadingFault,
} from './meters.js';
export { vacancyRemarkTexts } from './remarks.js';
export { isSmall, type SummedVacancy, sumVacancy } from './sums.js';
export * from './types.js';
