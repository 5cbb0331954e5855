import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import type { Series } from './types.js';
import { sunkenZones } from './zones.js';

/** Rows of `#` for sunken, `u` for sunken without a rate, `.` for still ground. Cells of 10 at 100, 200. */
function zonesIn(...rows: string[]) {
  const picture = rows.join('');
  const grid = {
    width: (rows[0] as string).length,
    height: rows.length,
    originX: 100,
    originY: 200,
    cellWidth: 10,
    cellHeight: -10,
    crs: null,
  };
  const last = Float64Array.from(picture, (letter, cell) => (letter === '.' ? -1 : -10 - cell));
  const series: Series = {
    grid,
    epochs: ['2018-01-01', '2019-01-01'],
    cumulativeMm: [new Float64Array(picture.length), last],
    rank: new Uint16Array(picture.length).fill(1),
    tied: new Uint8Array(picture.length).fill(1),
  };
  const mmPerYear = last.map((value, cell) => (picture[cell] === 'u' ? Number.NaN : value));
  return sunkenZones(series, { mmPerYear, standardErrorMmPerYear: last }, 9.9);
}

/** Area of a ring, positive against the clock. */
function area(ring: readonly (readonly [number, number])[]): number {
  return ring.slice(1).reduce((sum, [x, y], at) => {
    const [px, py] = ring[at] as readonly [number, number];
    return sum + (px * y - x * py) / 2;
  }, 0);
}

describe('zones that have sunk', () => {
  it('are pieces that share edges, the largest first, each with its outline', () => {
    const zones = zonesIn('#..', '.##', '.##');
    expect(zones.map(({ cells }) => cells)).toEqual([[4, 5, 7, 8], [0]]);
    expect(zones[0]).toMatchObject({ lowestMm: -18, fastestMmPerYear: -18 });
    expect(zones[1]?.outline).toEqual([
      [
        [100, 200],
        [100, 190],
        [110, 190],
        [110, 200],
        [100, 200],
      ],
    ]);
    expect(zones.map(({ outline }) => outline.map(area))).toEqual([[400], [100]]);
  });

  it('have holes, also such that touch the rim in a corner', () => {
    expect(zonesIn('####', '#.##', '####')[0]?.outline.map(area)).toEqual([1200, -100]);
    // The hole at (1,1) touches the notch at (0,0)'s corner: area stays right whichever ring holds it.
    const rings = zonesIn('.###', '#.##', '####')[0]?.outline ?? [];
    expect(rings.map(area).reduce((sum, one) => sum + one, 0)).toBe(1000);
    for (const ring of rings) expect(ring[0]).toEqual(ring.at(-1));
  });

  it('keep the area of any picture, with rims against the clock and holes with it', () => {
    const random = seededRandom(6);
    for (let round = 0; round < 50; round++) {
      const rows = Array.from({ length: 9 }, () =>
        Array.from({ length: 9 }, () => (random() < 0.6 ? '#' : '.')).join(''),
      );
      for (const { cells, outline } of zonesIn(...rows)) {
        const [rim, ...holes] = outline.map(area);
        expect(rim).toBeGreaterThan(0);
        expect(holes.every((hole) => hole < 0)).toBe(true);
        expect([rim as number, ...holes].reduce((sum, one) => sum + one)).toBe(cells.length * 100);
      }
    }
  });

  it('leave out what has no rate, and are none where nothing sank', () => {
    expect(zonesIn('uu.', 'u#.').map(({ cells }) => cells)).toEqual([[4]]);
    expect(zonesIn('...')).toEqual([]);
  });

  it('do not run over from one edge of the grid to the other', () => {
    expect(zonesIn('..#', '#..').map(({ cells }) => cells)).toEqual([[2], [3]]);
  });
});
