export type * from './raster/types.js';
export * from './zonal/index.js';
