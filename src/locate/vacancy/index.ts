export { calibrateSources } from './calibrate.js';
export { meterEstimate, meterSource } from './from-meters.js';
export { fieldSource, fuseEstate } from './fuse.js';
export * from './meters.js';
export { vacancyRemarkTexts } from './remarks.js';
export { isSmall, type SummedVacancy, sumVacancy } from './sums.js';
export * from './types.js';
