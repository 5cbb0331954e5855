export { type ChainAnswer, type ChainWords, chainOf } from './answer.js';
export { type ChainCall, chain, chainMap } from './chain.js';
export { type ChainReportWords, chainReportFile, saveChainReport } from './report.js';
export type { ChainTables } from './tables.js';
