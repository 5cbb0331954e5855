import { writeGeoTiff } from '../../../files/index.js';
import type { Grid } from '../../../locate/index.js';
import type { MadeTown } from './town.js';

/** Writes a made town as a GeoTIFF of bytes. @throws AfterlodeError FILE_NOT_WRITABLE */
export async function writeTown(path: string, { bands, width }: MadeTown, on: Grid): Promise<void> {
  await writeGeoTiff(path, { grid: on, bands: bands.length, type: 'uint8', block: 256 }, (window) =>
    bands.map((band) => {
      const cells = new Float64Array(window.width * window.height);
      for (let row = 0; row < window.height; row++) {
        const from = (window.row + row) * width + window.column;
        cells.set(band.subarray(from, from + window.width), row * window.width);
      }
      return cells;
    }),
  );
}
