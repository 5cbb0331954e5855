import { AfterlodeError } from '../../base/index.js';
import type { RasterSource } from '../../locate/index.js';
import { blockCache } from './block-cache.js';
import { type ByteSource, openLocal } from './byte-source.js';
import { checkWindow } from './check-window.js';
import { type GdalMetadata, readGdalMetadata } from './gdal-metadata.js';
import { gridOf } from './geo-keys.js';
import { openHttp } from './http-source.js';
import { type Image, type Meaning, readCells } from './read-cells.js';
import { type Directory, numberOf, readDirectory, textOf } from './tiff-directory.js';
import { type Layout, layoutOf } from './tiff-layout.js';

/** A GeoTIFF: a raster with what its writer said of it. */
export interface GeoTiffSource extends RasterSource {
  /** Units as the file names them, by band; `''` where it says nothing. */
  readonly units: readonly string[];
  /** What the writer said of the whole file, such as WAVELENGTH_METRES. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Opens a GeoTIFF (also BigTIFF and COG) for reading by windows, a local file or an http(s) address whose server answers
 * ranges. Cells that hold the no-data number or that the file's mask hides are `NaN`; scale and offset of a band are applied.
 * The reference system is `null` where the file defines one of its own.
 *
 * @param name what messages call it, where that is not the path
 * @throws AfterlodeError `CALL_FILE_MISSING`, `FILE_NOT_READABLE`, `RASTER_EMPTY`, `RASTER_NOT_TIFF`, `RASTER_CUT_SHORT`,
 *   `RASTER_DAMAGED`, `RASTER_FORM`, `RASTER_ROTATED`, `RASTER_ADDRESS`, `RASTER_NO_RANGES`; `read` also `RASTER_WINDOW`
 *   and `RASTER_BAND`
 */
export async function openGeoTiff(path: string, name: string = path): Promise<GeoTiffSource> {
  const file = await (/^https?:\/\//i.test(path) ? openHttp(path) : openLocal(path, name));
  try {
    return sourceOf(file, await readDirectory(file));
  } catch (error) {
    await file.close();
    throw error;
  }
}

function sourceOf(file: ByteSource, directory: Directory): GeoTiffSource {
  const layout = layoutOf(file, directory, 0);
  const grid = gridOf(file.name, layout.tags);
  const image: Image = { file, layout, cache: blockCache() };
  const mask = maskOf(file, directory, layout);
  const said = readGdalMetadata(textOf(layout.tags, 'GDAL_METADATA'), layout.samples);
  const missing = missingOf(layout);
  const meanings = said.scales.map((_, band) => meaningOf(layout, said, missing, band));
  return {
    name: file.name,
    grid,
    bands: layout.samples,
    bandNames: said.names,
    units: said.units,
    tags: said.tags,
    missing,
    block: { width: layout.blockWidth, height: layout.blockHeight },
    read: async (window, band) => {
      const meaning = meanings[band];
      if (meaning === undefined) {
        throw new AfterlodeError('RASTER_BAND', file.name, { found: band + 1, expected: layout.samples });
      }
      checkWindow(file.name, grid, window);
      const values = await readCells(image, window, band, meaning);
      if (mask !== null) {
        const seen = await readCells(mask, window, 0, plain);
        seen.forEach((one, at) => {
          if (one === 0) values[at] = Number.NaN;
        });
      }
      return values;
    },
    close: async () => {
      image.cache.clear();
      mask?.cache.clear();
      await file.close();
    },
  };
}

const plain: Meaning = { missing: Number.NaN, unwritten: 0, scale: 1, offset: 0 };

function meaningOf(layout: Layout, said: GdalMetadata, missing: number | null, band: number): Meaning {
  const asStored =
    missing !== null && layout.format === 3 && layout.bits === 32 ? Math.fround(missing) : missing;
  return {
    missing: asStored ?? Number.NaN,
    // As GDAL reads it: a block that was left out holds the number for missing, or zeros where there is none.
    unwritten: missing === null ? 0 : Number.NaN,
    scale: said.scales[band] ?? 1,
    offset: said.offsets[band] ?? 0,
  };
}

function missingOf(layout: Layout): number | null {
  const text = textOf(layout.tags, 'GDAL_NODATA');
  if (text === undefined || text === '') return null;
  const infinite = /^([+-]?)inf/i.exec(text);
  return infinite === null ? Number(text) : infinite[1] === '-' ? -Infinity : Infinity;
}

/** The image of the same size that says which cells are there; overviews have masks too, of a smaller size. */
function maskOf(file: ByteSource, directory: Directory, raster: Layout): Image | null {
  const isMask = 4;
  const at = directory.images.findIndex(
    (tags) =>
      ((numberOf(tags, 'NewSubfileType') ?? 0) & isMask) !== 0 &&
      numberOf(tags, 'ImageWidth') === raster.width &&
      numberOf(tags, 'ImageLength') === raster.height,
  );
  return at < 1 ? null : { file, layout: layoutOf(file, directory, at), cache: blockCache() };
}
