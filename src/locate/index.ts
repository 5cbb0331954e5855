export * from './bowl/index.js';
export * from './disorder/index.js';
export * from './displacement/index.js';
export * from './image-model/index.js';
export * from './land/index.js';
export * from './layers/index.js';
export * from './measure/index.js';
export { rowAreas } from './raster/area.js';
export { definitionOf, isGeographic } from './raster/crs.js';
export {
  type BoundingBox,
  boundsOf,
  cellAt,
  gridOfWindow,
  middleOf,
  requireSameGrid,
  sameGrid,
  windowOf,
} from './raster/grid.js';
export { type Resampling, reproject } from './raster/reproject.js';
export { type PointTransform, transformer } from './raster/transform.js';
export type { Grid, RasterSource, Tile, Window } from './raster/types.js';
export {
  mapWindows,
  storedWindows,
  type WindowCells,
  type WindowOptions,
  type WindowProgress,
  windowsOf,
} from './raster/windows.js';
export * from './street-model/index.js';
export * from './sum/index.js';
export * from './vacancy/index.js';
export * from './vacant/index.js';
export * from './zonal/index.js';
