import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideFen, fenOf, yuanOf } from './fen.js';

describe('fenOf', () => {
  it.each([
    [0.1 + 0.2, 30],
    [1.005, 101],
    [-1.005, -101],
    [0, 0],
    [22_290_000_000, 2_229_000_000_000],
    [0.004, 0],
  ])('%f yuan are %i fen', (yuan, fen) => {
    expect(fenOf(yuan, 'x')).toBe(fen);
  });

  it('refuses what is no amount or not exact', () => {
    expect(() => fenOf(Number.NaN, 'budget')).toThrow(/TRANSFER_AMOUNT.*budget/);
    expect(() => fenOf(1e15, 'budget')).toThrow(/TRANSFER_AMOUNT/);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
        expect(fenOf(yuanOf(fen), 'x')).toBe(fen + 0);
      }),
      { seed: 51 },
    );
  });
});

describe('divideFen', () => {
  it('gives what is left to the largest remainders', () => {
    // 33.33 each: one fen left, to the first. 50, 33.3, 16.7: to the last.
    expect([...divideFen(100, [1, 1, 1])]).toEqual([34, 33, 33]);
    expect([...divideFen(100, [3, 2, 1])]).toEqual([50, 33, 17]);
    expect([...divideFen(-100, [1, 1, 1])]).toEqual([-34, -33, -33]);
    expect([...divideFen(5, [0, 1])]).toEqual([0, 5]);
    expect([...divideFen(0, [0, 0])]).toEqual([0, 0]);
    expect([...divideFen(0, [])]).toEqual([]);
  });

  it('conserves every fen and stays within one of the exact part', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e14 }), shares, (whole, list) => {
        const sum = list.reduce((total, share) => total + share, 0);
        if (!(sum > 1e-6)) return;
        const parts = divideFen(whole, list);
        expect(parts.reduce((total, part) => total + part, 0)).toBe(whole);
        parts.forEach((part, at) => {
          expect(Number.isInteger(part)).toBe(true);
          expect(part).toBeGreaterThanOrEqual(0);
          expect(Math.abs(part - (whole * (list[at] as number)) / sum)).toBeLessThan(2);
        });
      }),
      { seed: 52 },
    );
  });

  it.each([[[]], [[0, 0]], [[-1, 2]], [[Number.NaN]], [[Number.POSITIVE_INFINITY]]])(
    'refuses shares %j',
    (shares) => {
      expect(() => divideFen(1, shares)).toThrow(/TRANSFER_SHARES/);
    },
  );
});
