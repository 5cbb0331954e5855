import { describe, expect, it } from 'vitest';
import { seededRandom } from './random.js';

const draw = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

describe('seededRandom', () => {
  it('repeats itself for equal seeds only', () => {
    expect(draw(7, 20)).toEqual(draw(7, 20));
    expect(draw(7, 20)).not.toEqual(draw(8, 20));
    expect(draw(7 + 2 ** 32, 5)).toEqual(draw(7, 5));
  });

  it('fills [0, 1) evenly', () => {
    const values = draw(1, 20_000);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    const tenths = new Array<number>(10).fill(0);
    for (const value of values) tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
    // Standard deviation of a count is 42: five of them to both sides.
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(210);
  });
});
