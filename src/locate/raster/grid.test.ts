import { describe, expect, it } from 'vitest';
import { rowAreas } from './area.js';
import { boundsOf, cellAt, gridOfWindow, middleOf, requireSameGrid, sameGrid, windowOf } from './grid.js';
import { degreeGrid } from './testing/made-raster.js';

const grid = degreeGrid(4, 3);

describe('cells and positions', () => {
  it('find each other', () => {
    expect(cellAt(grid, 100.6, 39.9)).toEqual({ column: 1, row: 0 });
    expect(cellAt(grid, 100, 40)).toEqual({ column: 0, row: 0 });
    expect(cellAt(grid, 100.5, 39.5)).toEqual({ column: 1, row: 1 });
    for (const [x, y] of [
      [102, 39],
      [99.9, 39],
      [101, 38.5],
      [101, 40.1],
      [Number.NaN, 39],
    ] as const) {
      expect(cellAt(grid, x, y)).toBeNull();
    }
    expect(middleOf(grid, 1, 2)).toEqual({ x: 100.75, y: 38.75 });
    const up = { ...grid, originY: 38.5, cellHeight: 0.5 };
    expect(cellAt(up, 100.1, 38.6)).toEqual({ column: 0, row: 0 });
  });

  it('windows and rectangles too', () => {
    expect(boundsOf(grid)).toEqual({ left: 100, right: 102, bottom: 38.5, top: 40 });
    const window = { column: 1, row: 1, width: 2, height: 1 };
    expect(windowOf(grid, boundsOf(grid, window))).toEqual(window);
    expect(windowOf(grid, { left: 100.7, right: 100.8, bottom: 39.2, top: 39.3 })).toEqual({
      column: 1,
      row: 1,
      width: 1,
      height: 1,
    });
    expect(windowOf(grid, { left: 0, right: 200, bottom: 0, top: 90 })).toEqual({
      column: 0,
      row: 0,
      width: 4,
      height: 3,
    });
    expect(windowOf(grid, { left: 102, right: 103, bottom: 39, top: 40 })).toBeNull();
    expect(windowOf(grid, { left: Number.NaN, right: 103, bottom: 39, top: 40 })).toBeNull();
    expect(gridOfWindow(grid, window)).toEqual({
      ...grid,
      width: 2,
      height: 1,
      originX: 100.5,
      originY: 39.5,
    });
  });
});

describe('two grids', () => {
  it('are the same to a thousandth of a cell at every corner', () => {
    expect(sameGrid(grid, { ...grid, originX: 100.0004 })).toBe(true);
    expect(sameGrid(grid, { ...grid, originX: 100.001 })).toBe(false);
    expect(sameGrid(grid, { ...grid, cellWidth: 0.5001 })).toBe(true);
    expect(sameGrid(grid, { ...grid, cellWidth: 0.501 })).toBe(false);
  });

  it('are told apart with the difference', () => {
    const told = (more: object) => () => requireSameGrid(grid, { ...grid, ...more }, 'b.tif', 'a.tif');
    expect(told({})).not.toThrow();
    expect(told({ width: 5 })).toThrow('b.tif has another grid than a.tif: sizes 5×3 / 4×3');
    expect(told({ crs: null })).toThrow('– / EPSG:4326');
    expect(told({ originY: 41 })).toThrow('100, 41 / 100, 40');
  });
});

describe('the area of cells', () => {
  it('is that of the ellipsoid, on the whole 510 065 621.7 km²', () => {
    const world = degreeGrid(360, 180, { originX: -180, originY: 90, cellWidth: 1, cellHeight: -1 });
    const rows = rowAreas(world, 'world');
    const total = rows.reduce((sum, area) => sum + area * 360, 0);
    expect(total / 1e6).toBeCloseTo(510_065_621.724, 2);
    expect(rows[0]).toBeCloseTo(rows[179] as number, 3);
  });

  it('of the web map is that of the same ground in degrees', () => {
    const metres = (latitude: number) => 6378137 * Math.asinh(Math.tan((latitude * Math.PI) / 180));
    const top = metres(40);
    const width = (0.5 * Math.PI * 6378137) / 180;
    const web = degreeGrid(1, 1, {
      crs: 'EPSG:3857',
      originX: 0,
      originY: top,
      cellWidth: width,
      cellHeight: metres(39.5) - top,
    });
    expect(rowAreas(web, 'web')[0]).toBeCloseTo(rowAreas(grid, 'degrees')[0] as number, 0);
  });

  it('of plane systems is width by height, and unknown without a system', () => {
    const plane = degreeGrid(2, 2, { crs: 'EPSG:4547', cellWidth: 30, cellHeight: -20 });
    expect(Array.from(rowAreas(plane, 'plane'))).toEqual([600, 600]);
    expect(() => rowAreas({ ...grid, crs: null }, 'a.tif')).toThrow('RASTER_CRS_MISSING');
    expect(() => rowAreas({ ...grid, crs: 'EPSG:9' }, 'a.tif')).toThrow('RASTER_CRS_UNKNOWN');
    expect(() => rowAreas({ ...grid, originY: 91 }, 'a.tif')).toThrow('poles');
  });
});
