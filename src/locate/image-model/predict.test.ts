import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { degreeGrid, madeRaster } from '../raster/testing/made-raster.js';
import { blendedRows } from './predict.js';
import { madeModel, pointwise } from './testing/made-model.js';
import type { ImageModel, RunModel } from './types.js';

const logits = ([red = 0, green = 0, blue = 0]: readonly number[]) => [red - blue, 2 * green - red];

/** An image of noise in which some cells lack a band. */
function noisy(width: number, height: number, seed: number) {
  const random = seededRandom(seed);
  const cells = Float64Array.from({ length: width * height * 3 }, () =>
    random() < 0.03 ? Number.NaN : 4 * random() - 2,
  );
  const at = (column: number, row: number, band: number) =>
    cells[(row * width + column) * 3 + band] as number;
  return { at, image: madeRaster(degreeGrid(width, height), at, 3) };
}

async function whole(image: ReturnType<typeof madeRaster>, model: ImageModel, run: RunModel) {
  const { width, height } = image.grid;
  const found = model.classes.map(() => new Float32Array(width * height).fill(-1));
  let next = 0;
  for await (const { window, probabilities } of blendedRows(image, model, run, { where: 'm.onnx' })) {
    expect(window).toMatchObject({ column: 0, row: next, width });
    next += window.height;
    for (const [one, values] of probabilities.entries()) found[one]?.set(values, window.row * width);
  }
  expect(next).toBe(height);
  return found;
}

describe('an image told tile by tile', () => {
  it('is what a pointwise model says of each cell, whatever tiles and overlap', async () => {
    const sizes = fc
      .record({
        width: fc.integer({ min: 1, max: 30 }),
        height: fc.integer({ min: 1, max: 30 }),
        across: fc.integer({ min: 2, max: 12 }),
        down: fc.integer({ min: 2, max: 12 }),
        seed: fc.nat(1000),
      })
      .chain((size) =>
        fc.tuple(fc.constant(size), fc.integer({ min: 0, max: Math.min(size.across, size.down) - 1 })),
      );
    await fc.assert(
      fc.asyncProperty(sizes, async ([{ width, height, across, down, seed }, overlap]) => {
        const { at, image } = noisy(width, height, seed);
        const model = madeModel({ tile: { width: across, height: down }, overlap });
        const [built, vacant] = await whole(image, model, pointwise(logits));
        for (let row = 0; row < height; row++)
          for (let column = 0; column < width; column++) {
            const [one = 0, other = 0] = logits([0, 1, 2].map((band) => at(column, row, band)));
            const place = row * width + column;
            const expected = 1 / (1 + Math.exp(one - other));
            if (Number.isNaN(expected)) {
              expect(vacant?.[place]).toBeNaN();
              expect(built?.[place]).toBeNaN();
            } else {
              expect(vacant?.[place]).toBeCloseTo(expected, 5);
              expect(built?.[place]).toBeCloseTo(1 - expected, 5);
            }
          }
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it('gives the model nothing of tiles that are missing, and 0 for missing cells of others', async () => {
    const seen: Float32Array[] = [];
    const image = madeRaster(degreeGrid(16, 8), (column) => (column < 9 ? Number.NaN : 7), 3);
    const model = madeModel({
      overlap: 0,
      missing: -5,
      bands: madeModel().bands.map((band) => ({ ...band, subtract: 3, divide: 2 })),
    });
    const run: RunModel = (input) => {
      seen.push(input.values);
      return pointwise(logits)(input);
    };
    const [built] = await whole(image, model, run);
    expect(seen).toHaveLength(1);
    expect([...new Set(seen[0])]).toEqual([-5, 2]);
    expect([built?.[8], built?.[9]]).toEqual([Number.NaN, 1 / (1 + Math.exp(2))].map(Math.fround));
  });

  it('does not look at what the model answers for missing cells', async () => {
    const image = madeRaster(degreeGrid(8, 8), (column) => (column === 3 ? Number.NaN : 1), 3);
    const run = pointwise(([red = 0]) => [red === 0 ? Number.NaN : 0, 0]);
    const [built] = await whole(image, madeModel(), run);
    expect([built?.[2], built?.[3]]).toEqual([0.5, Number.NaN]);
    await expect(
      whole(
        madeRaster(degreeGrid(8, 8), () => 0, 3),
        madeModel(),
        run,
      ),
    ).rejects.toThrow(/MODEL_ANSWER/);
  });

  it('tells how far it is', async () => {
    const shares: number[] = [];
    const { image } = noisy(14, 14, 1);
    const options = { where: 'm.onnx', onProgress: (share: number) => shares.push(share) };
    for await (const { window } of blendedRows(image, madeModel(), pointwise(logits), options))
      expect(window.width).toBe(14);
    expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
  });
});
