import { rowAreas } from '../raster/area.js';
import { isGeographic } from '../raster/crs.js';
import type { Grid } from '../raster/types.js';

/** Sides of the cells of each row, m, and their area, m². */
export interface CellMetres {
  readonly width: Float64Array;
  readonly height: Float64Array;
  readonly area: Float64Array;
}

/** Half axis, m, and squared eccentricity of WGS 84. */
const a = 6378137;
const e2 = 0.00669437999014;

/**
 * Size of cells on the ground by row. Degrees and the web map (EPSG:3857) on the ellipsoid of WGS 84, other systems as their
 * plane says.
 *
 * @returns null where the grid does not say its reference system: nothing is assumed
 */
export function cellMetres(grid: Grid): CellMetres | null {
  if (grid.crs === null) return null;
  const area = rowAreas(grid, grid.crs);
  const height = area.map((_, row) => northMetres(grid, row));
  return { area, height, width: area.map((each, row) => each / (height[row] as number)) };
}

/** Length of a cell from south to north in the middle of its row. */
function northMetres(grid: Grid, row: number): number {
  const side = Math.abs(grid.cellHeight);
  const y = grid.originY + (row + 0.5) * grid.cellHeight;
  if (isGeographic(grid.crs as string)) {
    const latitude = (y * Math.PI) / 180;
    return meridianRadius(latitude) * side * (Math.PI / 180);
  }
  if (grid.crs !== 'EPSG:3857') return side;
  const latitude = Math.atan(Math.sinh(y / a));
  // A metre of the map to the north is cos φ radians over a.
  return meridianRadius(latitude) * (side / a) * Math.cos(latitude);
}

function meridianRadius(latitude: number): number {
  return (a * (1 - e2)) / (1 - e2 * Math.sin(latitude) ** 2) ** 1.5;
}
