import { describe, expect, it } from 'vitest';
import { classLooks, steps } from './colours.js';
import {
  contrast,
  distance,
  farEnough,
  hexOf,
  leastDistance,
  type Rgb,
  rgbOf,
  seenBy,
  sights,
} from './seen-colours.js';

const colour = (hex: string) => rgbOf(hex) as Rgb;

describe('contrast', () => {
  it('is 21 for black on white, 1 for equals, and that of the WCAG for #767676 on white', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 10);
    expect(contrast([9, 9, 9], [9, 9, 9])).toBe(1);
    expect(contrast(colour('#767676'), colour('#ffffff'))).toBeCloseTo(4.54, 2);
  });
});

describe('colours as colour-blind readers see them', () => {
  it.each(sights)('%s: greys stay grey', (sight) => {
    for (const grey of [0, 77, 128, 255]) {
      const [red, green, blue] = seenBy(sight, [grey, grey, grey]);
      expect(red).toBeCloseTo(grey, 0);
      expect(green).toBeCloseTo(grey, 0);
      expect(blue).toBeCloseTo(grey, 0);
    }
  });

  it('lose red against green, not blue against yellow, without cones for long or middle waves', () => {
    const near = (sight: (typeof sights)[number], one: string, other: string) =>
      distance(seenBy(sight, colour(one)), seenBy(sight, colour(other)));
    expect(near('usual', '#b3261e', '#4f6f1e')).toBeGreaterThan(50);
    expect(near('deuteranopia', '#b3261e', '#6a5a1e')).toBeLessThan(15);
    expect(near('deuteranopia', '#0000ff', '#ffff00')).toBeGreaterThan(100);
  });

  it('distances are those of CIE 1976: black to white 100', () => {
    expect(distance([0, 0, 0], [255, 255, 255])).toBeCloseTo(100, 1);
    expect(distance([10, 20, 30], [10, 20, 30])).toBe(0);
    expect(leastDistance([[1, 2, 3]], 'usual')).toBe(Number.POSITIVE_INFINITY);
  });

  it('reads only six digits, and writes them back', () => {
    expect(hexOf(colour('#1d5f8a'))).toBe('#1d5f8a');
    expect(rgbOf('var(--ink)')).toBeNull();
  });
});

const classes = [...classLooks(['a', 'b', 'c', 'd', 'e', 'f', 'g']).values()].flatMap(
  (look) => look.colour ?? [],
);
describe.each([
  ['classes', classes, 7],
  ['scores', [...steps], 7],
] as const)('the colours of %s', (_, hexes, count) => {
  it.each(sights)('stay apart with %s sight', (sight) => {
    expect(hexes).toHaveLength(count);
    expect(leastDistance(hexes.map(colour), sight)).toBeGreaterThan(farEnough);
  });
});

it('orange and dark gold are one colour to deuteranopes, so that only one of them is in a palette', () => {
  expect(leastDistance([colour('#d55e00'), colour('#b8860b')], 'deuteranopia')).toBeLessThan(farEnough / 2);
});
