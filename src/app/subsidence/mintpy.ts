import { type Hdf5File, hdf5Raster } from '../../files/index.js';
import type { Grid } from '../../locate/index.js';

/** The grid of a dataset of MintPy, which names degrees by their unit and other systems by their code. */
export function mintpyGrid(file: Hdf5File, dataset: string): Grid {
  const { grid } = hdf5Raster(file, dataset);
  const degrees = grid.crs === null && String(file.attributes().X_UNIT ?? '').startsWith('degree');
  return degrees ? { ...grid, crs: 'EPSG:4326' } : grid;
}
