import { describe, expect, it } from 'vitest';
import { pathOfThings, thingsOf, usualThings } from './asked.js';
import { linesOf, roundTicks } from './course-scale.js';

describe('thingsOf', () => {
  const of = (text: string) => thingsOf(new URLSearchParams(text));

  it('reads lists once each; a comma alone is an empty list; an address without lists has the usual', () => {
    expect(of('places=a,b,a&groups=,&indicators=x')).toEqual({
      places: ['a', 'b'],
      groups: [],
      measures: ['x'],
    });
    expect(of('lang=zh')).toBe(usualThings);
  });

  it('asks only where there is something to compare', () => {
    expect(pathOfThings(of('places=a&indicators=x'))).toBe('/api/compare/places?indicator=x&place=a');
    expect([pathOfThings(of('places=a&indicators=,')), pathOfThings(of('places=,&indicators=x'))]).toEqual([
      null,
      null,
    ]);
    expect(pathOfThings(of('groups=list%3Am%3Da%2Bb&indicators=x'))).toContain('group=list%3Am%3Da%2Bb');
  });
});

describe('roundTicks', () => {
  it.each([
    [
      [53.2, 69.6],
      [50, 55, 60, 65, 70],
    ],
    [
      [-3, 4],
      [-4, -2, 0, 2, 4],
    ],
    [
      [5, 5],
      [5, 6],
    ],
    [[], [0, 1]],
  ])('%j: %j', (values, ticks) => {
    const found = roundTicks(values);
    expect(found).toEqual(ticks);
  });
});

it('linesOf parts numbers at gaps', () => {
  expect(linesOf([0, 1, 3, 5, 6])).toEqual([[0, 1], [3], [5, 6]]);
});
