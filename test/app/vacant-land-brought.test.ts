import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerLand,
  type VacantLandCall,
  vacantLand,
  vacantLandOptions,
  type Workspace,
} from '../../src/app/index.js';
import { writeGeoTiff } from '../../src/files/index.js';
import { convolutionOnnx } from '../../src/files/onnx/testing/made-onnx.js';
import { putModel } from '../../src/files/onnx/testing/put-model.js';
import { readingWorkspace } from './workspace.js';

const folder = mkdtempSync(join(tmpdir(), 'afterlode-vacant-brought-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

/** 60 × 40 cells of a metre: red, green and nir of grass, and of bare ground in 12 × 8 cells from column 20, row 10; the first column is missing. */
const [width, height] = [60, 40];
const isBare = (column: number, row: number) => column >= 20 && column < 32 && row >= 10 && row < 18;
const grid = {
  width,
  height,
  originX: 500000,
  originY: 4000000,
  cellWidth: 1,
  cellHeight: -1,
  crs: 'EPSG:32650',
};
const bands = [
  { name: 'nir', bare: 60, grass: 160 },
  { name: 'red', bare: 140, grass: 40 },
  { name: 'green', bare: 90, grass: 90 },
];

/** Vacant where red is more than nir: its logit is (red − nir) ÷ 50. */
const model = convolutionOnnx({
  weights: [
    [0, 0],
    [1, -1],
  ],
});
const manifest = {
  bands: [
    { name: 'Red', divide: 50 },
    { name: 'NIR', divide: 50 },
  ],
  cell_m: 1,
  tile: { width: 16, height: 12 },
  overlap: 5,
  output: { activation: 'softmax' },
  classes: ['grass', 'vacant'],
};
const sure = 1 / (1 + Math.exp(-80 / 50));

/** Writes rectangles with a class: left, top, right, bottom in columns and rows. */
function putLabels(
  name: string,
  ...plots: readonly (readonly [string, number, number, number, number])[]
): string {
  const place = (column: number, row: number) => [500000 + column, 4000000 - row];
  const features = plots.map(([className, left, top, right, bottom]) => ({
    type: 'Feature',
    properties: { class: className },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [left, bottom],
          [right, bottom],
          [right, top],
          [left, top],
          [left, bottom],
        ].map(([x = 0, y = 0]) => place(x, y)),
      ],
    },
  }));
  writeFileSync(at(name), JSON.stringify({ type: 'FeatureCollection', features }));
  return at(name);
}

let ws: Workspace;
beforeAll(async () => {
  ws = await readingWorkspace();
  const options = { grid, bands: 3, type: 'float32', bandNames: bands.map(({ name }) => name) } as const;
  await writeGeoTiff(at('image.tif'), options, (window) =>
    bands.map(({ bare, grass }) =>
      Float64Array.from({ length: window.width * window.height }, (_, place) => {
        const column = window.column + (place % window.width);
        if (column === 0) return Number.NaN;
        return isBare(column, window.row + Math.floor(place / window.width)) ? bare : grass;
      }),
    ),
  );
});
const find = (more: Partial<VacantLandCall>) =>
  vacantLand(ws, { image: at('image.tif'), probability: 0.5, ...more });

describe('vacant land with a model of the user', () => {
  it('is told cell by cell, by the bands that the manifest names', async () => {
    const answer = await find({ model: putModel(folder, 'bare', model, manifest) });
    expect(answer.model).toMatchObject({
      trained: false,
      classes: ['grass', 'vacant'],
      bands: ['red', 'nir'],
      lookedFor: ['vacant'],
      cellM: 1,
      patchM: 1,
    });
    expect(answer.polygons).toHaveLength(1);
    expect(answer.polygons[0]).toMatchObject({ class: 'vacant', patches: 96, areaM2: 96 });
    expect(answer.polygons[0]?.confidence).toBeCloseTo(sure, 6);
    expect(answer.rate).toMatchObject({ judgedM2: 59 * 40, vacantM2: 96 });
    expect(answer.accuracy).toBeNull();
    expect(answer.issues.map(({ code }) => code)).toEqual(['MODEL_BROUGHT']);
  });

  it('leaves missing cells missing, whatever the tiles', async () => {
    const path = putModel(folder, 'bare', model, manifest);
    const file = { path: at('image.tif'), name: 'image.tif' };
    const none = { labels: null, parcels: null, builtUp: null, population: null, nightLight: null };
    const options = vacantLandOptions({ probability: 0.5 }, ws);
    const found = await answerLand({ ...none, image: file, model: { path, name: path }, options });
    const values = found.probabilities[1] as Float32Array;
    for (const [place, value] of values.entries()) {
      const [column, row] = [place % width, Math.floor(place / width)];
      if (column === 0) expect(value).toBeNaN();
      else
        expect(Math.abs(value - (isBare(column, row) ? sure : 1 / (1 + Math.exp(120 / 50))))).toBeLessThan(
          1e-6,
        );
    }
  });

  it('tells its error where labels are given, and which classes it does not know', async () => {
    const path = putModel(folder, 'bare', model, manifest);
    // A plot that is half bare, half grass, and one of grass.
    const labels = putLabels('labels.geojson', ['vacant', 26, 10, 38, 18], ['grass', 40, 10, 52, 18]);
    const { accuracy, issues } = await find({ model: path, labels, labelsCrs: 'EPSG:32650' });
    expect(accuracy).toMatchObject({
      by: 'given-model',
      confusion: [
        [96, 0],
        [48, 48],
      ],
      patches: 192,
    });
    expect(accuracy?.recall.vacant?.value).toBe(0.5);
    expect(issues.map(({ code }) => code)).toContain('MODEL_BROUGHT');
    const other = putLabels('other.geojson', ['quarry', 26, 10, 38, 18]);
    await expect(find({ model: path, labels: other, labelsCrs: 'EPSG:32650' })).rejects.toThrow(
      /VACANT_CLASS.*quarry.*grass, vacant/,
    );
  });

  it('is told in cells of the training images, where the manifest asks for it', async () => {
    const coarse = { ...manifest, cell_m: 2 };
    const warned = await find({ model: putModel(folder, 'warned', model, coarse) });
    expect(warned.issues.map(({ code }) => code)).toEqual(['MODEL_BROUGHT', 'VACANT_CELL']);
    expect(warned.polygons[0]?.patches).toBe(96);
    const brought = { ...coarse, other_cells: 'resample' };
    const {
      polygons,
      rate,
      issues,
      model: told,
    } = await find({ model: putModel(folder, 'brought', model, brought) });
    expect(told.patchM).toBe(2);
    expect(issues.map(({ code }) => code)).toEqual(['MODEL_BROUGHT']);
    expect(polygons[0]).toMatchObject({ patches: 24, areaM2: 96 });
    // The missing column takes half of each cell of the first: what is there counts.
    expect(rate.judgedM2).toBe(60 * 40);
  });

  it.each<readonly [string, Partial<VacantLandCall>, object, RegExp]>([
    [
      'a band that the image does not have',
      {},
      { bands: [{ name: 'red' }, { name: 'swir' }] },
      /VACANT_BANDS.*red, swir/,
    ],
    ['a band that the call leaves out', { bands: '-,red,green' }, {}, /VACANT_BANDS.*red, nir/],
    ['a class to look for that it does not know', { lookFor: 'quarry' }, {}, /quarry/],
    ['a manifest without bands', {}, { bands: [] }, /MODEL_MANIFEST.*"bands" is \[\]/],
  ])('refuses %s', async (name, call, other, said) => {
    const path = putModel(folder, `bad-${name.length}`, model, { ...manifest, ...other });
    await expect(find({ model: path, ...call })).rejects.toThrow(said);
  });
});
