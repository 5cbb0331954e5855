import { describe, expect, it } from 'vitest';
import { degreeGrid, madeRaster } from './testing/made-raster.js';
import { mapWindows, storedWindows, type WindowProgress, windowsOf } from './windows.js';

describe('windows', () => {
  it('cover a raster once, row by row', () => {
    expect(windowsOf({ width: 5, height: 3 }, { width: 4, height: 2 })).toEqual([
      { column: 0, row: 0, width: 4, height: 2 },
      { column: 4, row: 0, width: 1, height: 2 },
      { column: 0, row: 2, width: 4, height: 1 },
      { column: 4, row: 2, width: 1, height: 1 },
    ]);
  });

  it.each([
    [16, 8, 100_000, [40, 20]],
    [16, 8, 700, [40, 16]],
    [16, 8, 300, [32, 8]],
    [16, 8, 100, [16, 6]],
    [40, 1, 200, [40, 5]],
    [40, 20, 30, [30, 1]],
    [40, 20, 0, [1, 1]],
  ])('suit blocks of %s × %s with room for %s cells', (width, height, cells, first) => {
    const windows = storedWindows({ grid: degreeGrid(40, 20), block: { width, height } }, 1, cells);
    expect([windows[0]?.width, windows[0]?.height]).toEqual(first);
    expect(windows.reduce((sum, window) => sum + window.width * window.height, 0)).toBe(800);
  });
});

describe('a walk over windows', () => {
  it('gives all bands of all rasters, bounded, and tells how far it is', async () => {
    const grid = degreeGrid(40, 20);
    const reads: number[] = [];
    const one = madeRaster(grid, (column, row) => column + row * 40, 1, reads);
    const two = madeRaster(grid, () => 2, 2, reads);
    const told: WindowProgress[] = [];
    let clock = 0;
    let sum = 0;
    const walk = mapWindows(
      [one, two],
      ([first, second]) => {
        expect(second).toHaveLength(2);
        return first?.[0]?.reduce((total, value) => total + value, 0) ?? 0;
      },
      { cells: 3 * 384, now: () => (clock += 100), onProgress: (progress) => void told.push(progress) },
    );
    for await (const { value } of walk) sum += value;
    expect(sum).toBe((799 * 800) / 2);
    expect(Math.max(...reads)).toBe(320);
    expect(told.map(({ share }) => share)).toEqual([0.4, 0.8, 1]);
    expect(told.map(({ remainingMs }) => Math.round(remainingMs as number))).toEqual([150, 50, 0]);
  });

  it('stops reading when the caller stops', async () => {
    const reads: number[] = [];
    const source = madeRaster(degreeGrid(40, 20), () => 1, 1, reads);
    for await (const { window } of mapWindows([source], () => null, { cells: 128 })) {
      if (window.row >= 8) break;
    }
    expect(reads).toHaveLength(4);
  });
});
