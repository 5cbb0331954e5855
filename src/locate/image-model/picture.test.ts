import { describe, expect, it } from 'vitest';
import { expectColours, pictureShares } from './picture.js';
import { madeModel, pointwise } from './testing/made-model.js';

/** Blue first, as some models want it. */
const bands = ['Blue', 'Red'].map((name) => ({ name, subtract: 0, divide: 255 }));
const model = madeModel({ bands, tile: { width: 2, height: 2 }, overlap: 0 });
const run = pointwise(([blue = 0, red = 0]) => [red, blue]);
const pixels = Uint8Array.of(255, 0, 0, 0, 0, 255, 0, 255, 0, 0, 0, 9);

describe('classes of a picture by a model that is brought', () => {
  it('are the likeliest of each pixel, of equal ones the first', async () => {
    // Red, blue, green (neither: equal), a trace of blue.
    const picture = { width: 2, height: 2, pixels };
    expect([...(await pictureShares(picture, model, run, 'm.onnx'))]).toEqual([0.5, 0.5]);
  });

  it('are told of the picture brought to the sides of the tile', async () => {
    const picture = { width: 4, height: 1, pixels };
    const shares = await pictureShares(picture, { ...model, tile: { width: 4, height: 1 } }, run, 'm.onnx');
    expect([...shares]).toEqual([0.5, 0.5]);
    // Two pixels together: red and blue are equal, green and a trace of blue are blue; rows are doubled.
    expect([...(await pictureShares(picture, model, run, 'm.onnx'))]).toEqual([0.5, 0.5]);
  });

  it('need the colours of a picture', () => {
    expect(() => expectColours(model, 'm.yaml')).not.toThrow();
    const more = { ...model, bands: [...bands, { name: 'nir', subtract: 0, divide: 1 }] };
    expect(() => expectColours(more, 'm.yaml')).toThrow(
      /^MODEL_FORM: m\.yaml, bands .*nir.*red, green, blue/,
    );
  });
});
