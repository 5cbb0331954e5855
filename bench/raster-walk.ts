// Makes a raster of SIZE × SIZE cells, walks it by windows into a second one and reads that again; for the peak of memory of a
// process that does nothing else. Usage: tsx bench/raster-walk.ts SIZE FOLDER
import { join } from 'node:path';
import { openGeoTiff, writeGeoTiff } from '../src/files/index.js';
import { type Grid, mapWindows, type Window } from '../src/locate/index.js';

const [size = '2000', folder = '.'] = process.argv.slice(2);
const side = Number(size);
const grid: Grid = {
  width: side,
  height: side,
  originX: 500_000,
  originY: 4_000_000,
  cellWidth: 10,
  cellHeight: -10,
  crs: 'EPSG:32650',
};

/** A bowl of 400 mm in a plain that moves by fractions of a millimetre; a missing stripe. */
function sinking({ column, row, width, height }: Window): Float64Array {
  const cells = new Float64Array(width * height);
  for (let at = 0; at < cells.length; at++) {
    const x = (column + (at % width)) / side - 0.5;
    const y = (row + Math.floor(at / width)) / side - 0.5;
    const far = x * x + y * y;
    cells[at] = Math.abs(x - y) < 1e-3 ? Number.NaN : Math.round(-4000 / (1 + 50 * far)) / 10;
  }
  return cells;
}

const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
const raster = { grid, bands: 1, type: 'float32', overviews: 'average' } as const;
const bytes = await writeGeoTiff(join(folder, 'depth.tif'), raster, (window) => [sinking(window)]);
console.log(`written: ${side} × ${side}, ${(bytes / 1e6).toFixed(0)} MB, ${seconds()} s`);

const depth = await openGeoTiff(join(folder, 'depth.tif'));
let sum = 0;
let count = 0;
for await (const { value } of mapWindows([depth], ([bands]) => bands?.[0] as Float64Array)) {
  for (const cell of value) {
    if (Number.isNaN(cell)) continue;
    sum += cell;
    count += 1;
  }
}
console.log(`walked: mean ${(sum / count).toFixed(6)} of ${count} cells, ${seconds()} s`);

await writeGeoTiff(join(folder, 'doubled.tif'), { grid, bands: 1, type: 'float32' }, async (window) => [
  (await depth.read(window, 0)).map((value) => value * 2),
]);
await depth.close();
console.log(`read, computed and written: ${seconds()} s`);
