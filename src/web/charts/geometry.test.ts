import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.js';
import { type Point, projectionFor } from './projection.js';
import { stripRange } from './quartile-strip.js';
import { shapeNames, shapePath } from './shapes.js';
import { held, wholeView, zoomed } from './zoom.js';

const frame = { width: 700, height: 500, margin: 20 };

describe('the projection', () => {
  const extents: Readonly<Record<string, readonly Point[]>> = {
    'a wide country of middle latitudes': [
      [74, 39],
      [134, 47],
      [110, 19],
      [122, 53],
    ],
    'the same in the south': [
      [-72, -52],
      [-55, -25],
      [-64, -34],
      [-69, -22],
      [-58, -52],
    ],
    'a small region at the equator': [
      [101, -1],
      [104, 2],
      [103, 1],
    ],
    'the whole earth': [
      [-120, 40],
      [150, -30],
      [20, 60],
      [30, -20],
    ],
    'across the date line': [
      [170, 60],
      [-170, 65],
      [178, 62],
    ],
    'a single place': [[10, 50]],
  };
  for (const [name, places] of Object.entries(extents)) {
    it(`fits ${name} into the frame, west left of east, south below north`, () => {
      const projection = projectionFor(places, frame);
      for (const [x, y] of places) {
        const [px, py] = projection([x, y]) ?? [Number.NaN, Number.NaN];
        expect(px).toBeGreaterThanOrEqual(frame.margin - 1);
        expect(px).toBeLessThanOrEqual(frame.width - frame.margin + 1);
        expect(py).toBeGreaterThanOrEqual(frame.margin - 1);
        expect(py).toBeLessThanOrEqual(frame.height - frame.margin + 1);
      }
      const [x, y] = places[0] ?? [0, 0];
      expect(projection([x, y + 0.5])?.[1]).toBeLessThan(projection([x, y])?.[1] ?? 0);
      expect(projection([x + 0.5, y])?.[0]).toBeGreaterThan(projection([x, y])?.[0] ?? 0);
    });
  }

  it('draws something even without places', () => {
    expect(projectionFor([], frame)([0, 0])?.every(Number.isFinite)).toBe(true);
  });
});

describe('the arrow keys', () => {
  const here = { id: 'here', x: 0, y: 0 };
  const right = { id: 'right', x: 10, y: 2 };
  const slanting = { id: 'slanting', x: 6, y: -5.5 };
  const up = { id: 'up', x: 1, y: -20 };
  const places = [here, right, slanting, up];

  it('lead to the nearest place that way', () => {
    expect(nearest(here, places, 'ArrowRight')?.id).toBe('right');
    expect(nearest(here, places, 'ArrowUp')?.id).toBe('up');
    expect(nearest(here, places, 'ArrowLeft')).toBeNull();
    expect(nearest(here, places, 'Tab')).toBeNull();
  });
});

describe('the enlarged view', () => {
  const size = [700, 500] as const;

  it('keeps the point under the pointer where it is', () => {
    const view = zoomed(wholeView, 2, [300, 200], size);
    expect(view).toEqual({ k: 2, x: -300, y: -200 });
    expect(zoomed(view, 0.5, [300, 200], size)).toEqual(wholeView);
  });

  it('never shows beyond the edge of the drawing', () => {
    const anywhere = fc.record({
      k: fc.double({ min: 1, max: 12, noNaN: true }),
      x: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      y: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
    });
    fc.assert(
      fc.property(anywhere, (view) => {
        const { k, x, y } = held(view, size);
        expect(x).toBeLessThanOrEqual(0);
        expect(x + 700 * k).toBeGreaterThanOrEqual(700 - 1e-6);
        expect(y).toBeLessThanOrEqual(0);
        expect(y + 500 * k).toBeGreaterThanOrEqual(500 - 1e-6);
      }),
    );
  });
});

describe('strips and shapes', () => {
  it('leave room around what they show, also where all values are equal', () => {
    expect(stripRange([5], 1, 3)).toEqual([0, 6]);
    for (const [low, high] of [stripRange([2], 2, 2), stripRange([0], 0, 0)])
      expect(high).toBeGreaterThan(low);
  });

  it.each(shapeNames.filter((name) => name !== 'circle'))(
    'a %s has the area of the circle of its radius',
    (shape) => {
      const points = shapePath(shape, 10)
        .slice(1, -1)
        .split('L')
        .map((pair) => pair.split(',').map(Number));
      let twice = 0;
      for (const [i, [x = 0, y = 0]] of points.entries()) {
        const [nextX = 0, nextY = 0] = points[(i + 1) % points.length] ?? [];
        twice += x * nextY - nextX * y;
      }
      expect(Math.abs(twice) / 2).toBeCloseTo(Math.PI * 100, 0);
    },
  );

  it('draw the circle by two arcs', () => {
    expect(shapePath('circle', 10)).toMatch(/^M-10\.00,0a10\.00/);
  });
});
