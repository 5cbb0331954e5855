import { expect, test } from 'vitest';
import { outlinesOf } from './outlines.js';

const square = { id: 'a', rings: [Float64Array.of(0, 60, 2, 60, 2, 61, 0, 61, 0, 60)] };

test('fits the frame with north up', () => {
  const { height, paths } = outlinesOf([square], 'EPSG:32650', 208, 400);
  expect(height).toBe(108);
  expect(paths).toEqual(['M4.0,104.0L204.0,104.0L204.0,4.0L4.0,4.0L4.0,104.0Z']);
});

test('draws degrees of longitude as short as they are', () => {
  // At 60.5° north two degrees of longitude are 0.985 times as long as one of latitude.
  const { height } = outlinesOf([square], 'EPSG:4326', 208, 400);
  expect(height).toBe(Math.ceil(200 / (2 * Math.cos((60.5 * Math.PI) / 180)) + 8));
});
