export type * from './contract.js';
export { type RunningServer, type ServeOptions, serve } from './serve.js';
export { buildServer, type ServerOptions } from './server.js';
export type { DecisionWords, ReportFile, UseCases } from './use-cases.js';
