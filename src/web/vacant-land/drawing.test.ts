import { describe, expect, it } from 'vitest';
import {
  areaOf,
  crossesItself,
  type Drawing,
  drawingOf,
  joined,
  labelsOfDrawing,
  type Place,
  polygonAt,
  renamedClass,
  withPolygon,
} from './drawing.js';

const grid = { originX: 500, originY: 900, cellWidth: 2, cellHeight: -2 };
const square = (x: number, y: number, side: number): readonly Place[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];
const classes = [
  { name: 'vacant', wanted: true },
  { name: 'built', wanted: false },
];
const empty: Drawing = { classes, polygons: [] };

describe('a drawing', () => {
  it('by hand: is saved in the coordinates of the image, closed, and read again as it was', () => {
    const drawing = withPolygon(empty, 'vacant', square(1, 2, 3));
    const saved = labelsOfDrawing(drawing, 4, grid);
    expect(saved.revision).toBe(4);
    expect(saved.features[0]?.geometry.coordinates[0]).toEqual([
      [502, 896],
      [508, 896],
      [508, 890],
      [502, 890],
      [502, 896],
    ]);
    expect(drawingOf({ ...saved, type: 'FeatureCollection', crs: null }, grid)).toEqual(drawing);
  });

  it('numbers polygons on, also after one was taken out', () => {
    const two = withPolygon(withPolygon(empty, 'vacant', square(0, 0, 1)), 'built', square(5, 5, 1));
    const rest = { ...two, polygons: two.polygons.slice(1) };
    expect(withPolygon(rest, 'built', square(9, 9, 1)).polygons.map(({ id }) => id)).toEqual(['2', '3']);
  });

  it('joined with another has what stands in either, once, and loses nothing', () => {
    const base = withPolygon(empty, 'vacant', square(0, 0, 1));
    const own = withPolygon(base, 'built', square(5, 5, 1));
    const water = { name: 'water', wanted: false };
    const other = withPolygon({ ...base, classes: [...classes, water] }, 'vacant', square(7, 7, 1));
    const both = joined(own, other);
    expect(both.polygons.map(({ id, className }) => [id, className])).toEqual([
      ['1', 'vacant'],
      ['2', 'vacant'],
      ['3', 'built'],
    ]);
    expect(both.polygons[2]?.rings).toEqual([square(5, 5, 1)]);
    expect(both.classes.map(({ name }) => name)).toEqual(['vacant', 'built', 'water']);
    expect(joined(own, own)).toEqual(own);
  });

  it('renames a class with its polygons', () => {
    const drawing = renamedClass(withPolygon(empty, 'built', square(0, 0, 1)), 'built', 'houses');
    expect(drawing.classes[1]).toEqual({ name: 'houses', wanted: false });
    expect(drawing.polygons[0]?.className).toBe('houses');
  });
});

describe('outlines', () => {
  it('by hand: the last drawn polygon around a place, outside its holes', () => {
    const under = { id: '1', className: 'vacant', rings: [square(0, 0, 10)] };
    const above = { id: '2', className: 'built', rings: [square(2, 2, 6), square(4, 4, 2)] };
    const at = (place: Place) => polygonAt([under, above], place)?.id;
    expect([at([1, 1]), at([3, 3]), at([5, 5]), at([20, 1])]).toEqual(['1', '2', '1', undefined]);
    expect(areaOf(above.rings)).toBe(32);
    expect(areaOf([[...square(0, 0, 3)].reverse()])).toBe(9);
  });

  it('that cross or touch themselves are told from those that do not', () => {
    expect(crossesItself(square(0, 0, 4))).toBe(false);
    expect(crossesItself([...square(0, 0, 4)].reverse())).toBe(false);
    const bow: Place[] = [
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
    ];
    expect(crossesItself(bow)).toBe(true);
    const touching: Place[] = [
      [0, 0],
      [8, 0],
      [8, 8],
      [4, 0],
      [0, 8],
    ];
    expect(crossesItself(touching)).toBe(true);
    const arrow: Place[] = [
      [0, 0],
      [8, 4],
      [0, 8],
      [3, 4],
    ];
    expect(crossesItself(arrow)).toBe(false);
  });
});
