import { describe, expect, it } from 'vitest';
import { madeModel, pointwise } from '../image-model/testing/made-model.js';
import { madeRaster } from '../raster/testing/made-raster.js';
import { broughtClassifier } from './brought.js';
import { classifyImage } from './engine.js';
import { metreGrid } from './testing/made-scene.js';

const run = pointwise(([red = 0]) => [0, red]);
const image = madeRaster(metreGrid(20, 12), (column) => (column < 10 ? -3 : 3), 3);

describe('a model that is brought', () => {
  const model = madeModel({
    cellM: 2,
    bands: madeModel().bands.map((band) => ({ ...band, name: band.name.toUpperCase() })),
  });

  it('tells each cell of the image, and what it learnt from', async () => {
    const classifier = broughtClassifier(model, run, 'm.onnx');
    expect(classifier).toMatchObject({
      bands: ['red', 'green', 'blue'],
      classes: ['built', 'vacant'],
      cellM: 2,
      group: '',
      ground: null,
    });
    expect(classifier.gridOf(image)).toBe(image.grid);
    const shares: number[] = [];
    const [, vacant] = await classifyImage(image, classifier, { onProgress: (share) => shares.push(share) });
    const sure = 1 / (1 + Math.exp(-3));
    for (const [place, value] of (vacant as Float32Array).entries())
      expect(value).toBeCloseTo(place % 20 < 10 ? 1 - sure : sure, 6);
    // 3 × 2 tiles of 8 × 8 that share two cells.
    expect(shares).toHaveLength(6);
    expect(shares.at(-1)).toBe(1);
  });

  it('tells cells of its own size where its manifest asks for it, unless the image has them', async () => {
    const classifier = broughtClassifier({ ...model, otherCells: 'resample' }, run, 'm.onnx');
    expect(classifier.cellM).toBeNaN();
    expect(classifier.gridOf(image)).toEqual({ ...metreGrid(10, 6), cellWidth: 2, cellHeight: -2 });
    const [, vacant] = await classifyImage(image, classifier);
    expect(vacant).toHaveLength(60);
    expect(vacant?.[5]).toBeCloseTo(1 / (1 + Math.exp(-3)), 6);
    const same = madeRaster({ ...metreGrid(10, 6), cellWidth: 2.0001, cellHeight: -2.0001 }, () => 1, 3);
    expect(classifier.gridOf(same)).toBe(same.grid);
  });

  it('refuses an image of other bands', async () => {
    const grey = madeRaster(metreGrid(8, 8), () => 1);
    await expect(classifyImage(grey, broughtClassifier(model, run, 'm.onnx'))).rejects.toThrow(
      /VACANT_BANDS: made has 1 bands; expected red, green, blue/,
    );
  });
});
