export { extractionOf, linkagesOf } from './linkages.js';
export { regionalTable, type SectorJobs } from './regional.js';
export type { Extraction, FlowTable, Linkages } from './types.js';
