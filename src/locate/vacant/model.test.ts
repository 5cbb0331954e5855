import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Text, sortedJson } from '../../base/index.js';
import { madeRaster } from '../raster/testing/made-raster.js';
import { accuracyOf } from './accuracy.js';
import { foldsOf, squareBlocks } from './blocks.js';
import { classifyImage, forestClassifier } from './engine.js';
import { likeliest } from './forest.js';
import { labelsOf } from './labels.js';
import { readModel, writeModel } from './model-file.js';
import { patchGrid } from './patches.js';
import { classPolygons } from './polygons.js';
import { cellsRing, isBare, madeScene, metreGrid } from './testing/made-scene.js';
import { trainModel } from './train.js';
import type { PatchTable, VacantModel } from './types.js';
import { heldOutProbabilities } from './validate.js';
import { collectPatches } from './walk.js';

/** A made town of 144 × 96 m, of which the left half is labelled: plots drawn, the rest looked at. */
const scene = madeScene(144, 96);
const recipe = { bands: ['red', 'green', 'blue'], patch: 2, radii: [1, 3] };
const forest = { trees: 20, depth: 12, leaf: 2, samples: 4000, seed: 5 };
const grid = patchGrid(scene.grid, recipe.patch, 'scene');
const plots = [0, 1, 2].flatMap((column) =>
  [0, 1, 2, 3].map((row) => ({
    className: 'vacant',
    rings: [cellsRing(24 * column + 12, 24 * row + 12, 12, 12)],
  })),
);
const everywhere = labelsOf(plots, grid, { least: 0.5, rest: 'other' });
const labels = {
  ...everywhere,
  of: everywhere.of.map((label, patch) => (patch % grid.width < 36 ? label : -1)),
};
let table: PatchTable;
let model: VacantModel;
let probabilities: readonly Float32Array[];

beforeAll(async () => {
  table = await collectPatches(scene, recipe, labels.of);
  model = trainModel(table, labels, recipe, { cellM: 1, group: 'coal', ground: null }, forest);
  probabilities = await classifyImage(scene, forestClassifier(model));
});

describe('a made town', () => {
  it('has its vacant plots found in the half that nobody labelled', () => {
    const best = likeliest(probabilities);
    let wrong = 0;
    for (let patch = 0; patch < best.length; patch++) {
      const column = patch % grid.width;
      const truth = isBare(2 * column, 2 * Math.floor(patch / grid.width));
      if (column >= 36 && (best[patch] === 1) !== truth) wrong += 1;
    }
    expect(wrong / (best.length / 2)).toBeLessThan(0.02);
    expect(model.labelled).toEqual([36 * 48 - 12 * 36, 12 * 36]);
  });

  it('becomes polygons with areas, the small ones left out', () => {
    const asked = { classes: ['vacant'], probability: 0.5, minimumM2: 40 };
    const found = classPolygons(grid, model.classes, probabilities, asked, 'scene');
    expect(found).toHaveLength(24);
    for (const { areaM2, confidence, outline } of found) {
      expect(Math.abs(areaM2 - 144)).toBeLessThan(25);
      expect(confidence).toBeGreaterThan(0.8);
      expect(outline[0]?.[0]).toEqual(outline[0]?.at(-1));
    }
  });

  it('has an error that held-out blocks tell', () => {
    const blocks = squareBlocks(grid, 12);
    const fold = foldsOf(labels.of, blocks, 3, 2);
    const settings = { fold, heldOut: [0, 1, 2], gap: 2, forest };
    const held = heldOutProbabilities(table, labels, blocks, settings);
    const { classes, blocks: count } = accuracyOf(table, labels, blocks, held, { runs: 100, seed: 1 });
    expect(count).toBe(12);
    expect(classes[1]?.f1.value).toBeGreaterThan(0.95);
    expect(classes[1]?.f1.low).toBeLessThanOrEqual(classes[1]?.f1.value as number);
  });
});

describe('windows', () => {
  it('do not show in the answer', async () => {
    expect(await collectPatches(scene, recipe, labels.of, { side: 7 })).toEqual(table);
    const shares: number[] = [];
    const options = { side: 10, onProgress: (share: number) => shares.push(share) };
    expect(await classifyImage(scene, forestClassifier(model), options)).toEqual(probabilities);
    expect(shares).toHaveLength(8 * 5);
    expect(shares.at(-1)).toBe(1);
  });

  it('leave holes of the image out of learning and answers', async () => {
    const holed = madeRaster(
      scene.grid,
      (column, row, band) => (column < 6 && row < 4 ? Number.NaN : 100 * ((column + row + band) % 3)),
      3,
    );
    const found = await classifyImage(holed, forestClassifier(model));
    const hole = [0, 1, 2, grid.width, grid.width + 1, grid.width + 2];
    for (const [patch, value] of (found[0] as Float32Array).entries())
      expect(Number.isNaN(value)).toBe(hole.includes(patch));
    const kept = await collectPatches(holed, recipe, labels.of);
    expect(kept.patches).toHaveLength(table.patches.length - 6);
  });

  it('need the bands of the recipe', async () => {
    const grey = madeRaster(metreGrid(20, 20), () => 1);
    await expect(classifyImage(grey, forestClassifier(model))).rejects.toThrow(
      /VACANT_BANDS: made has 1 bands.*red, green, blue/,
    );
  });
});

describe('polygons', () => {
  it('belong to the likeliest class, and only where it is likely enough', () => {
    const row = { ...metreGrid(4, 1), cellWidth: 10, cellHeight: -10 };
    const own = [Float32Array.of(0.6, 0.9, 0.2, Number.NaN), Float32Array.of(0.4, 0.1, 0.8, Number.NaN)];
    const asked = (probability: number, minimumM2: number) =>
      classPolygons(row, ['a', 'b'], own, { classes: ['a'], probability, minimumM2 }, 'made').map(
        ({ patches, areaM2, confidence }) => [patches, areaM2, confidence.toFixed(3)],
      );
    expect(asked(0, 200)).toEqual([[[0, 1], 200, '0.750']]);
    expect(asked(0.7, 0)).toEqual([[[1], 100, '0.900']]);
    expect(asked(0, 200.1)).toEqual([]);
  });

  it('are refused where nobody says what the coordinates are', () => {
    const nowhere = { ...metreGrid(1, 1), crs: null };
    const asked = { classes: ['a'], probability: 0, minimumM2: 0 };
    expect(() => classPolygons(nowhere, ['a'], [Float32Array.of(1)], asked, 'i.tif')).toThrow(
      /RASTER_CRS_MISSING: i.tif/,
    );
  });
});

describe('the model file', () => {
  it('gives the same model back', () => {
    const text = writeModel(model);
    expect(readModel(text, 'm.json')).toEqual(model);
    expect(writeModel(readModel(text, 'm.json'))).toBe(text);
    expect(readModel(writeModel({ ...model, cellM: Number.NaN }), 'm.json').cellM).toBeNaN();
  });

  it('is refused when it was changed, is another kind or of another version', () => {
    const text = writeModel(model);
    expect(() => readModel(text.replace('"vacant"', '"Vacant"'), 'm.json')).toThrow(
      /VACANT_MODEL_CHANGED: m.json/,
    );
    expect(() => readModel(text.replace('"version":1', '"version":2'), 'm.json')).toThrow(
      /VACANT_MODEL: m.json.*version 2/,
    );
    expect(() => readModel(text.slice(0, 100), 'm.json')).toThrow(/VACANT_MODEL: m.json.*no JSON/);
    expect(() => readModel('{"type":"FeatureCollection"}', 'm.json')).toThrow(/VACANT_MODEL: m.json/);
  });

  it('is refused when its trees run in circles, though the checksum is right', () => {
    const { sha256: _, ...content } = JSON.parse(writeModel(model)) as Record<string, unknown>;
    const turned = { ...content, right: (content.right as number[]).map((away) => (away === 0 ? 0 : 1)) };
    const text = JSON.stringify({ ...turned, sha256: sha256Text(sortedJson(turned)) });
    expect(() => readModel(text, 'm.json')).toThrow(/VACANT_MODEL: m.json.*lead nowhere/);
  });
});
