export * from './displacement/index.js';
export type { Grid, RasterSource, Tile, Window } from './raster/types.js';
