import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { blendedRows, type ImageModel, type RasterSource } from '../../locate/index.js';
import { openOnnx } from './open-onnx.js';
import { convolutionOnnx } from './testing/made-onnx.js';

const [width, height] = [36, 28];
const random = seededRandom(4);
const cells = [0, 1].map(() => Float64Array.from({ length: width * height }, () => Math.fround(random())));
const image: RasterSource = {
  name: 'made',
  grid: { width, height, originX: 0, originY: 0, cellWidth: 1, cellHeight: -1, crs: null },
  bands: 2,
  bandNames: ['', ''],
  missing: null,
  block: { width, height },
  read: (window, band) =>
    Promise.resolve(
      Float64Array.from({ length: window.width * window.height }, (_, at) => {
        const row = window.row + Math.floor(at / window.width);
        return cells[band]?.[row * width + window.column + (at % window.width)] as number;
      }),
    ),
  close: () => Promise.resolve(),
};

async function told(bytes: Uint8Array, tile: ImageModel['tile'], overlap: number) {
  const model: ImageModel = {
    bands: ['one', 'other'].map((name) => ({ name, subtract: 0, divide: 1 })),
    missing: 0,
    cellM: null,
    otherCells: 'warn',
    tile,
    overlap,
    input: { layout: 'nchw' },
    output: { layout: 'nchw', activation: 'none' },
    classes: ['a', 'b'],
  };
  const onnx = await openOnnx(bytes, 'm.onnx');
  const parts: Float32Array[] = [];
  for await (const { probabilities } of blendedRows(image, model, onnx.run, { where: 'm.onnx' }))
    parts.push(probabilities[1] as Float32Array);
  await onnx.close();
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

describe('tiles of a real model', () => {
  it('blend to what the whole image gives at once, of single cells', async () => {
    const bytes = convolutionOnnx({
      weights: [
        [3, -2],
        [-1, 4],
      ],
      softmax: true,
    });
    const whole = await told(bytes, { width, height }, 0);
    const expected = cells[0]?.map((one, at) => 1 / (1 + Math.exp(4 * one - 6 * (cells[1]?.[at] as number))));
    const tiles = [
      await told(bytes, { width: 8, height: 12 }, 3),
      await told(bytes, { width: 40, height: 8 }, 7),
    ];
    for (const found of [whole, ...tiles])
      for (const [at, value] of found.entries())
        expect(Math.abs(value - (expected?.[at] as number))).toBeLessThan(1e-6);
  });

  it('differ from it only where a tile ends, of a model that looks one cell round', async () => {
    const means = [0, 1].map((one) =>
      Array.from({ length: 18 }, (_, at) => (Math.floor(at / 9) === one ? 1 / 9 : 0)),
    );
    const bytes = convolutionOnnx({ weights: means, reach: 1 });
    const whole = await told(bytes, { width, height }, 0);
    const [side, overlap] = [12, 4];
    const found = await told(bytes, { width: side, height: side }, overlap);
    /** First and last cells of tiles that are no edge of the image. */
    const ends = (length: number) =>
      Array.from({ length: Math.ceil((length - side) / 8) + 1 }, (_, at) => Math.min(8 * at, length - side))
        .flatMap((start) => [start, start + side - 1])
        .filter((end) => end > 0 && end < length - 1);
    const [columns, rows] = [ends(width), ends(height)];
    let [inside, atEnds] = [0, 0];
    for (const [at, value] of found.entries()) {
      const difference = Math.abs(value - (whole[at] as number));
      if (columns.includes(at % width) || rows.includes(Math.floor(at / width)))
        atEnds = Math.max(atEnds, difference);
      else inside = Math.max(inside, difference);
    }
    expect(inside).toBeLessThan(1e-6);
    // The last cell of a tile sees zeros beyond it, and counts sin²(π/16) there: at most 4 % of a third of 1.
    expect(atEnds).toBeGreaterThan(1e-6);
    expect(atEnds).toBeLessThan(0.03);
  });
});
