import { openGeoTiff } from '../../files/index.js';
import type { NamedFile } from './zonal.js';

/** What a raster is, for those who choose bands and zones. */
export interface RasterFacts {
  readonly bands: number;
  /** Empty where the file does not name its bands. */
  readonly bandNames: readonly string[];
  /** null where the file does not say it. */
  readonly crs: string | null;
  readonly width: number;
  readonly height: number;
  /** null where the file has none: then 0 is a value. */
  readonly missing: number | null;
}

/**
 * Opens a GeoTIFF and tells what it is.
 *
 * @throws AfterlodeError RASTER_… for what is none
 */
export async function rasterFacts({ path, name }: NamedFile): Promise<RasterFacts> {
  const raster = await openGeoTiff(path, name);
  await raster.close();
  const { grid, bands, bandNames, missing } = raster;
  const named = bandNames.some((one) => one !== '');
  return {
    bands,
    bandNames: named ? bandNames : [],
    crs: grid.crs,
    width: grid.width,
    height: grid.height,
    missing: Number.isFinite(missing) ? missing : null,
  };
}
