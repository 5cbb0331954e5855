import { describe, expect, it } from 'vitest';
import { coverOf } from '../zonal/cover.js';
import { squareBlocks } from './blocks.js';
import { groundOf, isLearntGround } from './ground.js';
import { areasByKind, coveredByKind } from './shares.js';
import { cellsRing, metreGrid } from './testing/made-scene.js';

const grid = metreGrid(4, 2);
/** Kinds 0 1 1 2 above 2 2 1 0; rows of patches of 10 and 20 m². */
const kinds = Uint8Array.of(0, 1, 1, 2, 2, 2, 1, 0);
const areas = Float64Array.of(10, 20);

describe('areas by kind', () => {
  it('are those of a polygon, by the exact share of each patch', () => {
    const cover = coverOf([cellsRing(0.5, 0, 2.5, 1.5)], grid);
    // Above ½ of 0, all of both 1; below ½ · ½ and ½ of 2, ½ of 1.
    expect([...coveredByKind(cover, kinds, 3, 4, areas)]).toEqual([5, 30, 15]);
  });

  it('are those of all ground, or of the part that counts, which is never more than all', () => {
    expect([...areasByKind(kinds, 3, 4, areas, null)]).toEqual([30, 40, 50]);
    const shares = Float64Array.of(1, 0.5, 0, 0, 2, 0, 0, 0.25);
    expect([...areasByKind(kinds, 3, 4, areas, shares)]).toEqual([15, 5, 20]);
  });
});

describe('learnt ground', () => {
  it('is the blocks that held labels, those at the edge as small as they are', () => {
    const wide = metreGrid(10, 7);
    const ground = groundOf([0, 5, 45, 69], squareBlocks(wide, 4), wide);
    expect(ground).toEqual({
      crs: 'EPSG:32650',
      boxes: [
        [500000, 3999996, 500004, 4000000],
        [500004, 3999996, 500008, 4000000],
        [500004, 3999993, 500008, 3999996],
        [500008, 3999993, 500010, 3999996],
      ],
    });
    if (ground === null) return;
    expect(isLearntGround(ground, 500001, 3999999)).toBe(true);
    expect(isLearntGround(ground, 500009, 3999999)).toBe(false);
    expect(groundOf([0], squareBlocks(wide, 4), { ...wide, crs: null })).toBeNull();
  });
});
