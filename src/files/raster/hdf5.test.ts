import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { File, ready } from 'h5wasm/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hdf5File, openHdf5 } from './hdf5.js';
import { hdf5Raster } from './hdf5-raster.js';

let folder = '';
let file: Hdf5File;
const at = (name: string) => join(folder, name);
const wgs84 = 'GEOGCRS["WGS 84",ID["EPSG",9999],CS[ellipsoidal,2],ID["EPSG",4326]]';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hdf5-'));
  await ready;
  const made = new File(at('位移.h5'), 'w');
  const data = Float32Array.from({ length: 12 }, (_, index) => (index === 0 ? Number.NaN : index));
  made.create_dataset({ name: 'timeseries', data, shape: [2, 2, 3], chunks: [1, 2, 3], compression: 'gzip' });
  made.create_dataset({ name: 'date', data: ['20200101', '20200113'] });
  made.create_dataset({ name: 'single', data: 7 });
  made.create_dataset({ name: 'whole', data: new BigInt64Array([1n, 2n ** 40n]) });
  const group = made.create_group('cf');
  group.create_dataset({ name: 'lat', data: Float64Array.of(40.25, 39.75) });
  group.create_dataset({ name: 'lon', data: Float32Array.of(100.1, 100.2, 100.3) });
  group.create_dataset({ name: 'crs', data: 0 }).create_attribute('crs_wkt', wgs84);
  const rain = group.create_dataset({ name: 'rain', data: Int16Array.of(1, -9, 3, 4, 5, 6), shape: [2, 3] });
  rain.create_attribute('_FillValue', Int16Array.of(-9));
  rain.create_attribute('scale_factor', 0.5);
  rain.create_attribute('add_offset', 10);
  rain.create_attribute('grid_mapping', 'crs');
  made.create_attribute('FILE_TYPE', 'timeseries');
  made.create_attribute('bounds', Float64Array.of(1, 2));
  made.close();
  file = await openHdf5(at('位移.h5'));
});
afterAll(async () => {
  file.close();
  await rm(folder, { recursive: true });
});

describe('an HDF5 file', () => {
  it('lists its datasets and attributes', () => {
    expect(file.datasets.map(({ path }) => path)).toEqual([
      'cf/crs',
      'cf/lat',
      'cf/lon',
      'cf/rain',
      'date',
      'single',
      'timeseries',
      'whole',
    ]);
    expect(file.datasets.find(({ path }) => path === 'timeseries')).toEqual({
      path: 'timeseries',
      shape: [2, 2, 3],
      kind: 'number',
      chunks: [1, 2, 3],
    });
    expect(file.attributes()).toEqual({ FILE_TYPE: 'timeseries', bounds: [1, 2] });
    expect(file.attributes('/cf/rain')).toMatchObject({
      _FillValue: -9,
      scale_factor: 0.5,
      grid_mapping: 'crs',
    });
  });

  it('gives numbers whole and by parts, and texts', () => {
    expect(Array.from(file.read('timeseries'))).toEqual([Number.NaN, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const part = file.read('timeseries', [
      [1, 2],
      [0, 2],
      [1, 3],
    ]);
    expect(Array.from(part)).toEqual([7, 8, 10, 11]);
    expect(Array.from(file.read('/single'))).toEqual([7]);
    expect(Array.from(file.read('whole'))).toEqual([1, 2 ** 40]);
    expect(file.texts('date')).toEqual(['20200101', '20200113']);
  });

  it('says what it has not', () => {
    expect(() => file.read('velocity')).toThrow('cf/rain, date, single, timeseries');
    expect(() => file.attributes('velocity')).toThrow('velocity');
    expect(() => file.read('date')).toThrow('RASTER_FORM');
    for (const ranges of [[[0, 3]], [[0, 3]], [[1, 1]], [[-1, 1]], []] as const) {
      expect(() => file.read('whole', ranges)).toThrow('RASTER_SHAPE');
    }
  });

  it('is refused when it is none or cut short', async () => {
    const whole = await readFile(at('位移.h5'));
    const refused = async (bytes: Uint8Array) => {
      await writeFile(at('bad.h5'), bytes);
      return openHdf5(at('bad.h5')).then(
        () => 'read',
        (error: { readonly code: string }) => error.code,
      );
    };
    expect(await refused(new Uint8Array(0))).toBe('RASTER_EMPTY');
    expect(await refused(Buffer.from('CDF\u0001 an older netCDF file'))).toBe('RASTER_NOT_HDF5');
    expect(await refused(whole.subarray(0, whole.length - 100))).toBe('RASTER_CUT_SHORT');
    expect(await refused(whole.subarray(0, 40))).toBe('RASTER_DAMAGED');
    await expect(openHdf5(at('none.h5'))).rejects.toMatchObject({ code: 'CALL_FILE_MISSING' });
  });
});

describe('a dataset as a raster', () => {
  it('has the bands of its first dimension, and cells for coordinates where the file says nothing', async () => {
    const raster = hdf5Raster(file, 'timeseries');
    expect([raster.bands, raster.block]).toEqual([2, { width: 3, height: 2 }]);
    expect(raster.grid).toMatchObject({ width: 3, height: 2, originX: 0, cellHeight: 1, crs: null });
    const window = { column: 1, row: 1, width: 2, height: 1 };
    expect(Array.from(await raster.read(window, 1))).toEqual([10, 11]);
    await expect(raster.read(window, 2)).rejects.toMatchObject({ code: 'RASTER_BAND' });
    await expect(raster.read({ ...window, width: 3 }, 0)).rejects.toMatchObject({ code: 'RASTER_WINDOW' });
    expect(() => hdf5Raster(file, 'whole')).toThrow('RASTER_SHAPE');
    expect(() => hdf5Raster(file, 'none')).toThrow('RASTER_DATASET');
  });

  it('takes grid, fill value, scale and offset as the CF conventions have them', async () => {
    const raster = hdf5Raster(file, 'cf/rain');
    const { originX, originY, cellWidth, cellHeight, crs } = raster.grid;
    expect([originX, cellWidth].map((value) => value.toFixed(4))).toEqual(['100.0500', '0.1000']);
    expect([originY, cellHeight, crs]).toEqual([40.5, -0.5, 'EPSG:4326']);
    const cells = await raster.read({ column: 0, row: 0, width: 3, height: 2 }, 0);
    expect(Array.from(cells)).toEqual([10.5, Number.NaN, 11.5, 12, 12.5, 13]);
  });

  it('takes the grid that the caller gives, and that of MintPy', async () => {
    const given = { ...hdf5Raster(file, 'cf/rain').grid, crs: 'EPSG:4490' };
    expect(hdf5Raster(file, 'cf/rain', { grid: given }).grid.crs).toBe('EPSG:4490');
    expect(() => hdf5Raster(file, 'cf/rain', { grid: { ...given, width: 4 } })).toThrow('2 × 4');
    const made = new File(at('mintpy.h5'), 'w');
    made.create_dataset({ name: 'velocity', data: Float32Array.of(1, 2, 3, 4), shape: [2, 2] });
    const attributes = { X_FIRST: '100.0', Y_FIRST: '40', X_STEP: '0.5', Y_STEP: '-0.5', EPSG: '32650' };
    for (const [name, value] of Object.entries(attributes)) made.create_attribute(name, value);
    made.close();
    const mintpy = await openHdf5(at('mintpy.h5'));
    expect(hdf5Raster(mintpy, 'velocity').grid).toEqual({
      width: 2,
      height: 2,
      originX: 100,
      originY: 40,
      cellWidth: 0.5,
      cellHeight: -0.5,
      crs: 'EPSG:32650',
    });
    mintpy.close();
  });
});
