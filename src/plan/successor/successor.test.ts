import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, type Gate, type SuccessorWeights, successorsOf } from './index.js';

const weights: SuccessorWeights = { density: 2, pci: 1, gain: 1, jobs: 1, skills: 1, carbon: 1, water: 1 };
const unknown = {
  density: Number.NaN,
  pci: Number.NaN,
  gain: Number.NaN,
  jobs: Number.NaN,
  skills: Number.NaN,
  carbon: Number.NaN,
  water: Number.NaN,
};
const one = (
  activity: string,
  figures: Partial<Candidate['figures']>,
  gates: readonly Gate[] = [],
): Candidate => ({
  activity,
  figures: { ...unknown, ...figures },
  gates,
  controlled: false,
});
const water = (needs: number, has: number): Gate => ({ name: 'water', needs, has, sense: 'least' });

describe('scores', () => {
  it('are weighted means of scaled figures, by hand', () => {
    const [second, first] = successorsOf(
      [one('chips', { density: 0.2, pci: 3, carbon: 1 }), one('cement', { density: 0.6, pci: 1, carbon: 5 })],
      weights,
      Number.NaN,
    );
    // Of the weights 2, 1 and 1: chips 0 + 1/4 − 0, cement 2/4 + 0 − 1/4.
    expect(second).toMatchObject({ activity: 'cement', score: 0.25, known: 0.5 });
    expect(first).toMatchObject({
      activity: 'chips',
      score: 0.25,
      parts: { density: 0, pci: 0.25, carbon: -0 },
    });
  });

  it('lay the weight of what is not known on the rest, and say how much that is', () => {
    const [found] = successorsOf([one('a', { density: 0.5 }), one('b', {})], weights, Number.NaN);
    expect(found).toMatchObject({ activity: 'a', score: 0.5, known: 0.25 });
    expect(found?.parts.pci).toBeNaN();
    const last = successorsOf([one('a', { density: 0.5 }), one('b', {})], weights, Number.NaN)[1];
    expect([last?.activity, last?.known]).toEqual(['b', 0]);
    expect(last?.score).toBeNaN();
  });

  it('rise with nearness and fall with carbon, whatever the rest', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, (a, b, c, d) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const score = (density: number, carbon: number) =>
          successorsOf(
            [
              one('x', { density, carbon, pci: c }),
              one('least', { density: 0, carbon: 0, pci: d }),
              one('most', { density: 1, carbon: 1, pci: 0 }),
            ],
            weights,
            Number.NaN,
          ).find(({ activity }) => activity === 'x')?.score as number;
        expect(score(high, 0.5)).toBeGreaterThanOrEqual(score(low, 0.5));
        expect(score(0.5, high)).toBeLessThanOrEqual(score(0.5, low));
      }),
    );
  });
});

describe('gates', () => {
  it('come before scores: a shut one is last, with what would have to be true', () => {
    const found = successorsOf(
      [
        one('far', { density: 1 }, [water(50, 20)]),
        one('dim', { density: 0.5 }, [water(50, Number.NaN)]),
        one('near', { density: 0.1 }, [water(10, 20)]),
      ],
      weights,
      Number.NaN,
    );
    expect(found.map(({ activity, state }) => [activity, state])).toEqual([
      ['near', 'eligible'],
      ['dim', 'conditional'],
      ['far', 'shut'],
    ]);
    expect(found[2]?.gates[0]).toMatchObject({ state: 'shut', lacking: 30 });
    expect(found[1]?.gates[0]?.lacking).toBeNaN();
  });

  it('may be a most instead of a least, and are unknown where nobody has set them', () => {
    const distance = (needs: number, has: number): Gate => ({ name: 'distance', needs, has, sense: 'most' });
    const states = (gate: Gate) => successorsOf([one('a', {}, [gate])], weights, Number.NaN)[0]?.gates[0];
    expect(states(distance(100, 150))).toMatchObject({ state: 'shut', lacking: 50 });
    expect(states(distance(100, 100))?.state).toBe('open');
    expect(states(distance(Number.NaN, 100))).toMatchObject({ state: 'unknown', lacking: Number.NaN });
    expect(states(distance(100, Number.NaN))?.state).toBe('unknown');
  });
});

describe('what may strand', () => {
  it('has more carbon than the middle, or is controlled', () => {
    const found = successorsOf(
      [one('steel', { carbon: 3 }), one('chips', { carbon: 1 }), { ...one('coke', {}), controlled: true }],
      weights,
      2,
    );
    const stranded = Object.fromEntries(found.map((each) => [each.activity, each.stranded]));
    expect(stranded).toEqual({ steel: true, chips: false, coke: true });
    expect(successorsOf([one('steel', { carbon: 3 })], weights, Number.NaN)[0]?.stranded).toBeNull();
    expect(successorsOf([one('care', {})], weights, 2)[0]?.stranded).toBeNull();
  });
});

describe('the order', () => {
  it('does not hang on that of the table', () => {
    const all = [one('b', { density: 0.5 }), one('a', { density: 0.5 }), one('c', { density: 0.7 })];
    const names = (list: readonly Candidate[]) =>
      successorsOf(list, weights, 1).map(({ activity }) => activity);
    expect(names(all)).toEqual(['c', 'a', 'b']);
    expect(names(all.toReversed())).toEqual(['c', 'a', 'b']);
  });
});
