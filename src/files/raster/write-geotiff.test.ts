import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromFile } from 'geotiff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grid, Window } from '../../locate/index.js';
import { openGeoTiff } from './geotiff.js';
import { type GeoTiffOptions, writeGeoTiff } from './write-geotiff.js';

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-geotiff-'));
});
afterAll(() => rm(folder, { recursive: true }));

const grid: Grid = {
  width: 70,
  height: 45,
  originX: 116,
  originY: 40,
  cellWidth: 0.25,
  cellHeight: -0.5,
  crs: 'EPSG:4490',
};

/** Cells that say where they are; every seventh is missing. */
const valueAt = (column: number, row: number, band: number) =>
  (column + row) % 7 === 3 ? Number.NaN : column + row * 100 + band * 10_000;

const cells = (bands: number) => (window: Window) =>
  Array.from({ length: bands }, (_, band) =>
    Float64Array.from({ length: window.width * window.height }, (_, place) => {
      const column = window.column + (place % window.width);
      return valueAt(column, window.row + Math.floor(place / window.width), band);
    }),
  );

const whole: Window = { column: 0, row: 0, width: 70, height: 45 };
const usual: GeoTiffOptions = { grid, bands: 1, type: 'float32', block: 16 };

describe('a written GeoTIFF', () => {
  it.each([
    ['float32', 1, {}],
    ['float32', 3, { overviews: 'average', big: true }],
    ['float64', 2, { overviews: 'average' }],
    ['float64', 1, { missing: -9999 }],
    ['int32', 2, { missing: -1, overviews: 'nearest' }],
    ['int16', 1, { missing: -32768 }],
    ['uint16', 1, { missing: 65535, big: true }],
  ] as const)('holds what was given, %s with %s bands %o', async (type, bands, more) => {
    const path = at('whole.tif');
    const told: number[] = [];
    const options = { ...usual, type, bands, ...more, onProgress: (share: number) => void told.push(share) };
    await writeGeoTiff(path, options, cells(bands));
    const source = await openGeoTiff(path);
    expect(source.grid).toEqual(grid);
    expect(source.block).toEqual({ width: 16, height: 16 });
    expect(source.missing).toBe('missing' in more ? more.missing : Number.NaN);
    for (let band = 0; band < bands; band++) {
      expect(await source.read(whole, band)).toEqual(cells(bands)(whole)[band]);
      const part = { column: 30, row: 14, width: 21, height: 20 };
      expect(await source.read(part, band)).toEqual(cells(bands)(part)[band]);
    }
    await source.close();
    expect(told).toEqual([1 / 3, 2 / 3, 1]);
  });

  it('is read the same by another reader, overviews first in the file', async () => {
    const path = at('other.tif');
    await writeGeoTiff(path, { ...usual, bands: 2, overviews: 'average' }, cells(2));
    const tiff = await fromFile(path);
    expect(await tiff.getImageCount()).toBe(4);
    const image = await tiff.getImage();
    expect(image.getBoundingBox()).toEqual([116, 17.5, 133.5, 40]);
    const [first, second] = (await image.readRasters()) as unknown as readonly Float32Array[];
    expect(Float64Array.from(second as Float32Array)).toEqual(cells(2)(whole)[1]);
    const [half] = (await (await tiff.getImage(1)).readRasters()) as unknown as readonly Float32Array[];
    // (0,0) (1,0) (0,1) (1,1) are 0, 1, 100, 101; of (2,0) (3,0) (2,1) (3,1) two are missing, 2 and 103 are left.
    expect(Array.from((half as Float32Array).subarray(0, 2))).toEqual([50.5, 52.5]);
    expect(first?.[3]).toBe(Number.NaN);
    const starts = await Promise.all(
      [0, 1, 2, 3].map(async (index) =>
        Number(await (await tiff.getImage(index)).fileDirectory.loadValueIndexed('TileOffsets', 0)),
      ),
    );
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    await tiff.close();
  });

  it('keeps names, units and words', async () => {
    const words = { bandNames: ['2020–2021 <沉降>'], units: ['mm/a'], tags: { SOURCE: 'a & "b"' } };
    await writeGeoTiff(at('words.tif'), { ...usual, ...words }, cells(1));
    const source = await openGeoTiff(at('words.tif'));
    expect(source).toMatchObject(words);
    await source.close();
  });

  it('keeps plane, southward-up and bare grids', async () => {
    const plane = { ...grid, crs: 'EPSG:4547', originX: 5e5, originY: 4e6, cellWidth: 30, cellHeight: -30 };
    const up = { ...plane, cellHeight: 30 };
    const bare = { ...grid, originX: 0, originY: 0, cellWidth: 1, cellHeight: 1, crs: null };
    for (const one of [plane, up, bare, { ...plane, crs: null }]) {
      await writeGeoTiff(at('grid.tif'), { ...usual, grid: one }, cells(1));
      const source = await openGeoTiff(at('grid.tif'));
      expect(source.grid).toEqual(one);
      await source.close();
    }
  });

  it('is the same bytes each time', async () => {
    const options = { ...usual, overviews: 'average' } as const;
    await writeGeoTiff(at('one.tif'), options, cells(1));
    await writeGeoTiff(at('two.tif'), options, (window) => Promise.resolve(cells(1)(window)));
    expect((await readFile(at('one.tif'))).equals(await readFile(at('two.tif')))).toBe(true);
  });

  it('has no hole where a mean is by chance the number for missing', async () => {
    const even = (window: Window) => [
      Float64Array.from({ length: window.width * window.height }, (_, place) => (place % 2 === 0 ? -5 : 5)),
    ];
    await writeGeoTiff(at('mean.tif'), { ...usual, type: 'int16', missing: 0, overviews: 'average' }, even);
    const tiff = await fromFile(at('mean.tif'));
    const [half] = (await (await tiff.getImage(1)).readRasters()) as unknown as readonly Int16Array[];
    expect(new Set(half)).toEqual(new Set([5]));
    await tiff.close();
  });
});

describe('writing that fails', () => {
  const refused = (options: Partial<GeoTiffOptions>, value: number) =>
    writeGeoTiff(at('bad.tif'), { ...usual, ...options }, (window) => [
      new Float64Array(window.width * window.height).fill(value),
    ]).then(
      () => 'written',
      (error: { readonly code: string }) => error.code,
    );

  it('refuses values that would not come back', async () => {
    expect(await refused({ type: 'uint8' }, 256)).toBe('RASTER_VALUE');
    expect(await refused({ type: 'uint8' }, Number.NaN)).toBe('RASTER_VALUE');
    expect(await refused({ type: 'int16', missing: -1 }, -1.2)).toBe('RASTER_VALUE');
    expect(await refused({ type: 'float32', missing: 0 }, 0)).toBe('RASTER_VALUE');
    expect(await refused({ type: 'float32' }, 1e300)).toBe('RASTER_VALUE');
    expect(await refused({ bands: 2 }, 1)).toBe('RASTER_SHAPE');
  });

  it('leaves the file that was there, and nothing else', async () => {
    await writeFile(at('bad.tif'), 'before');
    const before = await readdir(folder);
    let asked = 0;
    const failing = (window: Window) => {
      if (asked++ > 8) throw new Error('half-way');
      return cells(1)(window);
    };
    await expect(writeGeoTiff(at('bad.tif'), usual, failing)).rejects.toThrow('half-way');
    expect(await readFile(at('bad.tif'), 'utf8')).toBe('before');
    expect(await readdir(folder)).toEqual(before);
    const below = writeGeoTiff(at('bad.tif/below.tif'), usual, cells(1));
    await expect(below).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE' });
  });
});
