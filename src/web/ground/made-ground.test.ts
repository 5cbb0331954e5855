import { describe, expect, it } from 'vitest';
import type { GroundRow, GroundShown } from '../../api/contract.js';
import { cellAtPixel, drawnGround } from './drawing.js';
import { featuresCsv } from './ground-files.js';
import { classAt, sortedCells } from './looks.js';
import { madeGround } from './made-ground.js';

describe('the made town', () => {
  it('is the same for a seed, and holds what must be told apart', () => {
    expect(madeGround(3)).toEqual(madeGround(3));
    expect(madeGround(4)).not.toEqual(madeGround(3));
    const { disorder, vacancy, inefficientLand, vacantLand, complaints } = madeGround();
    for (const layer of [disorder, vacancy, inefficientLand]) expect(layer.text).toContain(':null');
    expect(vacantLand.text).toContain('"screened":"population"');
    expect(complaints.text.split('\n')[0]).toBe('lon,lat,kind,date');
  });
});

const features = (boxes: readonly (readonly [id: string, left: number, low: number])[]) => ({
  type: 'FeatureCollection' as const,
  crs: {},
  features: boxes.map(([id, left, low]) => ({
    type: 'Feature' as const,
    id,
    properties: { id, final: 0.5, about: 'a,b', projects: null },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [left, low],
          [left + 1, low],
          [left + 1, low + 1],
          [left, low + 1],
          [left, low],
        ],
      ],
    },
  })),
});
const map: GroundShown['map'] = {
  cells: features([
    ['a', 0, 0],
    ['b', 1, 0],
  ]),
  zones: features([]),
  findings: [[0.5, 0.5]],
  complaints: [],
  projects: [],
};

describe('the drawing', () => {
  it('fits cells to a frame and finds them again at a pixel', () => {
    const { cells, height, findings, complaints } = drawnGround(map, 208, 1000);
    // Degrees of longitude are a little shorter half a degree from the equator.
    expect(height).toBe(109);
    expect(cells.map(({ middle: { x, y } }) => [Math.round(x), Math.round(y)])).toEqual([
      [54, 54],
      [154, 54],
    ]);
    expect(cellAtPixel(cells, 60, 20)).toBe('a');
    expect(cellAtPixel(cells, 150, 100)).toBe('b');
    expect(cellAtPixel(cells, 1, 1)).toBeNull();
    expect(findings).toMatch(/^M54\.0,/);
    expect(complaints).toBe('');
  });

  it('takes its frame from points where there are no cells', () => {
    const bare = { ...map, cells: features([]), complaints: [[3, 3]] as const };
    expect(drawnGround(bare, 208, 1000).unit).toBeCloseTo(2.5 / 200, 3);
  });
});

describe('looks', () => {
  const row = (cell: string, final: number, vacancy: number | null) =>
    ({ cell, final, sum: final, present: 1, values: { vacancy } }) as unknown as GroundRow;

  it('have one class for each value, missing apart from 0', () => {
    expect([0, 0.05, 0.3, 0.74, 0.75, 1].map((value) => classAt(value, 'final'))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(classAt(null, 'vacancy')).toBe(-1);
    expect([1, 5].map((value) => classAt(value, 'present'))).toEqual([0, 4]);
  });

  it('sort the largest first, missing last', () => {
    const rows = [row('a', 0.2, null), row('b', 0.1, 0), row('c', 0.3, 0.4), row('d', 0.4, 0)];
    expect(sortedCells(rows, 'final').map(({ cell }) => cell)).toEqual(['d', 'c', 'a', 'b']);
    expect(sortedCells(rows, 'vacancy').map(({ cell }) => cell)).toEqual(['c', 'd', 'b', 'a']);
  });
});

describe('files', () => {
  it('are tables of what the map tells, missing empty', () => {
    expect(featuresCsv(map.cells).split('\r\n').slice(0, 2)).toEqual([
      'id,final,about,projects',
      'a,0.5,"a,b",',
    ]);
    expect(featuresCsv(map.zones)).toBe('');
  });
});
