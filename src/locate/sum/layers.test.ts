import { describe, expect, it } from 'vitest';
import { highestLayer, lookedAt, meanLayer, shareLayer } from './layers.js';
import type { Places } from './places.js';
import type { Meetings } from './types.js';

/** Four places of 100 m². */
const places: Pick<Places, 'areaM2'> & Places = {
  areaM2: new Float64Array(4).fill(100),
  polygon: () => undefined,
  line: () => undefined,
};
const meetings = (rows: readonly (readonly [item: number, place: number, amount: number])[]): Meetings => ({
  item: Uint32Array.from(rows, ([item]) => item),
  place: Uint32Array.from(rows, ([, place]) => place),
  amount: Float64Array.from(rows, ([, , amount]) => amount),
});
const list = (values: Float64Array) => Array.from(values, (value) => (Number.isNaN(value) ? null : value));

describe('what was looked at', () => {
  it('is the area that was named, at most the place', () => {
    const area = meetings([
      [0, 0, 100],
      [1, 0, 30],
      [0, 1, 40],
    ]);
    const found = meetings([
      [0, 1, 10],
      [0, 2, 25],
    ]);
    expect(list(lookedAt(places, area, found))).toEqual([100, 40, 0, 0]);
  });

  it('is, where nobody says, the places in which something was found', () => {
    expect(list(lookedAt(places, null, meetings([[0, 2, 1]])))).toEqual([0, 0, 100, 0]);
  });
});

describe('layers', () => {
  const looked = Float64Array.of(100, 50, 100, 0);

  it('take the highest grade, however small its part; looked at and calm is 0, not looked at is missing', () => {
    const found = meetings([
      [0, 0, 90],
      [1, 0, 1],
    ]);
    expect(list(highestLayer(found, Float64Array.of(0.25, 1), looked).values)).toEqual([1, 0, 0, null]);
    // A zone counts where nobody says that it was looked.
    const beside = highestLayer(meetings([[0, 3, 5]]), Float64Array.of(0.25), looked);
    expect(list(beside.values)).toEqual([0, 0, 0, 0.25]);
    expect(list(beside.measured)).toEqual([100, 50, 100, 0]);
  });

  it('take the share of what was looked at, by weight, at most 1', () => {
    const found = meetings([
      [0, 0, 20],
      [1, 0, 40],
      [1, 1, 25],
      [0, 2, 70],
      [1, 2, 80],
    ]);
    expect(list(shareLayer(found, Float64Array.of(1, 0.5), looked).values)).toEqual([0.4, 0.25, 1, null]);
    expect(list(shareLayer(found, Float64Array.of(1, 1), looked).values)).toEqual([0.6, 0.5, 1, null]);
  });

  it('take a mean by amount; a thing without a value has no part, too little is missing', () => {
    const found = meetings([
      [0, 0, 30],
      [1, 0, 10],
      [2, 0, 60],
      [2, 1, 60],
      [1, 2, 4],
    ]);
    const values = Float64Array.of(0.2, 0.6, Number.NaN);
    const layer = meanLayer(4, found, values, Float64Array.of(1, 1, 1), 5);
    // (30 · 0.2 + 10 · 0.6) ÷ 40.
    expect(list(layer.values)).toEqual([expect.closeTo(0.3, 12), null, null, null]);
    expect(list(layer.measured)).toEqual([40, 0, 4, 0]);
    // Twice the units in an estate weigh twice: (30 · 2 · 0.2 + 10 · 0.6) ÷ 70.
    const units = meanLayer(4, found, values, Float64Array.of(2, 1, 1));
    expect(units.values[0]).toBeCloseTo(18 / 70, 12);
  });
});
