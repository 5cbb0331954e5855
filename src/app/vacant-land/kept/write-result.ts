import { join } from 'node:path';
import { writeAtomically, writeGeoTiff } from '../../../files/index.js';
import { writeModel } from '../../../locate/index.js';
import type { FoundLand } from '../types.js';

/** File of the probabilities in a result: a band for each class. */
export const probabilityName = 'probability.tif';

/**
 * Writes what training came to into a folder: the model, probabilities by class and the polygons.
 *
 * @throws AfterlodeError FILE_NOT_WRITABLE
 */
export async function writeResult(folder: string, found: FoundLand): Promise<void> {
  const { grid, classes, probabilities, polygons, model } = found;
  if (model !== null) await writeAtomically(join(folder, 'model.json'), writeModel(model));
  await writeAtomically(join(folder, 'polygons.geojson'), `${JSON.stringify(polygons)}\n`);
  const words = { grid, bands: classes.length, bandNames: classes, type: 'float32' } as const;
  await writeGeoTiff(join(folder, probabilityName), words, (window) =>
    probabilities.map((values) => {
      const cells = new Float64Array(window.width * window.height);
      for (let row = 0; row < window.height; row++) {
        const from = (window.row + row) * grid.width + window.column;
        cells.set(values.subarray(from, from + window.width), row * window.width);
      }
      return cells;
    }),
  );
}
