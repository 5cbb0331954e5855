import { expect, it } from 'vitest';
import type { StreetMap } from '../../api/contract.js';
import { nearestStreet, networkOf } from './network.js';

const street = (id: string, ...coordinates: readonly (readonly [number, number])[]) => ({
  type: 'Feature' as const,
  id,
  properties: {},
  geometry: { type: 'LineString' as const, coordinates },
});
const map: StreetMap = {
  type: 'FeatureCollection',
  crs: {},
  features: [
    street('low', [0, 0], [0.02, 0]),
    {
      ...street('two'),
      geometry: {
        type: 'MultiLineString',
        coordinates: [
          [
            [0, 0.01],
            [0.005, 0.01],
          ],
          [
            [0.01, 0.01],
            [0.02, 0.01],
          ],
        ],
      },
    },
  ],
};

it('fits streets to the frame as open lines', () => {
  const { height, streets } = networkOf(map, 208, 400);
  expect(height).toBe(109);
  expect(streets.map(({ path }) => path)).toEqual([
    'M4.0,104.0L204.0,104.0',
    'M4.0,4.0L54.0,4.0M104.0,4.0L204.0,4.0',
  ]);
});

it('finds the nearest street, also beside its corners, and none far away', () => {
  const { streets } = networkOf(map, 208, 400);
  const at = (x: number, y: number, within = 12) => nearestStreet(streets, x, y, within)?.id ?? null;
  expect([at(100, 98), at(30, 8), at(80, 4), at(80, 4, 40), at(207, 4)]).toEqual([
    'low',
    'two',
    null,
    'two',
    'two',
  ]);
});
