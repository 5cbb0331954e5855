import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AfterlodeError, seededRandom } from '../../base/index.js';
import { openGeoTiff } from './geotiff.js';
import { degrees, type SmallTag, smallTiff } from './testing/small-tiff.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geotiff-'));
});
afterAll(() => rm(folder, { recursive: true }));

const six = [1, 2, 3, 4, 5, 6];
let made = 0;

async function put(bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, `${made++}.tif`);
  await writeFile(path, bytes);
  return path;
}

async function opened(bytes: Uint8Array) {
  const source = await openGeoTiff(await put(bytes));
  const { width, height } = source.grid;
  const cells = Array.from(await source.read({ column: 0, row: 0, width, height }, 0));
  await source.close();
  return { source, cells };
}

const without = (...codes: readonly number[]) => degrees.filter(([code]) => !codes.includes(code));

describe('a GeoTIFF', () => {
  it.each([true, false])('is read with its grid, little-endian %s', async (little) => {
    const { source, cells } = await opened(smallTiff(3, six, degrees, little));
    expect(cells).toEqual(six);
    expect(source.grid).toEqual({
      width: 3,
      height: 2,
      originX: 100,
      originY: 40,
      cellWidth: 0.5,
      cellHeight: -0.5,
      crs: 'EPSG:4326',
    });
    expect([source.bands, source.missing, source.bandNames]).toEqual([1, null, ['']]);
  });

  it('is read by windows', async () => {
    const source = await openGeoTiff(await put(smallTiff(3, six)));
    expect(Array.from(await source.read({ column: 1, row: 0, width: 2, height: 2 }, 0))).toEqual([
      2, 3, 5, 6,
    ]);
    expect(Array.from(await source.read({ column: 2, row: 1, width: 1, height: 1 }, 0))).toEqual([6]);
    for (const window of [
      { column: 2, row: 0, width: 2, height: 1 },
      { column: -1, row: 0, width: 1, height: 1 },
      { column: 0, row: 0, width: 0, height: 1 },
      { column: 0.5, row: 0, width: 1, height: 1 },
    ]) {
      await expect(source.read(window, 0)).rejects.toMatchObject({ code: 'RASTER_WINDOW' });
    }
    await expect(source.read({ column: 0, row: 0, width: 1, height: 1 }, 1)).rejects.toThrow('band 2');
    await source.close();
  });

  it('has NaN where the file holds its number for missing, and 0 only where it is a value', async () => {
    const withMissing = (text: string): readonly SmallTag[] => [...degrees, [42113, 2, text]];
    const lowest = -3.4028234663852886e38;
    const { cells } = await opened(smallTiff(3, [0, lowest, 1, 2, Number.NaN, 3], withMissing(`${lowest}`)));
    expect(cells).toEqual([0, Number.NaN, 1, 2, Number.NaN, 3]);
    const zero = await opened(smallTiff(3, [0, 1, 2, 3, 4, 5], withMissing('0')));
    expect([zero.source.missing, zero.cells[0]]).toEqual([0, Number.NaN]);
    // Rounded to the precision of the cells before it is compared.
    const tenth = await opened(smallTiff(3, [0.1, 1, 2, 3, 4, 5], withMissing('0.1')));
    expect(tenth.cells[0]).toBe(Number.NaN);
  });

  it('tells names, units, scale and what the writer said', async () => {
    const xml =
      '<GDALMetadata><Item name="WAVELENGTH">0.056 &lt;m&gt;</Item>' +
      '<Item name="DESCRIPTION" sample="0" role="description">沉降 &amp; 抬升</Item>' +
      '<Item name="UNITTYPE" sample="0" role="unittype">mm</Item>' +
      '<Item name="OFFSET" sample="0" role="offset">1</Item><Item name="SCALE" sample="0" role="scale">0.5</Item></GDALMetadata>';
    const { source, cells } = await opened(smallTiff(3, six, [...degrees, [42112, 2, xml]]));
    expect(source.bandNames).toEqual(['沉降 & 抬升']);
    expect(source.units).toEqual(['mm']);
    expect(source.tags).toEqual({ WAVELENGTH: '0.056 <m>' });
    expect(cells).toEqual([1.5, 2, 2.5, 3, 3.5, 4]);
  });

  it('knows its reference system by the code, and none where it defines its own', async () => {
    const crs = async (...keys: readonly number[]) => {
      const tag: SmallTag = [34735, 3, [1, 1, 0, keys.length / 4, ...keys]];
      return (await opened(smallTiff(3, six, [...without(34735), tag]))).source.grid.crs;
    };
    expect(await crs(1024, 0, 1, 1, 2048, 0, 1, 4326, 3072, 0, 1, 32650)).toBe('EPSG:32650');
    expect(await crs(1024, 0, 1, 1, 2048, 0, 1, 4326, 3072, 0, 1, 32767)).toBeNull();
    expect(await crs(1024, 0, 1, 1, 2048, 0, 1, 4326)).toBeNull();
    expect(await crs(1024, 0, 1, 2, 2048, 0, 1, 4490)).toBe('EPSG:4490');
    expect((await opened(smallTiff(3, six, without(34735)))).source.grid.crs).toBeNull();
  });

  it('places cells by their corner, also where the file speaks of their middle or of another cell', async () => {
    const point: SmallTag = [34735, 3, [1, 1, 0, 2, 1025, 0, 1, 2, 2048, 0, 1, 4326]];
    const middle = (await opened(smallTiff(3, six, [...without(34735), point]))).source.grid;
    expect([middle.originX, middle.originY]).toEqual([99.75, 40.25]);
    const tie: SmallTag = [33922, 12, [2, 1, 0, 101, 39.5, 0]];
    const other = (await opened(smallTiff(3, six, [...without(33922), tie]))).source.grid;
    expect([other.originX, other.originY]).toEqual([100, 40]);
    const bare = (await opened(smallTiff(3, six, []))).source.grid;
    expect(bare).toMatchObject({ originX: 0, originY: 0, cellWidth: 1, cellHeight: 1, crs: null });
  });

  it('is taken by a matrix along the axes and refused when rotated', async () => {
    const matrix = (b: number): SmallTag => [
      34264,
      12,
      [0.5, b, 0, 100, b, -0.5, 0, 40, 0, 0, 0, 0, 0, 0, 0, 1],
    ];
    const { grid } = (await opened(smallTiff(3, six, [matrix(0)]))).source;
    expect(grid).toMatchObject({ originX: 100, originY: 40, cellWidth: 0.5, cellHeight: -0.5 });
    await expect(opened(smallTiff(3, six, [matrix(0.1)]))).rejects.toMatchObject({ code: 'RASTER_ROTATED' });
  });
});

describe('a file that is no raster to read', () => {
  it('is refused with what is wrong', async () => {
    const whole = smallTiff(3, six);
    const refused = async (bytes: Uint8Array | string) =>
      openGeoTiff(await put(bytes)).then(
        () => 'read',
        (error: { readonly code: string }) => error.code,
      );
    expect(await refused('')).toBe('RASTER_EMPTY');
    expect(await refused('PNG and more')).toBe('RASTER_NOT_TIFF');
    for (const length of [4, 7, 12, 40, 100, whole.length - 1]) {
      expect([length, await refused(whole.subarray(0, length))]).toEqual([length, 'RASTER_CUT_SHORT']);
    }
    const cells = (format: number, bits: number): readonly SmallTag[] => [
      [258, 3, [bits]],
      [339, 3, [format]],
    ];
    expect(await refused(smallTiff(3, six, cells(6, 64)))).toBe('RASTER_FORM');
    expect(await refused(smallTiff(3, six, [[273, 4, [1e6]]]))).toBe('RASTER_CUT_SHORT');
    expect(await refused(smallTiff(3, six, [[256, 4, [0]]]))).toBe('RASTER_DAMAGED');
    await expect(openGeoTiff(join(folder, 'none.tif'))).rejects.toMatchObject({ code: 'CALL_FILE_MISSING' });
    await expect(openGeoTiff(folder)).rejects.toMatchObject({ code: 'FILE_NOT_READABLE' });
  });

  it('is refused while reading where its blocks are damaged', async () => {
    for (const compression of [5, 8, 34887]) {
      const source = await openGeoTiff(await put(smallTiff(3, six, [[259, 3, [compression]]])));
      const read = source.read({ column: 0, row: 0, width: 3, height: 2 }, 0);
      await expect(read).rejects.toMatchObject({
        code: compression === 34887 ? 'RASTER_FORM' : 'RASTER_DAMAGED',
      });
      await source.close();
    }
  });
});

describe('a damaged GeoTIFF', () => {
  it('is read or refused, never more', async () => {
    const random = seededRandom(1);
    const whole = smallTiff(3, six, [...degrees, [42113, 2, '0']]);
    const path = join(folder, 'damaged.tif');
    const told = new Set<string>();
    for (let round = 0; round < 100; round++) {
      const bytes = Uint8Array.from(whole);
      for (let change = 0; change < 3; change++) {
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      }
      await writeFile(path, bytes);
      told.add(
        await openGeoTiff(path).then(
          async (source) => {
            const window = { column: 0, row: 0, width: 1, height: 1 };
            const end = await source.read(window, 0).then(
              () => 'read',
              (error: unknown) => (error instanceof AfterlodeError ? error.code : String(error)),
            );
            await source.close();
            return end;
          },
          (error: unknown) => (error instanceof AfterlodeError ? error.code : String(error)),
        ),
      );
    }
    expect([...told].filter((one) => one !== 'read' && !one.startsWith('RASTER_'))).toEqual([]);
    expect(told.size).toBeGreaterThan(3);
  });
});

describe('a GeoTIFF on a server', () => {
  let server: Server;
  let address = '';
  let fails = 0;
  const bytes = smallTiff(3, six);
  beforeAll(async () => {
    server = createServer((request, response) => {
      const range = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '');
      const plain = request.url === '/plain.tif';
      if (request.url === '/busy.tif' && fails++ < 1) response.writeHead(503).end();
      else if (request.url === '/none.tif') response.writeHead(404).end();
      else if (plain || range === null) response.writeHead(200).end(bytes);
      else {
        const part = bytes.subarray(Number(range[1]), Number(range[2]) + 1);
        const last = Number(range[1]) + part.length - 1;
        response.writeHead(206, { 'content-range': `bytes ${range[1]}-${last}/${bytes.length}` }).end(part);
      }
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it('is read by ranges, again where the server was busy', async () => {
    for (const name of ['a.tif?key=secret', 'busy.tif']) {
      const source = await openGeoTiff(`${address}/${name}`);
      expect(Array.from(await source.read({ column: 0, row: 1, width: 3, height: 1 }, 0))).toEqual([4, 5, 6]);
      expect(source.name).not.toContain('secret');
      await source.close();
    }
  });

  it('is refused where it is not there or the server has no ranges', async () => {
    await expect(openGeoTiff(`${address}/none.tif`)).rejects.toThrow('404');
    await expect(openGeoTiff(`${address}/plain.tif`)).rejects.toMatchObject({ code: 'RASTER_NO_RANGES' });
    await expect(openGeoTiff('http://127.0.0.1:2/a.tif')).rejects.toMatchObject({ code: 'RASTER_ADDRESS' });
  });
});
