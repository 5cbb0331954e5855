import { AfterlodeError, phrases } from '../../base/index.js';
import { sidesOf } from './tensors.js';
import type { ImageModel, TensorLayout } from './types.js';

/** Sides that a model file tells; a word is one that is only known when the model runs, null says nothing. */
type ToldShape = readonly (number | string)[] | null;

/**
 * Compares the sides that a model file tells with its manifest, so that a wrong manifest is told before hours of tiles.
 *
 * @param where file of the model, for messages
 * @throws AfterlodeError MODEL_FORM
 */
export function checkShapes(
  model: ImageModel,
  told: { readonly inputShape: ToldShape; readonly outputShape: ToldShape },
  where: string,
): void {
  const { input, output, bands, classes, tile } = model;
  const fits = (shape: ToldShape, layout: TensorLayout, channels: number) =>
    shape === null || agrees(shape, sidesOf(layout, channels, tile));
  const refuse = (part: string, shape: ToldShape, layout: TensorLayout, channels: number) =>
    new AfterlodeError('MODEL_FORM', phrases.within(where, part), {
      found: (shape ?? []).join(' × '),
      expected: sidesOf(layout, channels, tile).join(' × '),
    });
  if (!fits(told.inputShape, input.layout, bands.length))
    throw refuse('input', told.inputShape, input.layout, bands.length);
  const single = classes.length === 2 && output.activation !== 'softmax';
  if (fits(told.outputShape, output.layout, classes.length)) return;
  if (single && fits(told.outputShape, output.layout, 1)) return;
  throw refuse('output', told.outputShape, output.layout, classes.length);
}

function agrees(shape: readonly (number | string)[], sides: readonly number[]): boolean {
  return (
    shape.length === sides.length && shape.every((side, at) => typeof side === 'string' || side === sides[at])
  );
}
