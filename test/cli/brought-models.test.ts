import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DisorderAnswer } from '../../src/app/index.js';
import { openGeoTiff, writeGeoTiff } from '../../src/files/index.js';
import { convolutionOnnx } from '../../src/files/onnx/testing/made-onnx.js';
import { putModel } from '../../src/files/onnx/testing/put-model.js';
import { madePng } from '../../src/files/picture/testing/made-picture.js';
import { call, temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
/** The second class where red is above 100. */
const reds = convolutionOnnx({ weights: [[0], [1]], bias: [0, -100] });
const manifest = {
  bands: [{ name: 'red' }],
  tile: { width: 8, height: 8 },
  overlap: 2,
  output: { activation: 'softmax' },
  classes: ['rest', 'vacant'],
};
let model: string;
beforeAll(() => {
  model = putModel(folder, 'reds', reds, manifest);
});

describe('a model of the user', () => {
  // By the built program: the runtime is found from there too, and lets the process end.
  it('tells vacant land in an image: probabilities, polygons, and whose model it was', async () => {
    const grid = {
      width: 20,
      height: 12,
      originX: 5e5,
      originY: 4e6,
      cellWidth: 1,
      cellHeight: -1,
      crs: 'EPSG:32650',
    };
    // Missing in the first column; vacant in the last five.
    const red = (column: number) => (column === 0 ? Number.NaN : column < 15 ? 98 : 103);
    await writeGeoTiff(at('image.tif'), { grid, bands: 1, type: 'float32' }, ({ column, width, height }) => [
      Float64Array.from({ length: width * height }, (_, cell) => red(column + (cell % width))),
    ]);
    const words = ['vacant-land', '--image', at('image.tif'), '--model', model, '--probability', '0.5'];
    const { status, out, err } = call([...words, '--out', at('land'), '--lang', 'zh']);
    expect(status).toBe(0);
    // A slow machine tells how far it is before.
    expect(err).toMatch(/^MODEL_BROUGHT: .*许可：CC0-1\.0/m);
    expect(out).toContain('vacant');
    const { features } = JSON.parse(readFileSync(at('land/polygons.geojson'), 'utf8')) as {
      features: readonly { properties: { class: string } }[];
    };
    expect(features.map(({ properties }) => properties.class)).toEqual(['vacant']);
    const written = await openGeoTiff(at('land/probability.tif'), 'probability.tif');
    const row = await written.read({ column: 0, row: 5, width: 20, height: 1 }, 1);
    await written.close();
    const expected = [...row.keys()].map((column) => Math.fround(1 / (1 + Math.exp(100 - red(column)))));
    for (const [column, value] of row.entries()) {
      if (column === 0) expect(value).toBeNaN();
      else expect(value).toBeCloseTo(expected[column] as number, 6);
    }
  });

  it('cuts street pictures into its classes', async () => {
    mkdirSync(at('pictures'));
    const rows = Array.from({ length: 8 }, (_, row) => [
      0,
      ...Array.from({ length: 24 }, () => (row < 2 ? 255 : 0)),
    ]);
    writeFileSync(at('pictures/p.png'), madePng({ width: 8, height: 8, colour: 2, rows }));
    writeFileSync(at('places.csv'), 'image,segment\np,s1\n');
    const words = ['disorder', '--images', at('pictures'), '--places', at('places.csv'), '--model', model];
    expect((await jsonHere<DisorderAnswer>(words)).shares).toEqual({
      images: 1,
      classes: { rest: 0.75, vacant: 0.25 },
    });
  });

  it('is refused by the line of its manifest, in one line', async () => {
    const bad = putModel(folder, 'bad', reds, { ...manifest, classes: ['one'] });
    const { status, out, err } = await callHere([
      'vacant-land',
      '--image',
      at('image.tif'),
      '--model',
      bad,
      '--lang',
      'zh',
    ]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^MODEL_MANIFEST: 模型说明文件 .*bad\.yaml 有 1 处错误：.*line \d+/);
  });
});
