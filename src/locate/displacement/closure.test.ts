import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { checkClosure, mendCycles, trianglesOf } from './closure.js';
import { invert } from './invert.js';
import { qualityOf } from './quality.js';
import { withoutPlanes } from './ramp.js';
import { nearPairs, stackOf, withChanges } from './testing/made-stack.js';

const cycle = 28;

describe('closure of triangles', () => {
  const network = nearPairs(6, 3);
  const sound = stackOf(network, 4, 1, (epoch, cell) => epoch * cell);

  it('finds triangles', () => {
    const triangles = trianglesOf(nearPairs(4, 2));
    // 0–1, 0–2, 1–2, 1–3, 2–3: 0-1-2 and 1-2-3.
    expect(triangles).toEqual([
      { early: 0, late: 2, whole: 1 },
      { early: 2, late: 4, whole: 3 },
    ]);
  });

  it('counts broken triangles by cell, and only where all three pairs are there', () => {
    const at = network.pairs.findIndex(({ first, second }) => first === 2 && second === 4);
    const stack = withChanges(sound, (value, pair, cell) =>
      cell === 3 && pair === at ? Number.NaN : cell === 1 && pair === at ? value + cycle : value,
    );
    const found = checkClosure(stack, cycle);
    const touching = found.triangles.filter((one) => Object.values(one).includes(at)).length;
    expect(touching).toBeGreaterThan(2);
    expect([...found.broken]).toEqual([0, touching, 0, 0]);
    expect([...found.checked]).toEqual([0, 0, 0, -touching].map((less) => found.triangles.length + less));
  });

  it('mends the pair that explains the break, and leaves what two pairs explain', () => {
    const at = network.pairs.findIndex(({ first, second }) => first === 2 && second === 4);
    const broken = withChanges(sound, (value, pair) => (pair === at ? value - 2 * cycle : value));
    const { stack, mended } = mendCycles(broken, cycle);
    expect(mended).toBe(8);
    expect(stack.changesMm.map((changes) => [...changes])).toEqual(
      sound.changesMm.map((changes) => [...changes]),
    );
    const lone = withChanges(
      stackOf(nearPairs(3, 2), 1, 1, () => 0),
      (value, pair) => value + (pair === 0 ? cycle : 0),
    );
    expect(mendCycles(lone, cycle)).toEqual({ stack: lone, mended: 0 });
  });
});

describe('planes', () => {
  it('go without touching what is no plane', () => {
    const network = nearPairs(2, 1);
    const plane = (cell: number) => 3 + 2 * (cell % 30) - 0.5 * Math.floor(cell / 30);
    const bowl = (cell: number) => (cell === 310 ? -40 : 0);
    const keep = Uint8Array.from({ length: 600 }, (_, cell) => (cell === 310 ? 1 : 0));
    const stack = stackOf(network, 30, 20, (epoch, cell) => epoch * (plane(cell) + bowl(cell)));
    const [rest] = withoutPlanes(stack, keep).changesMm as [Float64Array];
    for (const cell of [0, 29, 310, 599]) expect(rest[cell]).toBeCloseTo(bowl(cell), 9);
  });

  it('are not made up from cells in a line or from too few', () => {
    const line = stackOf(nearPairs(2, 1), 30, 1, (epoch, cell) => epoch * cell);
    expect(withoutPlanes(line)).toEqual(line);
    const few = withChanges(
      stackOf(nearPairs(2, 1), 5, 5, (epoch, cell) => epoch * cell),
      (value, _, cell) => (cell > 2 ? Number.NaN : value),
    );
    expect(withoutPlanes(few)).toEqual(few);
  });
});

describe('quality of the fit', () => {
  it('is 0 mm and coherence 1 where pairs fit, and falls with noise', () => {
    const network = nearPairs(8, 3);
    const random = seededRandom(4);
    const stack = withChanges(
      stackOf(network, 3, 1, (epoch, cell) => epoch * cell),
      (value, _, cell) => (cell === 0 ? value : cell === 1 ? value + (random() - 0.5) * 20 : Number.NaN),
    );
    const found = qualityOf(stack, invert(stack), 56);
    expect(found.residualMm[0]).toBeCloseTo(0, 9);
    expect(found.temporalCoherence[0]).toBeCloseTo(1, 9);
    expect(found.residualMm[1]).toBeGreaterThan(1);
    expect(found.temporalCoherence[1]).toBeLessThan(0.95);
    expect([found.residualMm[2], found.temporalCoherence[2], found.observations[2]]).toEqual([NaN, NaN, 0]);
  });
});

describe('a value that is off by a great many cycles', () => {
  it('is mended in a few strides', () => {
    const network = nearPairs(6, 3);
    const cycle = 28;
    const sound = stackOf(network, 1, 1, (epoch) => -epoch);
    const pair = 4;
    const wrong = withChanges(sound, (value, at) => (at === pair ? value + 3e7 * cycle : value));
    const { stack, mended } = mendCycles(wrong, cycle);
    expect(stack.changesMm[pair]?.[0]).toBeCloseTo(sound.changesMm[pair]?.[0] as number, 6);
    expect(mended).toBeLessThan(5);
  });
});
