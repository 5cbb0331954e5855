import { describe, expect, it } from 'vitest';
import { drawingMarkup } from './drawing.js';
import { placesDrawing } from './places-drawing.js';

const places = [
  { number: 1, name: 'crack <1>', lon: 116.8, lat: 33.95 },
  { number: 2, name: 'b', lon: 116.81, lat: 33.95 },
  { number: 3, name: 'c', lon: 116.805, lat: 33.96 },
];

/** Centres of the numbered circles. */
function centres(of: typeof places): readonly (readonly [number, number])[] {
  const svg = drawingMarkup(placesDrawing(of, 'Places', 'en'));
  return [...svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

describe('placesDrawing', () => {
  it('keeps directions and proportions: a degree of longitude is shorter by the cosine of the latitude', () => {
    const [first, second, third] = centres(places);
    const [x1, y1] = first ?? [0, 0];
    const [x2, y2] = second ?? [0, 0];
    const [x3, y3] = third ?? [0, 0];
    expect(y2).toBe(y1);
    expect(x3).toBeCloseTo((x1 + x2) / 2, 1);
    expect(y3).toBeLessThan(y1);
    expect((x2 - x1) / (y1 - y3)).toBeCloseTo(Math.cos((33.955 * Math.PI) / 180), 2);
  });

  it('keeps all inside, one place alone in the middle', () => {
    for (const [x, y] of centres(places)) {
      expect(x).toBeGreaterThanOrEqual(36);
      expect(x).toBeLessThanOrEqual(604);
      expect(y).toBeGreaterThanOrEqual(36);
      expect(y).toBeLessThanOrEqual(384);
    }
    expect(centres(places.slice(0, 1))).toEqual([[320, 210]]);
  });

  it('has a bar of a round length and words that stay words', () => {
    const svg = drawingMarkup(placesDrawing(places, 'Places', 'en'));
    expect(svg).toMatch(/>(1|2|5)0* k?m</);
    expect(svg).toContain('crack &lt;1&gt;');
  });
});
