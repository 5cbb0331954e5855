export type { Grid, RasterSource, Tile, Window } from './raster/types.js';
export * from './zonal/index.js';
