import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classLooks, lightLooks, radiusOf, scoreColour, scoreScale, worstLight } from './colours.js';

describe('the colours of scores', () => {
  it('divide the range into even round steps', () => {
    const scale = scoreScale([22.5, 78.1, null]);
    expect(scale.classes.map(({ from, to }) => [from, to])).toEqual([
      [20, 30],
      [30, 40],
      [40, 50],
      [50, 60],
      [60, 70],
      [70, 80],
    ]);
    expect(scoreColour(22.5, scale)).toBe(scale.classes[0]?.colour);
    expect(scoreColour(30, scale)).toBe(scale.classes[1]?.colour);
  });

  it('give a missing score no colour', () => {
    const scale = scoreScale([10, 20]);
    expect(scoreColour(null, scale)).toBeNull();
    expect(scoreColour(Number.NaN, scale)).toBeNull();
    expect(scoreScale([null]).low).toBe(0);
  });

  it('cover every score of the scale with at most seven distinct colours', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 }), (scores) => {
        const scale = scoreScale(scores);
        expect(scale.classes.length).toBeLessThanOrEqual(7);
        expect(new Set(scale.classes.map(({ colour }) => colour)).size).toBe(scale.classes.length);
        for (const score of scores) {
          expect(score).toBeGreaterThanOrEqual(scale.low);
          expect(score).toBeLessThan(scale.high);
          expect(scoreColour(score, scale)).not.toBeNull();
        }
      }),
    );
  });
});

describe('the looks of classes', () => {
  it('differ in colour and in shape', () => {
    const looks = [
      ...classLooks(['coal', 'oil-gas', 'ferrous', 'nonferrous', 'nonmetal', 'forest', 'mixed']).values(),
    ];
    expect(new Set(looks.map((look) => look.colour)).size).toBe(7);
    expect(new Set(looks.map((look) => look.shape)).size).toBe(7);
  });

  it('never paint what has no data', () => {
    expect(lightLooks.none.colour).toBeNull();
    expect(worstLight({ green: 0, yellow: 0, red: 0 })).toBe('none');
    expect(worstLight({ green: 9, yellow: 1, red: 0 })).toBe('yellow');
    expect(worstLight({ green: 9, yellow: 1, red: 1 })).toBe('red');
    expect(worstLight({ green: 1, yellow: 0, red: 0 })).toBe('green');
  });
});

describe('the size of symbols', () => {
  it('makes the area follow the population and keeps missing ones visible', () => {
    expect(radiusOf(4e6, 4e6, 13)).toBe(13);
    expect(radiusOf(1e6, 4e6, 13)).toBe(6.5);
    expect(radiusOf(null, 4e6, 13)).toBe(3);
    expect(radiusOf(1, 4e6, 13)).toBe(3);
    expect(radiusOf(10, 0, 13)).toBe(3);
  });
});
