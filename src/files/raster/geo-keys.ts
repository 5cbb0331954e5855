import { AfterlodeError } from '../../base/index.js';
import type { Grid } from '../../locate/index.js';
import { numberOf, numbersOf, type Tags } from './tiff-directory.js';

/** Keys of the GeoTIFF standard (OGC 19-008r4) that say what the coordinates are. */
const keys = { model: 1024, rasterType: 1025, geographic: 2048, projected: 3072 } as const;
const pixelIsPoint = 2;
/** Codes below are reserved, the one above says "defined by the user". */
const firstCode = 1024;
const lastCode = 32766;

/**
 * The grid of an image. Without any place on Earth the cells themselves are the coordinates: origin 0, cells of 1, no
 * reference system.
 *
 * @throws AfterlodeError `RASTER_ROTATED`, `RASTER_DAMAGED` for cells without size
 */
export function gridOf(name: string, tags: Tags): Grid {
  const size = {
    width: numberOf(tags, 'ImageWidth') as number,
    height: numberOf(tags, 'ImageLength') as number,
  };
  const geoKeys = shortKeys(tags);
  const place = placeOf(name, tags);
  if (place === null) return { ...size, originX: 0, originY: 0, cellWidth: 1, cellHeight: 1, crs: null };
  const { cellWidth, cellHeight } = place;
  if (![place.originX, place.originY, 1 / cellWidth, 1 / cellHeight].every(Number.isFinite)) {
    throw new AfterlodeError('RASTER_DAMAGED', name, {
      found: { en: 'cells without a size or place', zh: '像元没有大小或位置' },
    });
  }
  // Then the file speaks of the middle of the first cell.
  const half = geoKeys.get(keys.rasterType) === pixelIsPoint ? 0.5 : 0;
  return {
    ...size,
    originX: place.originX - half * cellWidth,
    originY: place.originY - half * cellHeight,
    cellWidth,
    cellHeight,
    crs: crsOf(geoKeys),
  };
}

type Place = Pick<Grid, 'originX' | 'originY' | 'cellWidth' | 'cellHeight'>;

function placeOf(name: string, tags: Tags): Place | null {
  const [cellWidth, height] = numbersOf(tags, 'ModelPixelScale');
  const [column, row, , x, y] = numbersOf(tags, 'ModelTiepoint');
  if (cellWidth !== undefined && height !== undefined && x !== undefined && y !== undefined) {
    // Some writers give the height with a sign; rows run southward all the same, as GDAL takes it.
    const cellHeight = -Math.abs(height);
    const originX = x - (column as number) * cellWidth;
    return { originX, originY: y - (row as number) * cellHeight, cellWidth, cellHeight };
  }
  const matrix = numbersOf(tags, 'ModelTransformation');
  if (matrix.length < 8) return null;
  const [a, b, , d, e, f, , h] = matrix as [number, number, number, number, number, number, number, number];
  if (b !== 0 || e !== 0) throw new AfterlodeError('RASTER_ROTATED', name);
  return { originX: d, originY: h, cellWidth: a, cellHeight: f };
}

/** Keys whose value stands in the directory itself. */
function shortKeys(tags: Tags): ReadonlyMap<number, number> {
  const words = numbersOf(tags, 'GeoKeyDirectory');
  const found = new Map<number, number>();
  for (let at = 4; at + 3 < words.length; at += 4) {
    if (words[at + 1] === 0) found.set(words[at] as number, words[at + 3] as number);
  }
  return found;
}

function crsOf(geoKeys: ReadonlyMap<number, number>): string | null {
  const model = geoKeys.get(keys.model);
  const projected = geoKeys.get(keys.projected);
  // A projected system names its geographic one too; that is not the system of the coordinates.
  const code = projected ?? (model === 1 ? undefined : geoKeys.get(keys.geographic));
  return code !== undefined && code >= firstCode && code <= lastCode ? `EPSG:${code}` : null;
}
