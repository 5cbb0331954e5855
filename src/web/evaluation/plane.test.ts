import { describe, expect, it } from 'vitest';
import { axisOf, placeOn } from './plane.js';

describe('axisOf', () => {
  it('holds zero and all values, with round marks between', () => {
    const axis = axisOf([3, 17]);
    expect(axis.least).toBeLessThan(0);
    expect(axis.most).toBeGreaterThan(17);
    expect(axis.ticks).toEqual([0, 5, 10, 15]);
  });

  it('has a width without values and with zeros alone', () => {
    for (const values of [[], [0, 0]]) expect(axisOf(values)).toMatchObject({ least: -1, most: 1 });
  });
});

describe('placeOn', () => {
  it('lays the ends of an axis on the ends of a picture, also upside down', () => {
    const place = placeOn({ least: -10, most: 10, ticks: [] }, 100, 0);
    expect([place(-10), place(0), place(10)]).toEqual([100, 50, 0]);
  });
});
