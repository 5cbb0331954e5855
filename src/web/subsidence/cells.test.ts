import { expect, test } from 'vitest';
import type { RunGrid } from '../../api/contract.js';
import { cellAspect, cellMetres, cellsOf, middleIn, pathIn, wayToCells, windowAround } from './cells.js';
import { largest, ramp, rampColour, roundUp } from './ramp.js';
import { viewOf } from './use-run.js';

/** Cells of a hundredth of a degree from 100° E 60° N. */
const grid: RunGrid = {
  width: 100,
  height: 50,
  originX: 100,
  originY: 60,
  cellWidth: 0.01,
  cellHeight: -0.01,
  crs: 'EPSG:4326',
  corners: [
    [100, 60],
    [101, 60],
    [101, 59.5],
    [100, 59.5],
  ],
};
const square = {
  type: 'Polygon',
  coordinates: [
    [
      [100.1, 59.9],
      [100.2, 59.9],
      [100.2, 59.8],
      [100.1, 59.8],
      [100.1, 59.9],
    ],
  ],
} as const;

test('unpacks cells, missing ones too', () => {
  const bytes = Buffer.from(new Uint8Array(Float32Array.of(-1.5, Number.NaN).buffer)).toString('base64');
  const answer = {
    layer: 'rate',
    date: null,
    unit: 'mm/yr',
    window: { column: 0, row: 0, width: 2, height: 1 },
    corners: null,
    step: 1,
    width: 2,
    height: 1,
    values: bytes,
    ties: Buffer.of(1, 2).toString('base64'),
  } as const;
  const { values, ties } = cellsOf(answer);
  expect([[...values], [...ties]]).toEqual([
    [-1.5, Number.NaN],
    [1, 2],
  ]);
});

test('places shapes in cells', async () => {
  const toCells = await wayToCells(grid);
  expect(pathIn(square, toCells)).toBe('M10.00,10.00L20.00,10.00L20.00,20.00L10.00,20.00L10.00,10.00Z');
  const [column, row] = middleIn(square, toCells);
  expect([column, row]).toEqual([expect.closeTo(15, 6), expect.closeTo(15, 6)]);
  const { column: left, width } = windowAround(square, toCells, grid);
  expect(left).toBeLessThanOrEqual(5);
  expect(left + width).toBeGreaterThanOrEqual(25);
});

test('takes coordinates as they are where the reference system is not known', async () => {
  const toCells = await wayToCells({
    ...grid,
    originX: 0,
    originY: 0,
    cellWidth: 2,
    cellHeight: -2,
    crs: null,
  });
  expect(toCells(4, -6)).toEqual([2, 3]);
});

test('draws degrees of longitude as short as they are', () => {
  expect(cellAspect(grid)).toBeCloseTo(Math.cos((59.75 * Math.PI) / 180), 9);
  expect(cellAspect({ ...grid, cellWidth: 20, cellHeight: -20, originY: 4e6, crs: 'EPSG:32650' })).toBe(1);
  expect((cellMetres(grid) as number) / 556).toBeCloseTo(1, 1);
  expect(cellMetres({ ...grid, corners: null })).toBeNull();
});

test('colours are even around 0 and end at the limit', () => {
  const words = (value: number) =>
    `#${rampColour(value, 10)
      .map((one) => one.toString(16).padStart(2, '0'))
      .join('')}`;
  expect([words(-10), words(-99), words(0), words(10)]).toEqual([ramp[0], ramp[0], ramp[5], ramp[10]]);
  expect([roundUp(580), roundUp(0.12), roundUp(3), roundUp(0)]).toEqual([600, 0.15, 3, 1]);
  expect(largest(Float32Array.of(-3, Number.NaN, 2))).toBe(3);
});

test('reads what is looked at from the address', () => {
  const dates = ['2020-01-01', '2020-02-01'];
  expect(viewOf(new URLSearchParams('layer=cumulative&date=2020-01-01&cell=3,4&area=2'), dates)).toEqual({
    layer: 'cumulative',
    date: '2020-01-01',
    area: '2',
    picked: { column: 3, row: 4 },
    point: null,
  });
  expect(viewOf(new URLSearchParams('layer=other&date=soon&cell=x&point=10A'), dates)).toEqual({
    layer: 'rate',
    date: '2020-02-01',
    area: null,
    picked: null,
    point: '10A',
  });
});
