import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { featureNames, featuresOf } from './features.js';
import { patchesOf, patchGrid } from './patches.js';
import { surroundingsOf } from './surroundings.js';
import { metreGrid } from './testing/made-scene.js';

const none = Number.NaN;

describe('patches', () => {
  it('are means of their cells, and rough where these differ', () => {
    const { width, height, bands, roughness } = patchesOf(
      [Float64Array.of(1, 3, 10, 10, 5, 7, 10, 10)],
      4,
      2,
    );
    expect([width, height]).toEqual([2, 1]);
    expect(bands).toEqual([Float64Array.of(4, 10)]);
    // Squares from 4: 9, 1, 1, 9.
    expect(roughness[0]).toBeCloseTo(Math.sqrt(5), 12);
    expect(roughness[1]).toBe(0);
  });

  it('leave out a cell that lacks a band, in all bands', () => {
    const { bands } = patchesOf([Float64Array.of(1, 3, 5, 7), Float64Array.of(none, 2, 4, 6)], 2, 2);
    expect(bands).toEqual([Float64Array.of(5), Float64Array.of(4)]);
  });

  it('are missing where no cell has a value', () => {
    const { bands, roughness } = patchesOf([Float64Array.of(none, none, none, none)], 2, 2);
    expect(bands).toEqual([Float64Array.of(none)]);
    expect(roughness).toEqual(Float64Array.of(none));
  });

  it('leave out what is less than a patch, and refuse an image smaller than one', () => {
    expect(patchGrid(metreGrid(11, 7), 4, 'i.tif')).toMatchObject({
      width: 2,
      height: 1,
      cellWidth: 4,
      cellHeight: -4,
    });
    expect(() => patchGrid(metreGrid(11, 3), 4, 'i.tif')).toThrow(/RASTER_SHAPE: i.tif .*11 × 3.*4 × 4/);
  });
});

describe('surroundings', () => {
  it('are what a loop over the square gives, with holes and at edges', () => {
    const random = seededRandom(7);
    const [width, height] = [9, 6];
    const values = Float64Array.from({ length: width * height }, () =>
      random() < 0.2 ? none : Math.floor(100 * random()),
    );
    for (const radius of [1, 2, 20]) {
      const found = surroundingsOf(values, width, height, radius);
      for (let at = 0; at < values.length; at++) {
        const column = at % width;
        const row = (at - column) / width;
        const near = [...values].filter(
          (value, other) =>
            !Number.isNaN(value) &&
            Math.abs((other % width) - column) <= radius &&
            Math.abs(Math.floor(other / width) - row) <= radius,
        );
        const mean = near.reduce((sum, value) => sum + value, 0) / near.length;
        const variance = near.reduce((sum, value) => sum + (value - mean) ** 2, 0) / near.length;
        expect(found.mean[at]).toBeCloseTo(mean, 9);
        expect(found.deviation[at]).toBeCloseTo(Math.sqrt(variance), 6);
      }
    }
  });

  it('are missing where nothing is near', () => {
    const { mean, deviation } = surroundingsOf(Float64Array.of(none, none, none, 4), 4, 1, 1);
    expect(mean).toEqual(Float64Array.of(none, none, 4, 4));
    expect(deviation).toEqual(Float64Array.of(none, none, 0, 0));
  });
});

describe('features', () => {
  const recipe = { bands: ['red', 'green', 'blue'], patch: 1, radii: [1] };
  const image = {
    width: 3,
    height: 1,
    bands: [Float64Array.of(50, 0, none), Float64Array.of(100, 0, none), Float64Array.of(50, 0, none)],
    roughness: new Float64Array(3),
  };
  const features = featuresOf(image, recipe);
  const one = (name: string) => [...(features[featureNames(recipe).indexOf(name)] as Float32Array)];

  it('have the names and order of the recipe', () => {
    const channels = ['red', 'green', 'blue', 'excess_green', 'red_blue', 'brightness'];
    expect(featureNames(recipe)).toEqual([
      ...channels,
      'slope',
      ...channels.flatMap((name) => [
        `${name}_mean_1`,
        `${name}_deviation_1`,
        ...(name === 'brightness' ? ['contrast_1'] : []),
      ]),
      'slope_mean_1',
    ]);
    expect(features).toHaveLength(featureNames(recipe).length);
    const more = featureNames({ bands: ['nir', 'red', 'green', 'swir', 'b5'], patch: 2, radii: [] });
    expect(more).toEqual([
      'nir',
      'red',
      'green',
      'swir',
      'b5',
      'ndvi',
      'ndwi',
      'ndbi',
      'brightness',
      'slope',
      'roughness',
    ]);
  });

  it('are as computed by hand; an index of black ground is missing', () => {
    expect(one('excess_green')).toEqual([0.5, none, none]);
    expect(one('red_blue')).toEqual([0, none, none]);
    expect(one('brightness')[0]).toBeCloseTo(200 / 3, 4);
    // Beside the edge and beside the hole the place itself stands for its neighbour.
    expect(one('slope')[0]).toBeCloseTo(100 / 3, 4);
    expect(one('slope')[1]).toBeCloseTo(100 / 3, 4);
    expect(one('green_mean_1')).toEqual([50, 50, none]);
    expect(one('green_deviation_1')).toEqual([50, 50, none]);
    expect(one('contrast_1')[1]).toBeCloseTo(-100 / 3, 4);
  });

  it('are all missing in a hole, though its surroundings have values', () => {
    for (const values of features) expect(values[2]).toBeNaN();
  });
});
