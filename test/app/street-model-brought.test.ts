import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DisorderCall, disorder, type Workspace } from '../../src/app/index.js';
import { convolutionOnnx, identityOnnx } from '../../src/files/onnx/testing/made-onnx.js';
import { putModel } from '../../src/files/onnx/testing/put-model.js';
import { madePng } from '../../src/files/picture/testing/made-picture.js';
import { readingWorkspace } from './workspace.js';

const folder = mkdtempSync(join(tmpdir(), 'afterlode-brought-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

/** The red logit is the red of a pixel, the green one its green, the rest has 100. */
const colours = convolutionOnnx({
  weights: [
    [1, 0],
    [0, 1],
    [0, 0],
  ],
  bias: [0, 0, 100],
});
const manifest = {
  bands: [{ name: 'red' }, { name: 'green' }],
  tile: { width: 8, height: 8 },
  output: { activation: 'softmax' },
  classes: ['Road', 'Vegetation', 'Rest'],
};

/** A picture of 8 × 8 pixels whose first columns are green, the others red, and its last row blue. */
function picture(name: string, green: number): void {
  const row = (of: (column: number) => readonly number[]) => [
    0,
    ...Array.from({ length: 8 }, (_, column) => of(column)).flat(),
  ];
  const rows = Array.from({ length: 8 }, (_, at) =>
    row((column) => (at === 7 ? [0, 0, 255] : column < green ? [0, 255, 0] : [255, 0, 0])),
  );
  writeFileSync(join(at('pictures'), `${name}.png`), madePng({ width: 8, height: 8, colour: 2, rows }));
}

let ws: Workspace;
beforeAll(async () => {
  ws = await readingWorkspace();
  mkdirSync(at('pictures'));
  picture('p', 5);
  picture('q', 0);
  writeFileSync(at('places.csv'), 'image,segment\np,s1\nq,s2\n');
});
const call = (more: DisorderCall): DisorderCall => ({
  images: at('pictures'),
  places: at('places.csv'),
  ...more,
});

describe('street pictures with a model of the user', () => {
  it('are cut into its classes, and the answer says whose model it was', async () => {
    const model = putModel(folder, 'colours', colours, manifest);
    const { shares, issues } = await disorder(ws, call({ model, out: at('cut') }));
    expect(readFileSync(at('cut/shares.csv'), 'utf8').split('\n')).toEqual([
      'image,segment,road,vegetation,rest',
      'p,s1,0.328125,0.546875,0.125',
      'q,s2,0.875,0,0.125',
      '',
    ]);
    expect(shares).toEqual({ images: 2, classes: { road: 0.6015625, vegetation: 0.2734375, rest: 0.125 } });
    expect(issues.map(({ code }) => code)).toEqual([
      'MODEL_BROUGHT',
      'DISORDER_LENGTHS_NONE',
      'DISORDER_UNCALIBRATED',
    ]);
    expect(issues[0]?.message.zh).toMatch(/自带模型.*来源：made for a test；许可：CC0-1\.0/);
  });

  it.each<readonly [string, Uint8Array, object, RegExp]>([
    [
      'of bands that a picture has not',
      colours,
      { ...manifest, bands: [{ name: 'red' }, { name: 'nir' }] },
      /MODEL_FORM: .*bands.*nir.*red, green, blue/,
    ],
    [
      'of more bands than the file',
      colours,
      { ...manifest, bands: ['red', 'green', 'blue'].map((name) => ({ name })) },
      /MODEL_FORM: .*input.*1 × 2 × h × w.*1 × 3 × 8 × 8/,
    ],
    [
      'of fewer classes than the file',
      colours,
      { ...manifest, classes: ['a', 'b'] },
      /MODEL_FORM: .*output.*1 × 3 × h × w/,
    ],
    [
      'of another file',
      colours,
      { ...manifest, sha256: '0'.repeat(64) },
      /MODEL_CHANGED: .*expected 000000000000/,
    ],
    [
      'that lies elsewhere',
      colours,
      { ...manifest, model: 'nowhere.onnx' },
      /CALL_FILE_MISSING.*nowhere\.onnx/,
    ],
    ['that is none', new TextEncoder().encode('none'), manifest, /MODEL_FILE: .*protobuf/],
    ['without tile', colours, { ...manifest, tile: undefined }, /MODEL_MANIFEST.*"tile" is missing/],
    [
      'that only turns out to answer otherwise',
      identityOnnx(['n', 'c', 'h', 'w']),
      manifest,
      /MODEL_FORM: .*output.*1 × 2 × 8 × 8.*1 × 3 × 8 × 8/,
    ],
    [
      'that answers no probabilities',
      colours,
      { ...manifest, output: { activation: 'none' } },
      /MODEL_ANSWER: .*answers 255;/,
    ],
  ])('refuse a manifest %s', async (name, bytes, other, said) => {
    const model = putModel(folder, `bad-${name.length}`, bytes, other);
    await expect(disorder(ws, call({ model, out: at('never') }))).rejects.toThrow(said);
  });

  it('need pictures, and one model only', async () => {
    await expect(disorder(ws, { model: 'm.yaml' })).rejects.toThrow(
      /CALL_OPTION: option --images.*--model needs it/,
    );
    await expect(disorder(ws, call({ model: 'm.yaml', weights: 'w' }))).rejects.toThrow(
      /--weights or --model/,
    );
  });
});
