import { describe, expect, it } from 'vitest';
import type { Grid } from '../raster/types.js';
import { doubleHigh } from './double-high.js';
import { grownZones } from './grow.js';

/** Six cells of a kilometre in a row, and six below. */
const grid: Grid = {
  width: 6,
  height: 2,
  originX: 0,
  originY: 2000,
  cellWidth: 1000,
  cellHeight: -1000,
  crs: null,
};
/** So many points in the middle of each cell. */
const points = (counts: readonly number[]) =>
  Float64Array.from(
    counts.flatMap((count, cell) =>
      Array.from({ length: count }, () => [
        (cell % 6) * 1000 + 500,
        1500 - Math.floor(cell / 6) * 1000,
      ]).flat(),
    ),
  );

describe('double-high cells', () => {
  it('lie above the quantile of both, over the cells that have any', () => {
    const found = doubleHigh(points([1, 2, 3, 4, 8, 0, 0, 0]), points([5, 0, 1, 1, 9, 7]), grid, 0.75);
    // 1 2 3 4 8: type 7 at 0.75 is the fourth; 1 1 5 7 9: the fourth, 7.
    expect(found.findings).toMatchObject({ cells: 5, threshold: 4 });
    expect(found.complaints).toMatchObject({ cells: 5, threshold: 7 });
    expect(found.cells).toEqual([4]);
  });

  it('are none where all cells have the same number, or a side has nothing', () => {
    expect(doubleHigh(points([2, 2, 2]), points([1, 2, 3]), grid, 0.75).cells).toEqual([]);
    const none = doubleHigh(points([]), points([1, 2]), grid, 0.75);
    expect(none.findings.threshold).toBeNaN();
    expect(none.cells).toEqual([]);
  });
});

describe('zones', () => {
  it('are cells with the ground round them', () => {
    const [zone] = grownZones([1], grid, 500);
    expect(zone?.areaM2).toBe(4_000_000);
    const [ring = []] = zone?.outline ?? [];
    expect(ring[0]).toEqual(ring.at(-1));
    expect(ring.slice(1).toSorted(([a, b], [c, d]) => a - c || b - d)).toEqual([
      [500, 500],
      [500, 2500],
      [2500, 500],
      [2500, 2500],
    ]);
  });

  it('are one where they overlap or share an edge, and two where they touch in a corner', () => {
    // Cells 0 and 2 with 500 m meet along a line in the middle of cell 1.
    expect(grownZones([0, 2], grid, 500).map(({ cells, areaM2 }) => [cells, areaM2])).toEqual([
      [[0, 2], 8_000_000],
    ]);
    expect(grownZones([0, 2], grid, 499).map(({ cells }) => cells)).toEqual([[0], [2]]);
    expect(grownZones([0, 7], grid, 0).map(({ cells }) => cells)).toEqual([[0], [7]]);
    // Side by side: 2 km and 500 m on both ends, 2 km high.
    expect(grownZones([0, 1], grid, 500)[0]?.areaM2).toBe(3000 * 2000);
    expect(grownZones([0, 1, 6, 7], grid, 250.5)[0]?.areaM2).toBeCloseTo(2501 * 2501, 6);
    expect(grownZones([], grid, 500)).toEqual([]);
  });

  it('have holes where cells stand round one that is none', () => {
    const ring = { ...grid, width: 3, height: 3 };
    const [zone] = grownZones([0, 1, 2, 3, 5, 6, 7, 8], ring, 100);
    expect(zone?.areaM2).toBe(3200 * 3200 - 800 * 800);
    expect(zone?.outline).toHaveLength(2);
  });
});
