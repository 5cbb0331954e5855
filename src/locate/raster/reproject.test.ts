import { describe, expect, it } from 'vitest';
import { isGeographic } from './crs.js';
import { reproject } from './reproject.js';
import { degreeGrid, madeRaster } from './testing/made-raster.js';
import { transformer } from './transform.js';

const all = (grid: { readonly width: number; readonly height: number }) => ({ ...grid, column: 0, row: 0 });

describe('reference systems', () => {
  // Coordinates by gdaltransform of GDAL 3.6.2 with PROJ 9.1; whole metres where national datums are shifted.
  it.each([
    ['EPSG:3857', 116, 40, 12913060.932, 4865942.28, 3],
    ['EPSG:32650', 116.3, 39.9, 440160.873, 4416892.772, 3],
    ['EPSG:32756', 150.9, -34.2, 306509.156, 6213674.43, 3],
    ['EPSG:25832', 9.2, 51, 514033.914, 5649843.923, 3],
    ['EPSG:4498', 116, 40, 20414605.38, 4430008.068, 3],
    ['EPSG:4509', 116, 40, 414605.38, 4430008.068, 3],
    ['EPSG:4526', 113.2, 35, 38426968.646, 3874885.354, 3],
    ['EPSG:4547', 113.2, 35, 426968.646, 3874885.354, 3],
    ['EPSG:3035', 24, 60, 5098255.285, 4177014.049, 3],
    ['EPSG:2154', 5.9, 49.1, 911742.141, 6892796.897, 3],
    ['EPSG:28992', 5.4, 52.1, 155876.814, 456861.618, 2],
    ['EPSG:5514', 14.4, 50.1, -744125.863, -1041424.275, 0],
    ['EPSG:27700', -1.5, 53, 433653.297, 344858.882, 1],
  ] as const)('%s agrees with PROJ, there and back', async (crs, x, y, easting, northing, digits) => {
    const [atX, atY] = (await transformer('EPSG:4326', crs, 'test'))(x, y);
    expect(atX).toBeCloseTo(easting, digits);
    expect(atY).toBeCloseTo(northing, digits);
    const [backX, backY] = (await transformer(crs, 'EPSG:4326', 'test'))(atX, atY);
    expect([backX.toFixed(6), backY.toFixed(6)]).toEqual([x.toFixed(6), y.toFixed(6)]);
  });

  it('that are not known are refused, unless nothing has to be done', async () => {
    await expect(transformer('EPSG:4326', 'EPSG:2327', 'a.tif')).rejects.toThrow('EPSG:2327');
    await expect(transformer(null, 'EPSG:4326', 'a.tif')).rejects.toMatchObject({
      code: 'RASTER_CRS_MISSING',
    });
    expect((await transformer('EPSG:2327', 'EPSG:2327', 'a.tif'))(1, 2)).toEqual([1, 2]);
    expect((await transformer('EPSG:4326', 'EPSG:3857', 'a.tif'))(Number.NaN, 2)[0]).toBeNaN();
    const codes = [4326, 4490, 4258, 7844, 4214, 3857, 32650, 4547, 4498, 3035];
    expect(codes.filter((code) => isGeographic(`EPSG:${code}`))).toEqual([4326, 4490, 4258, 7844, 4214]);
  });
});

describe('a raster on another grid', () => {
  const from = degreeGrid(8, 6);

  it('is itself on its own grid', async () => {
    const source = madeRaster(from, (column, row, band) => column + row * 10 + band * 100, 2);
    for (const by of ['nearest', 'bilinear'] as const) {
      const same = await reproject(source, from, by);
      expect(await same.read(all(from), 1)).toEqual(await source.read(all(from), 1));
    }
  });

  it('takes the cell at the middle, or the four round it', async () => {
    const source = madeRaster(from, (column, row) => column + row * 10);
    const quarter = degreeGrid(1, 1, { originX: 101.05, originY: 38.95, cellWidth: 0.5, cellHeight: -0.5 });
    // The middle 101.3, 38.7 lies in column 2.6, row 2.6; between the middles of cells that is 2.1 and 2.1.
    expect((await (await reproject(source, quarter, 'nearest')).read(all(quarter), 0))[0]).toBe(22);
    const between = await (await reproject(source, quarter, 'bilinear')).read(all(quarter), 0);
    expect(between[0]).toBeCloseTo(2.1 + 21, 9);
  });

  it('has nothing outside, and neither grows nor shrinks at holes', async () => {
    const hole = madeRaster(from, (column, row) => (column === 3 && row === 2 ? Number.NaN : 5));
    const wide = degreeGrid(20, 16, { originX: 99, originY: 41, cellWidth: 0.25, cellHeight: -0.25 });
    for (const by of ['nearest', 'bilinear'] as const) {
      const cells = await (await reproject(hole, wide, by)).read(all(wide), 0);
      const missing = Array.from(cells, (value, at) => (Number.isNaN(value) ? at : -1)).filter(
        (at) => at >= 0,
      );
      // 16 × 12 cells of the new grid lie on the old one, four of them in the hole.
      expect(cells.length - missing.length).toBe(16 * 12 - 4);
      expect(new Set(cells)).toEqual(new Set([Number.NaN, 5]));
    }
  });

  it('reads only what its window needs', async () => {
    const reads: number[] = [];
    const large = madeRaster(
      degreeGrid(400, 100, { cellWidth: 0.1, cellHeight: -0.1 }),
      (column) => column,
      1,
      reads,
    );
    const to = degreeGrid(200, 200, {
      crs: 'EPSG:3857',
      originX: 1.16e7,
      originY: 4.8e6,
      cellWidth: 5000,
      cellHeight: -5000,
    });
    const raster = await reproject(large, to, 'bilinear');
    const cells = await raster.read({ column: 10, row: 10, width: 20, height: 10 }, 0);
    expect(cells.some(Number.isNaN)).toBe(false);
    expect(reads).toHaveLength(1);
    expect(reads[0]).toBeLessThan(200);
  });
});
