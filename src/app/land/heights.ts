import { AfterlodeError, phrases } from '../../base/index.js';
import { openGeoTiff } from '../../files/index.js';
import {
  coverOf,
  type RasterSource,
  reprojectRings,
  tallyZones,
  transformer,
  type Zone,
} from '../../locate/index.js';
import type { NamedFile } from '../zonal/zonal.js';

/** Statistics that a height can be. */
export const heightStatistics = ['median', 'mean', 'q90', 'max', 'min'] as const;
export type HeightStatistic = (typeof heightStatistics)[number];

/** A raster of building heights in metres, and what of the cells under a footprint is its height. */
export interface HeightRaster {
  readonly file: NamedFile;
  readonly statistic: HeightStatistic;
}

/** @throws AfterlodeError CALL_OPTION */
export function heightStatisticOf(word: string | undefined): HeightStatistic {
  const found = heightStatistics.find((one) => one === (word ?? 'median'));
  if (found !== undefined) return found;
  throw new AfterlodeError('CALL_OPTION', '--height-statistic', {
    found: word ?? phrases.nothing,
    expected: phrases.oneOf(heightStatistics.join(', ')),
  });
}

/**
 * Heights of footprints, metres, by the exact share of each cell that they cover; `NaN` where no cell under one has a height. A height
 * of 0 or less means that nothing stands there: such cells are left out.
 *
 * @param crs system of the footprints
 * @throws AfterlodeError ZONAL_RASTER_CRS, ZONES_NOT_PROJECTED, RASTER_…, CALL_FILE_MISSING
 */
export async function heightsOf(
  { file, statistic }: HeightRaster,
  footprints: readonly Zone[],
  crs: string,
): Promise<readonly number[]> {
  const raster = await openGeoTiff(file.path, file.name);
  try {
    const { grid, name } = raster;
    if (grid.crs === null) throw new AfterlodeError('ZONAL_RASTER_CRS', name, { expected: crs });
    const way = grid.crs === crs ? null : await transformer(crs, grid.crs, name);
    const zones = footprints.map(({ id, rings }) => ({
      id,
      cover: coverOf(way === null ? rings : reprojectRings(rings, way, grid, id), grid),
    }));
    const rows = await tallyZones({
      raster: builtOnly(raster),
      weights: null,
      bands: [0],
      zones,
      asked: [statistic],
    });
    return rows.map(({ answer }) => answer[statistic] ?? Number.NaN);
  } finally {
    await raster.close();
  }
}

/** The raster with cells on which nothing stands as missing. */
function builtOnly(raster: RasterSource): RasterSource {
  return {
    ...raster,
    read: async (window, band) =>
      (await raster.read(window, band)).map((value) => (value > 0 ? value : Number.NaN)),
  };
}
