import { describe, expect, it } from 'vitest';
import { mostLayerBytes, readLayer } from './read-layer.js';
import { tilePlace, tilesOver } from './tiles.js';

const square = [
  [100, 30],
  [101, 30],
  [101, 31],
  [100, 30],
];
const file = (...geometries: object[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
  });

describe('readLayer', () => {
  it('takes polygons, lines and points of all kinds, without heights', () => {
    const read = readLayer(
      file(
        { type: 'Polygon', coordinates: [square] },
        { type: 'MultiPolygon', coordinates: [[square], [square, square]] },
        {
          type: 'LineString',
          coordinates: [
            [99, 30, 500],
            [102, 33],
          ],
        },
        {
          type: 'MultiLineString',
          coordinates: [
            [
              [1, 2],
              [3, 4],
            ],
            [
              [5, 6],
              [7, 8],
            ],
          ],
        },
        { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [110, 40] }] },
        { type: 'MultiPoint', coordinates: [[111, 41]] },
      ),
      'a.geojson',
    );
    expect(read.polygons.map((rings) => rings.length)).toEqual([1, 1, 2]);
    expect(read.lines.map((line) => [...line])).toEqual([
      [99, 30, 102, 33],
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
    expect([...read.points]).toEqual([110, 40, 111, 41]);
    expect(read.bounds).toEqual([1, 2, 111, 41]);
  });

  it('takes a single geometry, a feature without one beside others, a mark at the beginning, and names of degrees', () => {
    const crs = (name: string) => ({ type: 'name', properties: { name } });
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4490']) {
      const text = JSON.stringify({ type: 'Point', coordinates: [1, 2], crs: crs(name) });
      expect(readLayer(`\uFEFF${text}`, 'a').bounds).toEqual([1, 2, 1, 2]);
    }
  });

  it.each([
    ['{"type":', /LAYER_NOT_JSON: b\.geojson is not JSON: it begins with/],
    ['', /LAYER_NOT_JSON: b\.geojson is not JSON: nothing/],
    ['[]', /LAYER_EMPTY: b\.geojson has nothing to draw: found nothing/],
    [file(), /LAYER_EMPTY.*FeatureCollection/],
    [file({ type: 'Polygon', coordinates: [] }), /LAYER_EMPTY/],
    [
      file({ type: 'LineString', coordinates: [[500_000, 4_000_000]] }),
      /LAYER_POSITION: b\.geojson, feature 1: \[500000/,
    ],
    [
      file({ type: 'Point', coordinates: [1, 2] }, { type: 'LineString', coordinates: [['x', 1]] }),
      /feature 2/,
    ],
    [file({ type: 'MultiPolygon', coordinates: 'x' }), /LAYER_POSITION/],
    [
      JSON.stringify({ type: 'Point', coordinates: [1, 2], crs: { properties: { name: 'EPSG:3857' } } }),
      /LAYER_CRS: b\.geojson states the reference system "EPSG:3857"/,
    ],
    [' '.repeat(mostLayerBytes + 1), /LAYER_TOO_LARGE: b\.geojson has 65 MiB, at most 64 MiB/],
  ])('refuses a wrong file', (text, message) => {
    expect(() => readLayer(text, 'b.geojson')).toThrow(message);
  });
});

describe('tiles', () => {
  it('places the corners of the world and its middle', () => {
    expect(tilePlace({ z: 0, x: 0, y: 0 }, 0, 0)[0]).toBe(-180);
    expect(tilePlace({ z: 0, x: 0, y: 0 }, 0, 0)[1]).toBeCloseTo(85.051129, 6);
    const [x, y] = tilePlace({ z: 1, x: 1, y: 1 }, 0, 0);
    expect([x, Math.abs(y) < 1e-9]).toEqual([0, true]);
  });

  it('takes the finest level with no more tiles than asked for', () => {
    const levels = { least: 0, finest: 6 };
    expect(tilesOver([-179, -80, 179, 80], levels, 4)).toHaveLength(4);
    expect(tilesOver([116, 39, 117, 40], levels, 4).every(({ z }) => z === 6)).toBe(true);
    expect(tilesOver([-179, -80, 179, 80], { least: 3, finest: 3 }, 4)).toHaveLength(16);
  });

  it('covers the box: each of its corners lies in a tile', () => {
    const box = [73, 18, 135, 54] as const;
    const tiles = tilesOver(box, { least: 0, finest: 8 }, 20);
    for (const [x, y] of [
      [73, 18],
      [135, 18],
      [73, 54],
      [135, 54],
      [100, 35],
    ] as const) {
      const inside = tiles.filter((tile) => {
        const [[west, north], [east, south]] = [tilePlace(tile, 0, 0), tilePlace(tile, 1, 1)];
        return west <= x && x <= east && south <= y && y <= north;
      });
      expect(inside.length).toBeGreaterThan(0);
    }
  });
});
