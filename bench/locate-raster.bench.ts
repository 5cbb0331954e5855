import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { openGeoTiff, writeGeoTiff } from '../src/files/index.js';
import { type Grid, reproject } from '../src/locate/index.js';
import type { Measurement } from './measure.js';

/** A raster of 2,048 × 2,048 float32 cells; the walk of 20,000 × 20,000 with its peak of memory is in `paths.ts`. */
const side = 2048;
const grid: Grid = {
  width: side,
  height: side,
  originX: 440_000,
  originY: 4_420_000,
  cellWidth: 10,
  cellHeight: -10,
  crs: 'EPSG:32650',
};
const whole = { column: 0, row: 0, width: side, height: side };
const values = Float64Array.from(
  { length: side * side },
  (_, at) => Math.round(Math.sin(at / 1e4) * 4000) / 10,
);
const plain = new Uint8Array(Float32Array.from(values).buffer);
const packed = deflateSync(plain);

let folder: string | null = null;
function path(): string {
  if (folder === null) {
    const made = mkdtempSync(join(tmpdir(), 'afterlode-bench-'));
    process.on('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return join(folder, 'bench.tif');
}

let written: Promise<number> | null = null;
const write = (block: number) =>
  writeGeoTiff(path(), { grid, bands: 1, type: 'float32', block }, ({ column, row, width, height }) => [
    Float64Array.from(
      { length: width * height },
      (_, at) => values[(row + Math.floor(at / width)) * side + column + (at % width)] as number,
    ),
  ]);

async function read(): Promise<number> {
  await (written ??= write(512));
  const source = await openGeoTiff(path());
  const cells = await source.read(whole, 0);
  await source.close();
  return cells.length;
}

async function throughDegrees(): Promise<number> {
  await (written ??= write(512));
  const source = await openGeoTiff(path());
  const degrees = {
    ...grid,
    crs: 'EPSG:4326',
    originX: 116.3,
    originY: 39.9,
    cellWidth: 2e-4,
    cellHeight: -2e-4,
  };
  const raster = await reproject(source, { ...degrees, width: 512, height: 512 }, 'bilinear');
  const cells = await raster.read({ column: 0, row: 0, width: 512, height: 512 }, 0);
  await source.close();
  return cells.length;
}

/** Measurements of rasters for `npm run bench -- locate`. */
export const locateRasterBench: readonly Measurement[] = [
  {
    name: 'locate: GeoTIFF of 2,048 × 2,048 float32 written',
    run: () => (written = write(512)),
    baseline: () => deflateSync(plain),
  },
  { name: 'locate: GeoTIFF of 2,048 × 2,048 float32 read', run: read, baseline: () => inflateSync(packed) },
  { name: 'locate: 512 × 512 cells reprojected, bilinear', run: throughDegrees },
];
