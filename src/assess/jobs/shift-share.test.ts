import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dynamicShiftShare, estebanShift, shiftShare } from './shift-share.js';

const reference = { first: [100, 100], last: [120, 110] };
const place = { first: [10, 20], last: [15, 10] };

describe('shiftShare', () => {
  it('hand-computed: the reference grows by 15 %, its branches by 20 and 10 %', () => {
    expect(shiftShare(place, reference)).toEqual([
      { national: 1.5, mix: 0.5, regional: 3, change: 5 },
      { national: 3, mix: -1, regional: -12, change: -10 },
    ]);
  });

  it('the reference itself has no regional part', () => {
    expect(shiftShare(reference, reference).map(({ regional }) => regional)).toEqual([0, 0]);
  });

  it('begins with nothing: all is regional', () => {
    expect(shiftShare({ first: [0, 1], last: [7, 1] }, reference)[0]).toEqual({
      national: 0,
      mix: 0,
      regional: 7,
      change: 7,
    });
  });

  it('missing cells, and a branch the reference did not have', () => {
    expect(shiftShare({ first: [Number.NaN, 1], last: [1, 1] }, reference)[0]?.regional).toBeNaN();
    expect(shiftShare({ first: [1, 1], last: [Number.NaN, 1] }, reference)[0]?.mix).toBeNaN();
    expect(shiftShare(place, { first: [0, 100], last: [10, 100] })[0]?.mix).toBeNaN();
  });

  const jobs = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 4, maxLength: 4 });
  const positive = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 4, maxLength: 4 });

  it('parts sum to the change, also in Esteban’s form', () => {
    fc.assert(
      fc.property(jobs, jobs, positive, positive, (first, last, before, after) => {
        for (const part of estebanShift({ first, last }, { first: before, last: after })) {
          // Relative to the parts: they may be far larger than the change they sum to.
          const scale = 1 + Math.abs(part.national) + Math.abs(part.mix) + Math.abs(part.regional);
          expect(Math.abs(part.national + part.mix + part.regional - part.change) / scale).toBeLessThan(
            1e-12,
          );
          const halves = Math.abs(part.competitive + part.allocation - part.regional);
          expect(halves / (scale + Math.abs(part.competitive))).toBeLessThan(1e-12);
        }
      }),
      { seed: 5 },
    );
  });
});

describe('dynamicShiftShare', () => {
  it('of two times is the static one, of three the sum of steps', () => {
    expect(dynamicShiftShare([place.first, place.last], [reference.first, reference.last])).toEqual(
      shiftShare(place, reference),
    );
    const [between, whole] = [
      [20, 15],
      [110, 90],
    ];
    const made = dynamicShiftShare(
      [place.first, between, place.last],
      [reference.first, whole, reference.last],
    );
    const one = shiftShare({ first: place.first, last: between }, { first: reference.first, last: whole });
    const two = shiftShare({ first: between, last: place.last }, { first: whole, last: reference.last });
    expect(made[0]?.mix).toBeCloseTo((one[0]?.mix ?? 0) + (two[0]?.mix ?? 0), 12);
    expect(made[0]?.change).toBe(5);
    expect((made[1]?.national ?? 0) + (made[1]?.mix ?? 0) + (made[1]?.regional ?? 0)).toBeCloseTo(-10, 12);
  });
});

describe('estebanShift', () => {
  it('hand-computed: homothetic jobs 15 and 15 of 30', () => {
    const [first, second] = estebanShift(place, reference);
    // Lead of the first branch 50 % − 20 % = 0.3: 15 · 0.3 = 4.5; allocation (10 − 15) · 0.3 = −1.5.
    expect(first).toMatchObject({ competitive: 4.5, allocation: -1.5 });
    expect(second?.competitive).toBeCloseTo(15 * -0.6, 12);
    expect(second?.allocation).toBeCloseTo(5 * -0.6, 12);
  });
});
