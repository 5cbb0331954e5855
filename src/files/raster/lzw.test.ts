import { describe, expect, it } from 'vitest';
import { unpackLzw } from './lzw.js';

/** Codes of nine bits, highest first. */
function packed(codes: readonly number[]): Uint8Array {
  const bits = codes.map((code) => code.toString(2).padStart(9, '0')).join('');
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
}

const unpacked = (codes: readonly number[], length = 9) => Array.from(unpackLzw(packed(codes), length));

describe('LZW', () => {
  it('unpacks the example of TIFF 6.0, section 13', () => {
    expect(unpacked([256, 7, 258, 8, 8, 258, 6, 6, 257])).toEqual([7, 7, 7, 8, 8, 7, 7, 6, 6]);
  });

  it('begins anew at a clear code and ends at the end', () => {
    expect(unpacked([256, 1, 256, 2, 258, 257, 9])).toEqual([1, 2, 2, 2]);
    expect(unpacked([256, 1, 2, 3], 2)).toEqual([1, 2]);
  });

  it('gives what there was where data end or go wrong', () => {
    expect(unpacked([256, 5])).toEqual([5]);
    expect(unpacked([256, 5, 400, 6])).toEqual([5]);
    expect(unpacked([256, 258])).toEqual([]);
    expect(Array.from(unpackLzw(new Uint8Array(0), 4))).toEqual([]);
  });
});
