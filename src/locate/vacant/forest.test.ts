import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { binEdges, binOf } from './bins.js';
import { growForest, likeliest, probabilitiesOf } from './forest.js';

const none = Number.NaN;
const settings = { trees: 25, depth: 8, leaf: 1, samples: 1000, seed: 11 };

/** Points of a square; class 1 where exactly one coordinate lies in its upper half. */
function board(count: number, seed: number) {
  const random = seededRandom(seed);
  const features = [0, 1].map(() => Float32Array.from({ length: count }, random));
  const labels = Int8Array.from({ length: count }, (_, at) =>
    (features[0]?.[at] as number) > 0.5 === (features[1]?.[at] as number) > 0.5 ? 0 : 1,
  );
  return { features, labels };
}

describe('bins', () => {
  it('part different values, and nothing where all are equal', () => {
    expect(binEdges(Float32Array.of(3, 1, 2, none))).toEqual(Float32Array.of(1, 2));
    expect(binEdges(Float32Array.of(5, 5, 5))).toEqual(new Float32Array());
    expect(binEdges(Float32Array.of(none))).toEqual(new Float32Array());
  });

  it('hold values up to their edge; what is missing has a bin of its own', () => {
    const edges = Float32Array.of(1, 2);
    expect([none, 0, 1, 1.5, 2, 3].map((value) => binOf(value, edges))).toEqual([0, 1, 1, 2, 2, 3]);
  });

  it('hold about as many values each', () => {
    const random = seededRandom(3);
    const values = Float32Array.from({ length: 12_800 }, random);
    const edges = binEdges(values);
    expect(edges).toHaveLength(127);
    const counts = new Float64Array(129);
    for (const value of values) counts[binOf(value, edges)] = (counts[binOf(value, edges)] as number) + 1;
    expect(Math.min(...counts.slice(1))).toBeGreaterThan(95);
    expect(Math.max(...counts)).toBeLessThan(105);
  });
});

describe('a forest', () => {
  const { features, labels } = board(600, 1);
  const forest = growForest(features, labels, 2, settings);

  it('learns what no single feature tells', () => {
    const other = board(500, 2);
    const found = likeliest(probabilitiesOf(forest, other.features));
    const right = found.filter((label, at) => label === other.labels[at]).length;
    expect(right / 500).toBeGreaterThan(0.93);
  });

  it('is the same for equal seeds and another for others', () => {
    expect(growForest(features, labels, 2, settings)).toEqual(forest);
    expect(growForest(features, labels, 2, { ...settings, seed: 12 }).feature).not.toEqual(forest.feature);
  });

  it('tells probabilities that sum to 1', () => {
    const [first, second] = probabilitiesOf(forest, features) as [Float32Array, Float32Array];
    for (const [at, value] of first.entries()) {
      expect(value + (second[at] as number)).toBeCloseTo(1, 6);
      expect(value).toBeGreaterThanOrEqual(0);
    }
  });

  it('asks only for the order of values: a growing function of a feature changes nothing', () => {
    const [x, y] = features as [Float32Array, Float32Array];
    // Doubling and powers of two are exact, so that no two values fall together.
    const moved = [x.map((value) => 4 * value), y.map((value) => value / 8)];
    const other = growForest(moved, labels, 2, settings);
    expect(probabilitiesOf(other, moved)).toEqual(probabilitiesOf(forest, features));
  });

  it('has leaves of the size asked for at least, and trees of the depth at most', () => {
    const stump = growForest(features, labels, 2, { ...settings, trees: 3, depth: 1 });
    expect(stump.right.length).toBeLessThanOrEqual(9);
    const whole = growForest(features, labels, 2, { ...settings, trees: 3, leaf: 301 });
    expect([...whole.right]).toEqual([0, 0, 0]);
  });

  it('makes no leaf of a single odd sample', () => {
    const row = Float32Array.from({ length: 200 }, (_, at) => at);
    const odd = Int8Array.from({ length: 200 }, (_, at) => (at === 199 ? 1 : 0));
    const { votes } = growForest([row], odd, 2, { ...settings, leaf: 20 });
    // Nobody draws one of 200 ten times.
    expect(Math.max(...votes.filter((_, at) => at % 2 === 1))).toBeLessThan(5000);
  });

  it('looks at √features of them at a node', () => {
    const random = seededRandom(8);
    const said = Int8Array.from({ length: 60 }, (_, at) => at % 2);
    const noise = Array.from({ length: 8 }, () => Float32Array.from({ length: 60 }, random));
    const stumps = growForest([Float32Array.from(said), ...noise], said, 2, {
      ...settings,
      trees: 300,
      depth: 1,
    });
    // The one that tells all is among the three drawn in a third of the trees.
    const took = stumps.roots.filter((root) => stumps.feature[root] === 0).length;
    expect(took / 300).toBeGreaterThan(0.25);
    expect(took / 300).toBeLessThan(0.42);
  });

  it('knows missing from any value', () => {
    const given = [
      Float32Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? none : at)),
      new Float32Array(40),
    ];
    const said = Int8Array.from({ length: 40 }, (_, at) => at % 2);
    const found = growForest(given, said, 2, settings);
    expect(likeliest(probabilitiesOf(found, given))).toEqual(said);
  });

  it('says nothing where all features are missing', () => {
    const holes = [Float32Array.of(none, 0.2), Float32Array.of(none, 0.2)];
    const found = probabilitiesOf(forest, holes);
    expect(found[0]?.[0]).toBeNaN();
    expect(likeliest(found)[0]).toBe(-1);
    expect(likeliest(found)[1]).toBe(0);
  });

  it('has the shares of a leaf by hand: three samples, of which one tree may draw any', () => {
    const one = growForest([Float32Array.of(1, 1, 1)], Int8Array.of(0, 0, 1), 2, {
      ...settings,
      trees: 4000,
    });
    // No split: each tree tells the share of its draw, on average that of the samples.
    expect(probabilitiesOf(one, [Float32Array.of(9)])[1]?.[0]).toBeCloseTo(1 / 3, 1);
    expect(
      one.votes.filter((_, at) => at % 2 === 1).every((vote) => [0, 3333, 6667, 10000].includes(vote)),
    ).toBe(true);
  });

  it('draws as many samples as it may take', () => {
    const few = growForest(features, labels, 2, { ...settings, samples: 20, leaf: 10 });
    // A node of 20 has one split into 10 and 10 at most.
    expect(few.right.length).toBeLessThanOrEqual(3 * settings.trees);
  });

  it('refuses labels of one class', () => {
    expect(() => growForest(features, new Int8Array(600), 2, settings)).toThrow(/VACANT_LABELS.*one class/);
    expect(() => growForest([], new Int8Array(), 2, settings)).toThrow(/VACANT_LABELS.*found nothing/);
  });
});
