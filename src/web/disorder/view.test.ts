import { expect, it } from 'vitest';
import { fineness, moved, viewBox } from './view.js';

const size = { width: 400, height: 200 };
const whole = { zoom: 1, x: 200, y: 100 };

it('shows all, and half as much after a step nearer', () => {
  expect(viewBox(whole, size)).toBe('0 0 400 200');
  expect(viewBox(moved(whole, { zoom: 2 }, size), size)).toBe('100 50 200 100');
});

it('stays within the drawing and between its limits', () => {
  expect(moved(whole, { right: 1, down: -1 }, size)).toEqual(whole);
  expect(moved(whole, { zoom: 0.5 }, size)).toEqual(whole);
  const near = moved({ zoom: 2, x: 200, y: 100 }, { right: 1, down: 1 }, size);
  expect(near).toEqual({ zoom: 2, x: 250, y: 125 });
  expect(moved({ ...near, x: 300 }, { right: 1 }, size).x).toBe(300);
  expect(moved({ zoom: 2, x: 399, y: 1 }, {}, size)).toEqual({ zoom: 2, x: 300, y: 50 });
  expect(moved({ zoom: 32, x: 200, y: 100 }, { zoom: 2 }, size).zoom).toBe(32);
});

it('draws many streets finer, and near ones as wide as few', () => {
  expect([fineness(0, 1), fineness(60, 1), fineness(4000, 1), fineness(4000, 4)]).toEqual([1, 1, 0.5, 1]);
});
