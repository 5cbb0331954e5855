import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { ImageModel, ModelTensor, TensorLayout } from './types.js';

/**
 * What a model is given of a tile: bands scaled and laid out. A cell that lacks one band is missing in all.
 *
 * @param bands cells of the tile by band of the model, row by row; `NaN` is missing
 */
export function inputOf(model: ImageModel, bands: readonly Float64Array[]): ModelTensor {
  const { width, height } = model.tile;
  const cells = width * height;
  const count = bands.length;
  const values = new Float32Array(count * cells);
  const planes = model.input.layout === 'nchw';
  for (let cell = 0; cell < cells; cell++) {
    const gone = isMissing(bands, cell);
    for (const [at, { subtract, divide }] of model.bands.entries()) {
      const value = ((bands[at] as Float64Array)[cell] as number) - subtract;
      values[planes ? at * cells + cell : cell * count + at] = gone ? model.missing : value / divide;
    }
  }
  return { shape: sidesOf(model.input.layout, count, model.tile), values };
}

/** Whether a cell lacks a band. */
export function isMissing(bands: readonly Float64Array[], cell: number): boolean {
  return bands.some((band) => Number.isNaN(band[cell]));
}

/** Sides of a tensor of one tile. */
export function sidesOf(
  layout: TensorLayout,
  channels: number,
  { width, height }: ImageModel['tile'],
): readonly number[] {
  return layout === 'nchw' ? [1, channels, height, width] : [1, height, width, channels];
}

/**
 * Probabilities of the classes of a model from what it answered for a tile. `softmax`: they share each cell; `sigmoid`: each class by itself,
 * or with one channel for two classes the second, and the first is the rest; `none`: as answered.
 *
 * @param gone by cell 1 where the image is missing: what the model answers there is not looked at
 * @returns by class, cell by cell; 0 where the image is missing
 * @throws AfterlodeError MODEL_FORM where the answer has other sides, MODEL_ANSWER where it holds no numbers, or no probabilities
 */
export function probabilitiesIn(
  model: ImageModel,
  answer: ModelTensor,
  where: string,
  gone: Uint8Array | null = null,
): readonly Float32Array[] {
  const { classes, tile, output } = model;
  const channels = channelsOf(model, answer.shape, where);
  const cells = tile.width * tile.height;
  const planes = output.layout === 'nchw';
  const found = classes.map(() => new Float32Array(cells));
  const own = new Float64Array(channels);
  for (let cell = 0; cell < cells; cell++) {
    if (gone?.[cell] === 1) continue;
    for (let one = 0; one < channels; one++)
      own[one] = answer.values[planes ? one * cells + cell : cell * channels + one] as number;
    activate(own, model, where);
    if (channels < classes.length) (found[0] as Float32Array)[cell] = 1 - (own[0] as number);
    for (let one = 0; one < channels; one++)
      (found[classes.length - channels + one] as Float32Array)[cell] = own[one] as number;
  }
  return found;
}

/** One for each class, or one for two. */
function channelsOf({ classes, tile, output }: ImageModel, shape: readonly number[], where: string): number {
  const found = shape[output.layout === 'nchw' ? 1 : 3];
  const single = found === 1 && classes.length === 2 && output.activation !== 'softmax';
  const channels = single ? 1 : classes.length;
  const expected = sidesOf(output.layout, channels, tile);
  if (shape.join() === expected.join()) return channels;
  throw new AfterlodeError('MODEL_FORM', phrases.within(where, 'output'), {
    found: shape.join(' × '),
    expected: expected.join(' × '),
  });
}

/** Probabilities in place of the numbers of a cell. */
function activate(own: Float64Array, { output: { activation } }: ImageModel, where: string): void {
  const refuse = (found: number, expected: Text) =>
    new AfterlodeError('MODEL_ANSWER', where, { found: String(found), expected, activation });
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of own) {
    if (!Number.isFinite(value)) throw refuse(value, { en: 'finite numbers', zh: '有限的数' });
    if (activation === 'none' && (value < -rounding || value > 1 + rounding))
      throw refuse(value, phrases.share);
    largest = Math.max(largest, value);
  }
  if (activation === 'none') {
    for (let one = 0; one < own.length; one++) own[one] = Math.min(1, Math.max(0, own[one] as number));
    return;
  }
  if (activation === 'sigmoid') {
    for (let one = 0; one < own.length; one++) own[one] = 1 / (1 + Math.exp(-(own[one] as number)));
    return;
  }
  let sum = 0;
  for (let one = 0; one < own.length; one++) sum += own[one] = Math.exp((own[one] as number) - largest);
  for (let one = 0; one < own.length; one++) own[one] = (own[one] as number) / sum;
}

/** By so much a probability may leave 0 to 1: single precision rounds its sums. */
const rounding = 1e-5;
