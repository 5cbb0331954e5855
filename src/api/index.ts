export { type AccessOptions, accountsAccess } from './access/options.js';
export { type Rates, usualRates } from './access/rates.js';
export type * from './contract.js';
export { type Limits, usualLimits } from './running/limits.js';
export { type LogLevel, logLevels } from './running/log.js';
export { openTraces } from './running/open-traces.js';
export { type Place, type RunningServer, type ServeOptions, type StopOptions, serve } from './serve.js';
export { buildServer, type ServerOptions } from './server.js';
export type { DecisionWords, ReportFile, UseCases } from './use-cases.js';
