import { join } from 'node:path';
import { AfterlodeError } from '../../../base/index.js';
import { exists, openGeoTiff } from '../../../files/index.js';
import type { RasterSource } from '../../../locate/index.js';

/**
 * Opens a raster of a run.
 *
 * @param name of its file
 * @param id of the run, for messages
 * @throws AfterlodeError GROUND_NO_RASTER
 */
export async function openLayer(folder: string, name: string, id: string): Promise<RasterSource> {
  const path = join(folder, name);
  if (!(await exists(path))) throw new AfterlodeError('GROUND_NO_RASTER', id);
  return openGeoTiff(path, name);
}
