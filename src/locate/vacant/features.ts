import { surroundingsOf } from './surroundings.js';
import type { FeatureRecipe, PatchImage } from './types.js';

/** One number for each patch, and whether its spread in the surroundings tells more than its mean. */
interface Channel {
  readonly name: string;
  readonly values: Float64Array;
  readonly spread: boolean;
}

type NamedBands = ReadonlyMap<string, Float64Array>;

/**
 * Band indices, where their bands are named: excess green (Woebbecke et al. 1995, of shares of colours), red against blue, and the
 * normalised differences of vegetation, water and built-up ground.
 */
const indices: readonly (readonly [
  name: string,
  bands: readonly string[],
  of: (values: readonly number[]) => number,
])[] = [
  ['excess_green', ['red', 'green', 'blue'], ([r = 0, g = 0, b = 0]) => (2 * g - r - b) / (r + g + b)],
  ['red_blue', ['red', 'blue'], difference],
  ['ndvi', ['nir', 'red'], difference],
  ['ndwi', ['green', 'nir'], difference],
  ['ndbi', ['swir', 'nir'], difference],
];

function difference([a = 0, b = 0]: readonly number[]): number {
  return (a - b) / (a + b);
}

/** Names of the features of a recipe, in their order. */
export function featureNames(recipe: FeatureRecipe): readonly string[] {
  const empty = { width: 0, height: 0, bands: recipe.bands.map(() => new Float64Array()) };
  return namedFeatures({ ...empty, roughness: new Float64Array() }, recipe).map(([name]) => name);
}

/** How far the features of a patch reach beyond it, in patches. */
export function reachOf({ radii }: FeatureRecipe): number {
  // The slope looks one further than the square it is averaged over.
  return Math.max(0, ...radii) + 1;
}

/**
 * Features of each patch: bands, indices, brightness, slope of brightness and roughness inside the patch; by radius their means, the
 * deviations of all but slope and roughness, and how much brighter the patch is than its surroundings.
 *
 * @returns an array for each name of `featureNames`; all `NaN` where the patch itself has no value
 */
export function featuresOf(image: PatchImage, recipe: FeatureRecipe): readonly Float32Array[] {
  const own = image.bands[0] as Float64Array;
  return namedFeatures(image, recipe).map(([, values]) =>
    // Surroundings have values where the patch has none; nobody may be told what a hole in the image is.
    Float32Array.from(values, (value, patch) => (Number.isNaN(own[patch]) ? Number.NaN : value)),
  );
}

function namedFeatures(
  image: PatchImage,
  recipe: FeatureRecipe,
): readonly (readonly [name: string, values: Float64Array])[] {
  const channels = channelsOf(image, recipe);
  const { values: brightness } = channels.find(({ name }) => name === 'brightness') as Channel;
  const features = channels.map(({ name, values }) => [name, values] as const);
  for (const radius of recipe.radii)
    for (const { name, values, spread } of channels) {
      const { mean, deviation } = surroundingsOf(values, image.width, image.height, radius);
      features.push([`${name}_mean_${radius}`, mean]);
      if (spread) features.push([`${name}_deviation_${radius}`, deviation]);
      if (name === 'brightness') {
        const contrast = brightness.map((value, at) => value - (mean[at] as number));
        features.push([`contrast_${radius}`, contrast]);
      }
    }
  return features;
}

function channelsOf(image: PatchImage, { bands, patch }: FeatureRecipe): readonly Channel[] {
  const named: NamedBands = new Map(bands.map((name, at) => [name, image.bands[at] as Float64Array]));
  const brightness = (image.bands[0] as Float64Array).map(
    (_, at) => image.bands.reduce((sum, band) => sum + (band[at] as number), 0) / image.bands.length,
  );
  const channels: Channel[] = [...named].map(([name, values]) => ({ name, values, spread: true }));
  for (const [name, needed, of] of indices) {
    const found = needed.map((one) => named.get(one));
    if (!found.every((one) => one !== undefined)) continue;
    const values = brightness.map((_, at) => finite(of(found.map((band) => band[at] as number))));
    channels.push({ name, values, spread: true });
  }
  channels.push({ name: 'brightness', values: brightness, spread: true });
  channels.push({ name: 'slope', values: slopeOf(brightness, image.width, image.height), spread: false });
  if (patch > 1) channels.push({ name: 'roughness', values: image.roughness, spread: false });
  return channels;
}

/** An index of black ground is 0 ÷ 0. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Length of the gradient by differences of neighbours; a neighbour that is missing counts like the place itself. */
function slopeOf(values: Float64Array, width: number, height: number): Float64Array {
  return values.map((own, at) => {
    const column = at % width;
    const row = (at - column) / width;
    const beside = (there: boolean, other: number) => {
      const value = there ? (values[other] as number) : own;
      return Number.isNaN(value) ? own : value;
    };
    const dx = beside(column < width - 1, at + 1) - beside(column > 0, at - 1);
    const dy = beside(row < height - 1, at + width) - beside(row > 0, at - width);
    // Unlike `hypot`, a root has the same last bit in every engine.
    return Math.sqrt(dx * dx + dy * dy) / 2;
  });
}
