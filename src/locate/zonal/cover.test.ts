import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { coverOf } from './cover.js';
import { areaOf, clipped, clippedArea, flat, gridOf, type Point, sharesOf } from './testing/clip.js';

/** Largest difference of a share from clipping every cell on its own; holes are taken away, other rings added. */
function worst(outer: readonly Point[][], holes: readonly Point[][], width: number, height: number): number {
  const grid = gridOf(width, height);
  const shares = sharesOf(coverOf([...outer, ...holes].map(flat), grid), grid);
  let most = 0;
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const area = (ring: readonly Point[]) => clippedArea(ring, [column, row], [column + 1, row + 1]);
      const sum = (rings: readonly Point[][]) => rings.reduce((total, ring) => total + area(ring), 0);
      const expected = sum(outer) - sum(holes);
      most = Math.max(most, Math.abs(expected - (shares[row * width + column] as number)));
    }
  return most;
}

/** `0 0, 4 4, 4 0` as corners. */
const corners = (text: string) =>
  text.split(', ').map((point) => point.split(' ').map(Number) as unknown as Point);

/** A ring round a place with random distances, which never crosses itself. */
function star(random: () => number, x: number, y: number, low: number, high: number, count: number): Point[] {
  const turns = Array.from({ length: count }, (_, at) => ((at + random()) / count) * 2 * Math.PI);
  const ring = turns.map((turn): Point => {
    const distance = low + random() * (high - low);
    return [x + distance * Math.cos(turn), y + distance * Math.sin(turn)];
  });
  return random() < 0.5 ? ring : ring.reverse();
}

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

describe('shares of cells', () => {
  test('a triangle by hand', () => {
    // Half of the cells on the diagonal, all of the cell below it, nothing above.
    const grid = gridOf(2, 2);
    const cover = coverOf([flat(corners('0 0, 2 0, 2 2'))], grid);
    expect([...sharesOf(cover, grid)]).toEqual([0.5, 1, 0, 0.5]);
    expect(cover.area).toBe(2);
    expect(cover.crossing).toBeNull();
  });

  test('cells wholly inside are one run', () => {
    const { starts, from, to, shares, window } = coverOf(
      [flat(corners('0.5 0, 9 0, 9 1, 0.5 1'))],
      gridOf(10, 3),
    );
    expect([[...starts], [...from], [...to], [...shares]]).toEqual(corners('0 2, 0 1, 1 9, 0.5 1'));
    expect(window).toEqual({ column: 0, row: 0, width: 9, height: 1 });
  });

  test('agrees with clipping on random polygons with holes, partly outside, to 1e-9 of a cell', () => {
    const random = seededRandom(5);
    for (let round = 0; round < 60; round++) {
      const [x, y, size] = [random() * 12 - 1, random() * 12 - 1, 10 ** (random() * 3 - 2)];
      const count = 3 + Math.floor(random() * 40);
      const outer = star(random, x, y, size, 2 * size, count);
      // With few corners the ring may pass too near to its middle to hold a hole.
      const holes = count > 8 ? [star(random, x, y, size * 0.1, size * 0.3, 20)] : [];
      expect(worst([outer], holes, 12, 10)).toBeLessThan(1e-9);
    }
  });

  test('agrees with clipping on nasty polygons', () => {
    const nasty: [outer: Point[][], holes: Point[][]][] = [
      // a sliver, one without height, one within a cell
      [[corners('0.1 0.1, 9.9 7.3, 9.9 7.3000001')], []],
      [[corners('1 1, 5 1, 9 1')], []],
      [[corners('3.2 3.2, 3.4 3.25, 3.3 3.6')], []],
      // along the lines of the grid, repeated points, a spike out and back
      [[corners('1 1, 4 1, 4 1, 4 4, 1 4, 1 4')], []],
      [[corners('1.5 1.5, 6 1.5, 6 6, 8.5 9.5, 6 6, 1.5 6')], []],
      // a hole that touches the outline at a corner and along an edge; two parts that touch at a corner
      [[corners('1 1, 8 1, 8 8, 1 8')], [corners('1 1, 3 2, 2 3')]],
      [[corners('1 1, 8 1, 8 8, 1 8')], [corners('1 2, 3 2, 3 5.5, 1 5.5')]],
      [[corners('1 1, 3 1, 3 3, 1 3'), corners('3 3, 6.5 3, 6.5 6, 3 6')], []],
      // outside on each side, and round the whole grid
      [[corners('-5 -5, -1 -5, -1 -1')], []],
      [[corners('20 2, 30 2, 30 4')], []],
      [[corners('-50 -40, 60 -45, 70 80, -30 90')], []],
      // nearly level and nearly upright edges over many cells
      [[corners('-3 2.00000001, 15 2.00000003, 15 5.9999999, -3 5.9999998')], []],
      [[corners('2.00000001 -3, 2.00000003 15, 5.9999999 15, 5.9999998 -3')], []],
    ];
    for (const [outer, holes] of nasty) expect(worst(outer, holes, 10, 10)).toBeLessThan(1e-9);
  });

  test('a ring that touches itself is a hole with a neck', () => {
    const ring = corners('1 1, 5 1, 5 5, 3 5, 4 3, 2 3, 3 5, 1 5');
    expect(worst([corners('1 1, 5 1, 5 5, 1 5')], [corners('4 3, 2 3, 3 5')], 6, 6)).toBeLessThan(1e-12);
    const grid = gridOf(6, 6);
    const cover = coverOf([flat(ring)], grid);
    expect(total(sharesOf(cover, grid))).toBeCloseTo(16 - 2, 12);
    expect(cover.crossing).toBeNull();
  });

  test('an outline that crosses itself counts by the even-odd rule and tells where', () => {
    const grid = gridOf(4, 4);
    // A bow tie: two triangles of area 4 each, of opposite direction.
    const bow = coverOf([flat(corners('0 0, 4 4, 4 0, 0 4'))], grid);
    expect(bow.crossing).toEqual([2, 2]);
    expect(bow.area).toBeCloseTo(8, 12);
    expect([...sharesOf(bow, grid)].slice(0, 4)).toEqual([0.5, 0, 0, 0.5]);
    // Parts that overlap: where two lie on one another the count is even.
    const square = (x: number): Point[] => [
      [x, 0],
      [x + 2, 0],
      [x + 2, 2],
      [x, 2],
    ];
    expect([...sharesOf(coverOf([flat(square(0)), flat(square(1))], grid), grid)].slice(0, 4)).toEqual([
      1, 0, 1, 0,
    ]);
    expect(coverOf([flat(square(0)), flat(square(0))], grid).shares).toHaveLength(0);
  });

  test('two triangles that cross count where only one of them lies, to 1e-9 of a cell', () => {
    const random = seededRandom(3);
    const grid = gridOf(8, 8);
    // Every other round on whole numbers, where corners meet and edges lie on one another.
    const triangle = (round: number) => {
      const place = () => (round % 2 === 0 ? random() * 10 - 1 : Math.floor(random() * 5) * 2);
      const [a, b, c] = Array.from({ length: 3 }, (): Point => [place(), place()]);
      const [p, q, r] = [a as Point, b as Point, c as Point];
      return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0]) ? [p, q, r] : [p, r, q];
    };
    let worstHere = 0;
    for (let round = 0; round < 200; round++) {
      const [one, other] = [triangle(round), triangle(round)];
      const shares = sharesOf(coverOf([flat(one), flat(other)], grid), grid);
      for (let at = 0; at < 64; at++) {
        const [x, y] = [at % 8, Math.floor(at / 8)];
        const area = (ring: readonly Point[]) => clippedArea(ring, [x, y], [x + 1, y + 1]);
        const expected = area(one) + area(other) - 2 * area(clipped(one, other));
        worstHere = Math.max(worstHere, Math.abs(expected - (shares[at] as number)));
      }
    }
    expect(worstHere).toBeLessThan(1e-9);
  });

  test('a star of five points has a hollow middle', () => {
    const points = Array.from({ length: 5 }, (_, at): Point => {
      const turn = (at * 4 * Math.PI) / 5;
      return [5 + 4 * Math.cos(turn), 5 + 4 * Math.sin(turn)];
    });
    // Even-odd: the five tips; each is a triangle, in all (5/2)(...)·R² = area of the pentagram less its pentagon.
    const grid = gridOf(10, 10);
    const inner = 4 * (Math.cos((2 * Math.PI) / 5) / Math.cos(Math.PI / 5));
    const pentagon = (5 / 2) * inner ** 2 * Math.sin((2 * Math.PI) / 5);
    const outline = 5 * 4 * inner * Math.sin(Math.PI / 5);
    expect(total(sharesOf(coverOf([flat(points)], grid), grid))).toBeCloseTo(outline - pentagon, 9);
  });
});

describe('what always holds', () => {
  test('shares sum to the area inside the grid', () => {
    const random = seededRandom(7);
    const grid = gridOf(200, 150);
    for (let round = 0; round < 20; round++) {
      const ring = star(random, 100, 75, 5, 70, 200);
      const cover = coverOf([flat(ring)], grid);
      expect(total(sharesOf(cover, grid)) / areaOf(ring)).toBeCloseTo(1, 12);
      expect(cover.area / areaOf(ring)).toBeCloseTo(1, 12);
    }
  });

  test('the parts of a division add up to the whole', () => {
    const random = seededRandom(11);
    const grid = gridOf(40, 40);
    for (let round = 0; round < 15; round++) {
      const ring = star(random, 20, 20, 10, 19, 60);
      // A fan of triangles from a corner: signed, so taken from the middle where every triangle lies inside.
      const parts = ring.map((point, at): Point[] => [
        [20, 20],
        point,
        ring[(at + 1) % ring.length] as Point,
      ]);
      const sum = new Float64Array(1600);
      for (const part of parts)
        sharesOf(coverOf([flat(part)], grid), grid).forEach((share, at) => {
          sum[at] = (sum[at] as number) + share;
        });
      const whole = sharesOf(coverOf([flat(ring)], grid), grid);
      expect(Math.max(...sum.map((share, at) => Math.abs(share - (whole[at] as number))))).toBeLessThan(1e-8);
    }
  });

  test('a shift of zones and grid together changes nothing, nor does the direction of rows', () => {
    const random = seededRandom(13);
    const ring = star(random, 15, 15, 5, 14, 80);
    const plain = sharesOf(coverOf([flat(ring)], gridOf(30, 30)), gridOf(30, 30));
    const north = gridOf(30, 30, { originX: 512000, originY: 4096030, cellHeight: -1 });
    const moved = ring.map(([x, y]): Point => [x + 512000, y + 4096000]);
    const there = sharesOf(coverOf([flat(moved)], north), north);
    for (let row = 0; row < 30; row++)
      for (let column = 0; column < 30; column++)
        expect(
          Math.abs((plain[row * 30 + column] as number) - (there[(29 - row) * 30 + column] as number)),
        ).toBeLessThan(1e-8);
  });

  test('a polygon that is swept in bands equals one that is not', () => {
    const grid = gridOf(3000, 2000);
    const cover = coverOf([flat(corners('10.5 10.5, 2990.5 30.5, 2000.25 1990.75'))], grid);
    let cells = 0;
    cover.shares.forEach((share, at) => {
      cells += share * ((cover.to[at] as number) - (cover.from[at] as number));
    });
    expect(cells / areaOf(corners('10.5 10.5, 2990.5 30.5, 2000.25 1990.75'))).toBeCloseTo(1, 12);
  });
});
