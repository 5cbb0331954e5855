import { describe, expect, it } from 'vitest';
import { degreeGrid, madeRaster } from '../raster/testing/made-raster.js';
import { metreGrid } from '../vacant/testing/made-scene.js';
import { cellSide, gridOfSide, onGrid } from './resample.js';

describe('cells of another size', () => {
  it('are measured on the ground', () => {
    expect(cellSide(metreGrid(5, 4), 'i')).toBe(1);
    // A minute of arc at 60° N is 1857 m high and half as wide.
    const minutes = degreeGrid(2, 2, { originY: 60, cellWidth: 1 / 60, cellHeight: -1 / 60 });
    expect(cellSide(minutes, 'i')).toBeCloseTo(Math.sqrt(1857 * 930), -1);
    expect(() => cellSide({ ...metreGrid(2, 2), crs: null }, 'i')).toThrow(/RASTER_CRS_MISSING/);
  });

  it('cover the same ground', () => {
    expect(gridOfSide(metreGrid(11, 6), 2.5, 'i')).toEqual({
      ...metreGrid(4, 2),
      cellWidth: 2.5,
      cellHeight: -2.5,
    });
    expect(gridOfSide(metreGrid(3, 3), 0.5, 'i')).toMatchObject({ width: 6, height: 6, cellWidth: 0.5 });
  });

  it('are means by area where they are larger, missing where more than half is', async () => {
    const values = [1, 2, 3, 4, 5, Number.NaN, 7, 8, 9, 10];
    const image = madeRaster(metreGrid(5, 2), (column, row) => values[row * 5 + column] as number);
    const larger = await onGrid(image, gridOfSide(image.grid, 2, 'i'));
    const all = { column: 0, row: 0, width: 2, height: 1 };
    expect(await larger.read(all, 0)).toEqual(Float64Array.of((1 + 2 + 7) / 3, (3 + 4 + 8 + 9) / 4));
    expect(await larger.read({ ...all, column: 1, width: 1 }, 0)).toEqual(Float64Array.of(6));
    const odd = await onGrid(image, { ...gridOfSide(image.grid, 1.5, 'i'), height: 1 });
    // Rows 1 and half of row 2; columns 1½ to 3.
    const [, second = 0] = await odd.read({ ...all, width: 3 }, 0);
    expect(second).toBeCloseTo((0.5 * 2 + 3 + 0.5 * (0.5 * 7 + 8)) / 2.25, 12);
    const gone = madeRaster(metreGrid(2, 2), (column, row) => (column + row === 0 ? 1 : Number.NaN));
    expect(await (await onGrid(gone, gridOfSide(gone.grid, 2, 'i'))).read({ ...all, width: 1 }, 0)).toEqual(
      Float64Array.of(Number.NaN),
    );
  });

  it('are found between the old ones where they are smaller', async () => {
    const image = madeRaster(metreGrid(4, 1), (column) => column);
    const smaller = await onGrid(image, gridOfSide(image.grid, 0.5, 'i'));
    const cells = await smaller.read({ column: 2, row: 0, width: 4, height: 1 }, 0);
    expect(cells).toEqual(Float64Array.of(0.75, 1.25, 1.75, 2.25));
  });
});
