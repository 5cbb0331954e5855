import type { ImageModel, ModelTensor, RunModel } from '../types.js';

/** A model of three bands and two classes in tiles of 8 × 8; its input is as the image is. */
export function madeModel(more: Partial<ImageModel> = {}): ImageModel {
  return {
    bands: ['red', 'green', 'blue'].map((name) => ({ name, subtract: 0, divide: 1 })),
    missing: 0,
    cellM: null,
    otherCells: 'warn',
    tile: { width: 8, height: 8 },
    overlap: 2,
    input: { layout: 'nchw' },
    output: { layout: 'nchw', activation: 'softmax' },
    classes: ['built', 'vacant'],
    ...more,
  };
}

/** Runs a function of the bands of a cell; planes in, planes out. */
export function pointwise(of: (bands: readonly number[]) => readonly number[]): RunModel {
  return ({ shape, values }: ModelTensor) => {
    const [, bands, height, width] = shape as [number, number, number, number];
    const cells = height * width;
    const answers = Array.from({ length: cells }, (_, cell) =>
      of(Array.from({ length: bands }, (__, band) => values[band * cells + cell] as number)),
    );
    const channels = (answers[0] as readonly number[]).length;
    const found = Float32Array.from(
      { length: channels * cells },
      (_, at) => answers[at % cells]?.[Math.floor(at / cells)] as number,
    );
    return Promise.resolve({ shape: [1, channels, height, width], values: found });
  };
}
