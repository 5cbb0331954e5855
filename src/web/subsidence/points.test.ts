import { expect, test } from 'vitest';
import { drawnPoints, nearestPoint, pointBeside } from './points.js';

const packed = (...numbers: number[]) =>
  Buffer.from(new Uint8Array(Float32Array.from(numbers).buffer)).toString('base64');
const answer = (x: number[], y: number[], originX = 4_321_000, originY = 3_210_000) => ({
  total: x.length,
  step: 1,
  ids: x.map((_, at) => `p${at}`),
  originX,
  originY,
  x: packed(...x),
  y: packed(...y),
  rates: packed(...x.map((_, at) => (at === 0 ? Number.NaN : -at))),
});

test('points keep their distances, north above, and a missing rate stays missing', () => {
  const drawn = drawnPoints(answer([0, 200, 200], [0, 0, 100]));
  expect([drawn.width, drawn.height]).toEqual([expect.closeTo(1, 9), expect.closeTo(0.53, 9)]);
  const [x, y] = [[...drawn.x], [...drawn.y]];
  expect(x).toEqual([0.03, 0.97, 0.97].map((one) => expect.closeTo(one, 9)));
  expect(y).toEqual([0.5, 0.5, 0.03].map((one) => expect.closeTo(one, 9)));
  expect([...drawn.rates]).toEqual([Number.NaN, -1, -2]);
});

test('degrees are shorter from west to east', () => {
  const { width, height } = drawnPoints(answer([0, 0.1], [0, 0.1], 10, 59.95));
  expect((width - 0.06) / (height - 0.06)).toBeCloseTo(0.5, 2);
});

test('one point, or points in a row, have room round them', () => {
  const one = drawnPoints(answer([0], [0]));
  expect([one.x[0], one.y[0]]).toEqual([expect.closeTo(one.width / 2, 9), expect.closeTo(one.height / 2, 9)]);
  expect(drawnPoints(answer([0, 50], [0, 0])).height).toBe(0.2);
});

test('finds the nearest point, and the next one towards a side', () => {
  const drawn = drawnPoints(answer([0, 100, 100, 60], [0, 0, 100, 10]));
  expect(nearestPoint(drawn, drawn.width, 0)).toBe(2);
  expect(pointBeside(drawn, 0, [1, 0])).toBe(3);
  expect(pointBeside(drawn, 1, [0, -1])).toBe(2);
  expect(pointBeside(drawn, 2, [0, -1])).toBe(2);
  expect(nearestPoint(drawnPoints(answer([], [])), 0, 0)).toBe(-1);
});
