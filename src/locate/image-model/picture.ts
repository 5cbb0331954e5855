import { AfterlodeError, phrases } from '../../base/index.js';
import { type Picture, resized } from '../street-model/picture.js';
import { inputOf, probabilitiesIn } from './tensors.js';
import type { ImageModel, RunModel } from './types.js';

const colours = ['red', 'green', 'blue'];

/**
 * Refuses a model that asks for more than a picture has.
 *
 * @param where manifest of the model, for messages
 * @throws AfterlodeError MODEL_FORM
 */
export function expectColours({ bands }: ImageModel, where: string): void {
  const other = bands.filter(({ name }) => !colours.includes(name.toLowerCase())).map(({ name }) => name);
  if (other.length === 0) return;
  const facts = { found: other.join(', '), expected: colours.join(', ') };
  throw new AfterlodeError('MODEL_FORM', phrases.within(where, 'bands'), facts);
}

/**
 * Share of a picture that each class takes: the picture is brought to the sides of the tile, and each pixel has its likeliest class (of equal
 * ones the first). The sum is 1.
 *
 * @param where file of the model, for messages
 * @throws AfterlodeError MODEL_FILE, MODEL_FORM, MODEL_ANSWER
 */
export async function pictureShares(
  picture: Picture,
  model: ImageModel,
  run: RunModel,
  where: string,
): Promise<Float64Array> {
  const { width, height } = model.tile;
  const { pixels } = resized(picture, width, height);
  const bands = model.bands.map(({ name }) => {
    const colour = colours.indexOf(name.toLowerCase());
    return Float64Array.from({ length: width * height }, (_, at) => pixels[3 * at + colour] as number);
  });
  const probabilities = probabilitiesIn(model, await run(inputOf(model, bands)), where);
  const shares = new Float64Array(model.classes.length);
  for (let cell = 0; cell < width * height; cell++) {
    let best = 0;
    for (const [one, values] of probabilities.entries())
      if ((values[cell] as number) > (probabilities[best]?.[cell] as number)) best = one;
    shares[best] = (shares[best] as number) + 1;
  }
  return shares.map((count) => count / (width * height));
}
