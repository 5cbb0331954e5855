import { expect, test } from 'vitest';
import type { RasterSource, Window } from '../raster/types.js';
import { coverOf } from './cover.js';
import { tallyZones } from './tally-zones.js';
import { flat, gridOf } from './testing/clip.js';

/** A raster of 1400 × 1100 cells whose value is column plus row times the number of the band; notes what is read. */
function source(more: Partial<RasterSource> = {}) {
  const windows: Window[] = [];
  const raster: RasterSource = {
    name: 'made.tif',
    grid: gridOf(1400, 1100),
    bands: 2,
    bandNames: ['', ''],
    missing: null,
    block: { width: 256, height: 256 },
    read: async (window, band) => {
      windows.push(window);
      const values = new Float64Array(window.width * window.height);
      for (let row = 0, at = 0; row < window.height; row++)
        for (let column = 0; column < window.width; column++, at++)
          values[at] = (window.column + column + window.row + row) * (band + 1);
      return values;
    },
    close: async () => {},
    ...more,
  };
  return { raster, windows };
}

const zone = (id: string, west: number, south: number, east: number, north: number) => ({
  id,
  cover: coverOf(
    [
      flat([
        [west, south],
        [east, south],
        [east, north],
        [west, north],
      ]),
    ],
    gridOf(1400, 1100),
  ),
});

test('one pass for all zones and bands, by windows along the blocks, told how far it is', async () => {
  const { raster, windows } = source();
  const told: number[] = [];
  const zones = [zone('wide', 0, 0, 1400, 1100), zone('small', 10, 20, 12, 21)];
  const rows = await tallyZones({
    raster,
    weights: null,
    bands: [1, 0],
    zones,
    asked: ['count', 'mean'],
    progress: (share) => told.push(share),
  });
  expect(rows.map(({ zone: id, band, answer }) => [id, band, answer.count, answer.mean])).toEqual([
    ['wide', 1, 1_540_000, expect.closeTo(2 * (699.5 + 549.5), 6)],
    ['wide', 0, 1_540_000, expect.closeTo(699.5 + 549.5, 6)],
    ['small', 1, 2, 61],
    ['small', 0, 2, 30.5],
  ]);
  expect(Math.max(...windows.map(({ width, height }) => width * height))).toBeLessThanOrEqual(1 << 20);
  expect(windows.every(({ column, row }) => column % 256 === 0 && row % 256 === 0)).toBe(true);
  expect(told.at(-1)).toBe(1);
});

test('reads nothing that no zone reaches', async () => {
  const { raster, windows } = source();
  const rows = await tallyZones({
    raster,
    weights: null,
    bands: [0],
    zones: [zone('small', 700, 700, 702, 701), zone('away', -9, -9, -8, -8)],
    asked: ['count'],
  });
  expect(windows).toEqual([{ column: 700, row: 700, width: 2, height: 1 }]);
  expect(rows.map(({ answer }) => answer.count)).toEqual([2, 0]);
});

test('weights of one band serve all, others go band by band; negative ones are refused', async () => {
  const zones = [zone('pair', 0, 0, 2, 1)];
  const weightsOf = (bands: number, first: number) =>
    source({ bands, read: async (_window, band) => Float64Array.of(first, band + 1) }).raster;
  const ask = async (weights: RasterSource) =>
    (
      await tallyZones({ raster: source().raster, weights, bands: [0, 1], zones, asked: ['count', 'mean'] })
    ).map(({ answer }) => [answer.count, answer.mean]);
  expect(await ask(weightsOf(1, 3))).toEqual([
    [4, 1 / 4],
    [4, 2 / 4],
  ]);
  expect(await ask(weightsOf(2, 3))).toEqual([
    [4, 1 / 4],
    [5, 4 / 5],
  ]);
  await expect(ask(weightsOf(1, -2))).rejects.toMatchObject({ code: 'ZONAL_WEIGHT_NEGATIVE' });
});
