import { expect, test } from 'vitest';
import type { RasterSource, Window } from '../../../locate/index.js';
import { blockMeans } from './block-means.js';

/** A raster whose cells hold what `of` says of column and row. */
function made(width: number, height: number, of: (column: number, row: number) => number) {
  const read: Window[] = [];
  const source: RasterSource = {
    name: 'made',
    grid: { width, height, originX: 0, originY: 0, cellWidth: 1, cellHeight: -1, crs: null },
    bands: 1,
    bandNames: [''],
    missing: null,
    block: { width, height: 1 },
    close: () => Promise.resolve(),
    read: (window) => {
      read.push(window);
      const cells = { length: window.width * window.height };
      return Promise.resolve(
        Float64Array.from(cells, (_, cell) =>
          of(window.column + (cell % window.width), window.row + Math.floor(cell / window.width)),
        ),
      );
    },
  };
  return { source, read };
}

test('by hand: means of those that have a value, smaller squares at the edges', async () => {
  const rows = [
    [1, 2, 9],
    [3, Number.NaN, 5],
    [Number.NaN, Number.NaN, 7],
  ];
  const { source } = made(3, 3, (column, row) => rows[row]?.[column] as number);
  const whole = { column: 0, row: 0, width: 3, height: 3 };
  expect([...(await blockMeans(source, whole, 0, 2))]).toEqual([2, 7, Number.NaN, 7]);
  expect([...(await blockMeans(source, { column: 1, row: 1, width: 2, height: 2 }, 0, 2))]).toEqual([6]);
  expect(await blockMeans(source, whole, 0, 1)).toHaveLength(9);
});

test('strips end between squares, and none is larger than the rest of memory allows', async () => {
  const { source, read } = made(2500, 2000, (column, row) => column + row);
  const means = await blockMeans(source, { column: 0, row: 0, width: 2500, height: 2000 }, 0, 7);
  expect(read.length).toBeGreaterThan(1);
  expect(read.slice(0, -1).every(({ height }) => height % 7 === 0)).toBe(true);
  expect(Math.max(...read.map(({ width, height }) => width * height))).toBeLessThanOrEqual(4_000_000);
  const columns = Math.ceil(2500 / 7);
  for (const [column, row] of [
    [0, 0],
    [100, 228],
    [3, 229],
    [200, 284],
  ] as const)
    expect(means[row * columns + column]).toBeCloseTo(7 * column + 3 + 7 * row + 3, 9);
});
