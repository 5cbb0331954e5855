import { join } from 'node:path';
import type { Catalog } from '../../catalog/index.js';
import { writeGeoTiff } from '../../files/index.js';
import { groundKinds, type Window } from '../../locate/index.js';
import { printSheets } from '../../print/index.js';
import { type SavedFile, saveSheets } from '../tables/save-sheets.js';
import { cellFeatures, zoneFeatures } from './map.js';
import type { GroundResult } from './result.js';
import { groundSheets } from './sheets.js';

const title = { en: 'Five kinds of problem on the ground', zh: '五类空间问题叠加' };

/**
 * Writes cells and zones as GeoJSON, tables as CSV and as a workbook, and the layers as a raster where the call names a plane: an
 * equal-area plane round a city has no code that a raster could state.
 *
 * @throws AfterlodeError FILE_NOT_WRITABLE
 */
export async function saveGround(
  catalog: Catalog,
  folder: string,
  result: GroundResult,
): Promise<readonly SavedFile[]> {
  const { answer, base } = result;
  const texts = [
    ...(base === null ? [] : [textOf('cells.geojson', cellFeatures(catalog, result))]),
    ...(answer.doubleHigh === null ? [] : [textOf('zones.geojson', await zoneFeatures(result))]),
  ];
  const files = await saveSheets(folder, 'ground', title, groundSheets(answer, catalog), texts);
  return [...files, ...(await saveRaster(join(folder, 'layers.tif'), result))];
}

/** The tables as a workbook. */
export async function groundWorkbook(catalog: Catalog, { answer }: GroundResult): Promise<Uint8Array> {
  // No clock is read, so that equal requests give equal files.
  const created = new Date(Date.UTC(2000, 0, 1));
  const pieces: Uint8Array[] = [];
  for await (const piece of printSheets(groundSheets(answer, catalog), { title, created }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

function textOf(name: string, collection: object) {
  return { name, text: `${JSON.stringify(collection)}\n` };
}

async function saveRaster(path: string, { base, sum }: GroundResult): Promise<readonly SavedFile[]> {
  if (base === null || sum === null || base.grid === null || base.measuring.crs === null) return [];
  const grid = { ...base.grid, crs: base.measuring.crs };
  const missing = new Float64Array(grid.width * grid.height).fill(Number.NaN);
  const bands = [
    ...groundKinds.map((kind) => base.layers.get(kind)?.values ?? missing),
    sum.sum,
    sum.final,
    Float64Array.from(sum.present),
  ];
  const cells = ({ column, row, width, height }: Window) =>
    bands.map((band) =>
      Float64Array.from({ length: width * height }, (_, at) => {
        const place = (row + Math.floor(at / width)) * grid.width + column + (at % width);
        return band[place] as number;
      }),
    );
  const bandNames = [...groundKinds, 'sum', 'final', 'kinds'];
  const bytes = await writeGeoTiff(path, { grid, bands: bands.length, type: 'float32', bandNames }, cells);
  return [{ path, bytes }];
}
