import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GeoTiffOptions, openGeoTiff, writeGeoTiff } from '../../src/files/index.js';
import { type Grid, reproject, type Window } from '../../src/locate/index.js';

/** What we write is read by GDAL, what GDAL writes is read by us, and both warp alike. Needs Debian's gdal-bin. */

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gdal-'));
  await writeGeoTiff(at('ours.tif'), ours, cells);
});
afterAll(() => rmSync(folder, { recursive: true }));

const grid: Grid = {
  width: 400,
  height: 300,
  originX: 440_000,
  originY: 4_420_000,
  cellWidth: 30,
  cellHeight: -30,
  crs: 'EPSG:32650',
};
const whole: Window = { column: 0, row: 0, width: 400, height: 300 };
const ours: GeoTiffOptions = {
  grid,
  bands: 2,
  type: 'float32',
  block: 128,
  overviews: 'average',
  bandNames: ['2020-01-01', '沉降 & <抬升>'],
  units: ['mm', 'mm/a'],
  tags: { SOURCE: 'made' },
};

function cells(window: Window): readonly Float64Array[] {
  return [0, 1].map((band) =>
    Float64Array.from({ length: window.width * window.height }, (_, place) => {
      const column = window.column + (place % window.width);
      const row = window.row + Math.floor(place / window.width);
      if ((column - 200) ** 2 + (row - 150) ** 2 < 900) return Number.NaN;
      return Math.round(Math.sin(column / 40) * 400 + row + band * 1000) / 4;
    }),
  );
}

function run(program: string, ...words: readonly string[]): string {
  try {
    return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`${program} is not there: apt-get install gdal-bin`, { cause: error });
    }
    throw error;
  }
}

/** All cells as GDAL reads them, band after band. */
function byGdal(path: string): Float64Array {
  const raw = at('raw.img');
  run('gdal_translate', '-q', '-of', 'ENVI', '-ot', 'Float64', '-co', 'INTERLEAVE=BSQ', path, raw);
  const bytes = readFileSync(raw);
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

async function byUs(path: string): Promise<Float64Array> {
  const source = await openGeoTiff(path);
  const window = { ...source.grid, column: 0, row: 0 };
  const bands: Float64Array[] = [];
  for (let band = 0; band < source.bands; band++) bands.push(await source.read(window, band));
  await source.close();
  return Float64Array.from(bands.flatMap((band) => Array.from(band)));
}

/** How many cells differ; comparing large lists as such takes seconds. */
function differing(one: Float64Array, other: Float64Array): number {
  if (one.length !== other.length) return Number.NaN;
  const same = (a: number, b: number) => a === b || (Number.isNaN(a) && Number.isNaN(b));
  return one.reduce((count, value, at) => count + (same(value, other[at] as number) ? 0 : 1), 0);
}

const wanted = Float64Array.from(cells(whole).flatMap((band) => Array.from(band)));

describe('a file of ours', () => {
  it('is understood by GDAL', () => {
    interface Told {
      readonly size: readonly number[];
      readonly geoTransform: readonly number[];
      readonly coordinateSystem: { readonly wkt: string };
      readonly metadata: Readonly<Record<string, Readonly<Record<string, string>>>>;
      readonly bands: readonly {
        readonly type: string;
        readonly block: readonly number[];
        readonly description: string;
        readonly unit: string;
        readonly noDataValue: unknown;
        readonly overviews: readonly { readonly size: readonly number[] }[];
      }[];
    }
    const told = JSON.parse(run('gdalinfo', '-json', at('ours.tif'))) as Told;
    expect(told.size).toEqual([400, 300]);
    expect(told.geoTransform).toEqual([440_000, 30, 0, 4_420_000, 0, -30]);
    expect(told.coordinateSystem.wkt).toMatch(/ID\["EPSG",32650\]\]$/);
    expect(told.metadata['']).toMatchObject({ SOURCE: 'made', AREA_OR_POINT: 'Area' });
    expect(told.bands.map(({ description, unit }) => [description, unit])).toEqual([
      ['2020-01-01', 'mm'],
      ['沉降 & <抬升>', 'mm/a'],
    ]);
    expect(told.bands[0]).toMatchObject({ type: 'Float32', block: [128, 128], noDataValue: 'NaN' });
    expect(told.bands[0]?.overviews.map(({ size }) => size)).toEqual([
      [200, 150],
      [100, 75],
    ]);
    expect(differing(byGdal(at('ours.tif')), wanted)).toBe(0);
  });

  it.each([
    ['float64', {}],
    ['int16', { missing: -32768 }],
    ['uint16', { missing: 65535, big: true }],
    ['int32', { missing: -1 }],
  ] as const)('of type %s too', async (type, more) => {
    const some = (window: Window) =>
      cells(window).map((band) => band.map((value) => Math.abs(Math.round(value))));
    const options = {
      ...ours,
      type,
      ...more,
      grid: { ...grid, crs: 'EPSG:4490', originX: 116, originY: 40 },
    };
    const degrees = { ...options.grid, cellWidth: 0.001, cellHeight: -0.001 };
    await writeGeoTiff(at('typed.tif'), { ...options, grid: degrees }, some);
    const missing = 'missing' in more ? more.missing : Number.NaN;
    const gdal = byGdal(at('typed.tif')).map((value) => (value === missing ? Number.NaN : value));
    expect(differing(gdal, Float64Array.from(some(whole).flatMap((band) => Array.from(band))))).toBe(0);
    expect(run('gdalinfo', at('typed.tif'))).toContain('ID["EPSG",4490]]');
  });
});

describe('a file of GDAL', () => {
  it.each([
    'TILED=YES COMPRESS=LZW PREDICTOR=3 INTERLEAVE=PIXEL',
    'TILED=YES COMPRESS=ZSTD PREDICTOR=2 INTERLEAVE=BAND',
    'COMPRESS=DEFLATE PREDICTOR=3 ENDIANNESS=LITTLE INTERLEAVE=PIXEL',
    'COMPRESS=DEFLATE PREDICTOR=2 ENDIANNESS=BIG',
    'COMPRESS=PACKBITS ENDIANNESS=BIG INTERLEAVE=BAND',
    'COMPRESS=NONE BLOCKYSIZE=300 BIGTIFF=YES',
  ])('is read: %s', async (words) => {
    const options = words.split(' ').flatMap((word) => ['-co', word]);
    run('gdal_translate', '-q', ...options, at('ours.tif'), at('theirs.tif'));
    expect(differing(await byUs(at('theirs.tif')), wanted)).toBe(0);
  });

  it('is read as a COG with a mask, and with scale and offset', async () => {
    run('gdal_translate', '-q', '-of', 'COG', at('ours.tif'), at('cog.tif'));
    expect(differing(await byUs(at('cog.tif')), wanted)).toBe(0);
    const scale = ['-a_scale', '0.5', '-a_offset', '3', '-a_nodata', 'nan'];
    run('gdal_translate', '-q', ...scale, at('ours.tif'), at('scaled.tif'));
    expect(
      differing(
        await byUs(at('scaled.tif')),
        wanted.map((value) => value * 0.5 + 3),
      ),
    ).toBe(0);
    const mask = ['-mask', '2', '-a_nodata', 'none', '-b', '1', '--config', 'GDAL_TIFF_INTERNAL_MASK', 'YES'];
    run('gdal_translate', '-q', ...mask, at('typed.tif'), at('masked.tif'));
    const source = await openGeoTiff(at('masked.tif'));
    const read = await source.read(whole, 0);
    // The second band is missing in the middle, and there only.
    expect(read.filter(Number.isNaN)).toHaveLength(wanted.subarray(0, 120_000).filter(Number.isNaN).length);
    await source.close();
  });
});

describe('a warp', () => {
  it.each(['nearest', 'bilinear'] as const)('is that of gdalwarp, %s', async (by) => {
    const words = [
      '-te',
      '116.32',
      '39.84',
      '116.42',
      '39.9',
      '-tr',
      '0.0003',
      '0.0002',
      '-et',
      '0',
      '-dstnodata',
      'nan',
    ];
    const how = by === 'nearest' ? 'near' : by;
    run(
      'gdalwarp',
      '-q',
      '-overwrite',
      '-t_srs',
      'EPSG:4326',
      '-r',
      how,
      ...words,
      at('ours.tif'),
      at('warped.tif'),
    );
    const theirs = await openGeoTiff(at('warped.tif'));
    const source = await openGeoTiff(at('ours.tif'));
    const raster = await reproject(source, theirs.grid, by);
    const window = { ...theirs.grid, column: 0, row: 0 };
    const [mine, other] = [await raster.read(window, 0), await theirs.read(window, 0)];
    const differ = Array.from(mine).filter(
      (value, place) =>
        !(
          Math.abs(value - (other[place] as number)) < 1e-3 ||
          (Number.isNaN(value) && Number.isNaN(other[place]))
        ),
    );
    expect(mine.filter((value) => !Number.isNaN(value)).length).toBeGreaterThan(40_000);
    // Cells whose middle falls on an edge may go to either side.
    expect(differ.length).toBeLessThan(mine.length * 1e-3);
    await source.close();
    await theirs.close();
  });
});
