import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OnnxModel, openOnnx, readPicture } from '../../src/files/index.js';
import { readTensors } from '../../src/locate/index.js';
import { espnetOnnx } from './espnet-onnx.js';

/** ESPNet written as an ONNX model, against the logits that PyTorch gave with the same weights (../shared/data/spatial/streetview). */

const shared = process.env.AFTERLODE_SHARED ?? join(import.meta.dirname, '..', '..', '..', 'shared');
const folder = join(shared, 'data', 'spatial', 'streetview', 'espnet');
const file = `${folder}/espnet_p_2_q_8.safetensors`;
const [width, height] = [1024, 512];
const means = [72.3923111, 82.90893555, 73.15840149];
const deviations = [45.3192215, 46.15289307, 44.91483307];

let model: OnnxModel;
beforeAll(async () => {
  model = await openOnnx(espnetOnnx(readTensors(readFileSync(file), file), height, width), 'espnet.onnx');
});
afterAll(() => model.close());

describe('a street model run by ONNX Runtime', () => {
  const names = readdirSync(`${folder}/input`).map((name) => name.replace('.png', ''));
  it.each(names)('gives the logits of PyTorch: %s', async (name) => {
    const { pixels } = await readPicture(`${folder}/input/${name}.png`);
    const values = Float32Array.from({ length: 3 * width * height }, (_, at) => {
      const colour = Math.floor(at / (width * height));
      const value = pixels[3 * (at % (width * height)) + 2 - colour] as number;
      return (value - (means[colour] as number)) / (deviations[colour] as number) / 255;
    });
    const { shape, values: logits } = await model.run({ shape: [1, 3, height, width], values });
    expect(shape).toEqual([1, 20, height, width]);
    const stored = JSON.parse(readFileSync(`${folder}/labels/${name}_logits_stride32.json`, 'utf8')) as {
      logits: readonly number[];
    };
    let largest = 0;
    for (const [at, wanted] of stored.logits.entries()) {
      const [one, row, column] = [Math.floor(at / 512), Math.floor(at / 32) % 16, at % 32];
      const found = logits[(one * height + 32 * row) * width + 32 * column] as number;
      largest = Math.max(largest, Math.abs(found - wanted));
    }
    expect(stored.logits).toHaveLength(20 * 16 * 32);
    expect(largest).toBeLessThan(1e-4);
  });
});
