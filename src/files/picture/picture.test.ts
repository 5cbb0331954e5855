import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isPictureName, readPicture } from './picture.js';
import { madeJpeg, madePng } from './testing/made-picture.js';

const folder = mkdtempSync(join(tmpdir(), 'afterlode-picture-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
function read(bytes: Uint8Array) {
  const path = join(folder, `picture-${++count}`);
  writeFileSync(path, bytes);
  return readPicture(path);
}

describe('PNG', () => {
  it('undoes each of the five filters, by hand', async () => {
    // Values 10 20 / 30 40 / 50 60 / 70 80 / 90 100 in grey: what the filters left of them.
    const rows = [
      [0, 10, 20],
      [1, 30, 10],
      [2, 20, 20],
      // Mean of left and above, rounded down: 70 − 25, 80 − (70 + 60) ÷ 2.
      [3, 45, 15],
      // Paeth: above for the first; left 90, above 80, corner 70: 100 is nearest to 90.
      [4, 20, 10],
    ];
    const { pixels, width, height } = await read(madePng({ width: 2, height: 5, colour: 0, rows }));
    expect([width, height]).toEqual([2, 5]);
    expect([...pixels].filter((_, at) => at % 3 === 0)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  });

  it.each<readonly [string, number, readonly number[], readonly number[]]>([
    ['colours', 2, [0, 1, 2, 3], [1, 2, 3]],
    ['colours with opacity, which is dropped', 6, [0, 1, 2, 3, 9], [1, 2, 3]],
    ['grey with opacity', 4, [0, 7, 9], [7, 7, 7]],
  ])('reads %s', async (_, colour, row, pixels) => {
    expect([...(await read(madePng({ width: 1, height: 1, colour, rows: [row] }))).pixels]).toEqual(pixels);
  });

  it('reads a palette', async () => {
    const made = madePng({ width: 2, height: 1, colour: 3, rows: [[0, 1, 0]], palette: [1, 2, 3, 4, 5, 6] });
    expect([...(await read(made)).pixels]).toEqual([4, 5, 6, 1, 2, 3]);
  });

  const one = { width: 1, height: 1, colour: 0, rows: [[0, 1]] };
  it.each<readonly [string, Uint8Array, RegExp]>([
    ['16 bits', madePng({ ...one, bits: 16 }), /16 bits/],
    ['interlaced rows', madePng({ ...one, interlaced: 1 }), /interlaced/],
    ['no pixels', madePng({ ...one, width: 0 }), /0 × 1/],
    ['a palette that is missing', madePng({ ...one, colour: 3 }), /palette/],
    ['a filter that there is not', madePng({ ...one, rows: [[7, 1]] }), /filter 7/],
    ['too few rows', madePng({ ...one, height: 2 }), /unpacked/],
    ['a bomb', madePng({ ...one, width: 60_000, height: 60_000 }), /60000 × 60000/],
    ['a file that breaks off', madePng(one).slice(0, 50), /breaks off/],
  ])('refuses %s', async (_, bytes, said) => {
    await expect(read(bytes)).rejects.toThrow(said);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'FILE_PICTURE' });
  });
});

describe('JPEG', () => {
  it('turns luma and chroma of its blocks into colours, by hand', async () => {
    // JFIF: Y 100, Cb 128, Cr 178 is red 100 + 1.402 · 50 = 170.1, green 100 − 0.714136 · 50 = 64.3, blue 100.
    const made = madeJpeg(16, 8, [
      [100, 128, 178],
      [200, 128, 128],
    ]);
    const { pixels, width, height } = await read(made);
    expect([width, height]).toEqual([16, 8]);
    expect([...pixels.subarray(0, 3)]).toEqual([170, 64, 100]);
    expect([...pixels.subarray(3 * 15, 3 * 16)]).toEqual([200, 200, 200]);
  });

  it('reads grey, and leaves what is past the edge of a block', async () => {
    const { pixels } = await read(madeJpeg(5, 3, [[77]]));
    expect(pixels).toEqual(new Uint8Array(45).fill(77));
  });

  it.each<readonly [string, Uint8Array, RegExp]>([
    ['no frame', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0), /no frame/],
    [
      'a lossless frame',
      Uint8Array.of(0xff, 0xd8, 0xff, 0xc3, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0),
      /type 3/,
    ],
    ['four components', madeJpeg(8, 8, [[1, 2, 3, 4]]), /4 components/],
    ['a scan that breaks off', madeJpeg(8, 8, [[1]]).slice(0, 150), /unpacked|breaks off/],
  ])('refuses %s', async (_, bytes, said) => {
    await expect(read(bytes)).rejects.toThrow(said);
  });
});

describe('other files', () => {
  it('are refused by their first bytes, and told apart by name in folders', async () => {
    await expect(read(Buffer.from('GIF89a'))).rejects.toMatchObject({ code: 'FILE_PICTURE' });
    await expect(readPicture(join(folder, 'none.png'))).rejects.toMatchObject({ code: 'CALL_FILE_MISSING' });
    expect(['a.JPG', 'a.jpeg', 'a.png', 'a.txt', 'png'].map(isPictureName)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
