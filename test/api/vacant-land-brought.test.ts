import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemAnswer, RasterAnswer, VacantLandAnswer } from '../../src/api/contract.js';
import { vacantLandAnswer } from '../../src/api/schemas-vacant-land.js';
import { rasterFacts, vacantLandOf } from '../../src/app/index.js';
import { convolutionOnnx } from '../../src/files/onnx/testing/made-onnx.js';
import { degrees, smallTiff } from '../../src/files/raster/testing/small-tiff.js';
import { readingWorkspace } from '../app/workspace.js';
import { type FakeService, fakeServer } from './fake.js';

/** A model of the user behind POST /api/vacant-land, run in the thread that the server takes for it. */

let fake: FakeService;
let image: string;
beforeAll(async () => {
  const { catalog } = await readingWorkspace();
  fake = await fakeServer({ rasterFacts, vacantLandOf: (_, ...rest) => vacantLandOf({ catalog }, ...rest) });
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'grid.tif' };
  const payload = Buffer.from(smallTiff(4, [1, 2, 3, 4, 5, 6, 7, 8], degrees));
  const sent = await fake.server.inject({ method: 'POST', url: '/api/rasters', headers, payload });
  image = sent.json<RasterAnswer>().id;
});
afterAll(() => fake.server.close());

/** Vacant above 5½. */
const bytes = convolutionOnnx({ weights: [[0], [2]], bias: [0, -11] });
const manifest = {
  model: 'half.onnx',
  sha256: createHash('sha256').update(bytes).digest('hex'),
  source: 'made for a test',
  licence: 'CC0-1.0',
  bands: [{ name: 'height' }],
  tile: { width: 8, height: 8 },
  output: { activation: 'softmax' },
  classes: ['built', 'vacant'],
};
const onnx = Buffer.from(bytes).toString('base64');

function ask(model: unknown) {
  const payload = { image, model, probability: 0.5 };
  const headers = { 'accept-language': 'en' };
  return fake.server.inject({ method: 'POST', url: '/api/vacant-land', payload, headers });
}

describe('POST /api/vacant-land with a model of the user', () => {
  it('answers its polygons and whose model it was', async () => {
    const response = await ask({ manifest: JSON.stringify(manifest), onnx });
    const answer = response.json<VacantLandAnswer>();
    expect(vacantLandAnswer.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer.model).toMatchObject({ trained: false, classes: ['built', 'vacant'] });
    expect(answer.polygons.map(({ patches }) => patches)).toEqual([3]);
    expect(answer.issues[0]).toMatchObject({ code: 'MODEL_BROUGHT', where: 'model.manifest' });
  });

  it('refuses a manifest with its lines, and a model that is another', async () => {
    const refused = async (model: unknown) => {
      const response = await ask(model);
      return [response.statusCode, response.json<ProblemAnswer>().message.en] as const;
    };
    const text = JSON.stringify({ ...manifest, tile: 8 }, null, 1);
    expect(await refused({ manifest: text, onnx })).toEqual([
      400,
      expect.stringMatching(/^faults in the manifest model\.manifest \(1\): "tile" is 8, .*line \d+/),
    ]);
    expect(await refused({ manifest: JSON.stringify(manifest), onnx: onnx.slice(0, 40) })).toEqual([
      400,
      expect.stringMatching(/^half\.onnx is not the model that its manifest names/),
    ]);
  });
});
