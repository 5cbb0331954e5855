import { expect, it } from 'vitest';
import { drawingOf, labelsOfDrawing, withPolygon } from './drawing.js';
import { withLabelsOf } from './read-labels.js';

const grid = {
  width: 100,
  height: 100,
  originX: 500_000,
  originY: 4_000_000,
  cellWidth: 2,
  cellHeight: -2,
  crs: 'EPSG:32650',
  corners: null,
};
const empty = { classes: [{ name: 'vacant', wanted: true }], polygons: [] };
const square = [
  [1, 1],
  [5, 1],
  [5, 5],
  [1, 5],
] as const;
const read = (content: object, drawing = empty) =>
  withLabelsOf(drawing, { name: 'l.geojson', text: JSON.stringify(content) }, grid, 3);
const feature = (properties: object, type: string, coordinates: unknown) => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties, geometry: { type, coordinates } }],
});

it('labels that were taken away come back as they were, and once', async () => {
  const drawn = withPolygon(empty, 'vacant', square);
  const crs = { type: 'name' as const, properties: { name: 'EPSG:32650' } };
  const file = { type: 'FeatureCollection' as const, crs, ...labelsOfDrawing(drawn, 1, grid) };
  const back = await read(file);
  expect(back.polygons.map(({ rings }) => rings)).toEqual([[square]]);
  expect(back.classes).toEqual(drawn.classes);
  const again = await withLabelsOf(drawingOf(file, grid), { name: 'x', text: JSON.stringify(file) }, grid, 3);
  expect(again.polygons).toHaveLength(1);
});

it('longitude and latitude are laid upon the image, parts are polygons of their own, new classes come along', async () => {
  // 117° E is the middle of the zone, 500 km east.
  const ring = (lon: number) => [
    [lon, 36.1],
    [lon + 0.001, 36.1],
    [lon + 0.001, 36.101],
    [lon, 36.1],
  ];
  const found = await read(feature({ class: 'built' }, 'MultiPolygon', [[ring(117)], [ring(117.01)]]));
  expect(found.classes.map(({ name, wanted }) => [name, wanted])).toEqual([
    ['vacant', true],
    ['built', false],
  ]);
  expect(found.polygons.map(({ rings }) => rings[0]?.length)).toEqual([3, 3]);
  expect(found.polygons[0]?.rings[0]?.[0]?.[0]).toBeCloseTo(0, 6);
  expect(new Set(found.polygons.map(({ id }) => id)).size).toBe(2);
});

it.each([
  [feature({}, 'Polygon', [[...square, square[0]]]), 'CALL_OPTION'],
  [{ type: 'FeatureCollection', features: [] }, 'ZONES_NO_FEATURES'],
  [feature({ class: 'a' }, 'Point', [1, 2]), 'ZONES_GEOMETRY'],
])('%j is refused', async (content, code) => {
  await expect(read(content)).rejects.toMatchObject({ code });
});

it('more classes than have colours are refused', async () => {
  const drawing = { ...empty, classes: ['a', 'b', 'c'].map((name) => ({ name, wanted: false })) };
  const file = feature({ class: 'd' }, 'Polygon', [[...square, square[0]]]);
  await expect(read(file, drawing)).rejects.toMatchObject({ where: 'classes' });
});
