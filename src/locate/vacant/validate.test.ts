import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { accuracyOf, classMeasures } from './accuracy.js';
import { blockAt, foldsOf, squareBlocks } from './blocks.js';
import { growForest, probabilitiesOf } from './forest.js';
import { heldOutProbabilities } from './validate.js';

const forest = { trees: 15, depth: 10, leaf: 1, samples: 5000, seed: 4 };
const size = 24;
const blocks = squareBlocks({ width: size, height: size }, 4);
const patches = Int32Array.from({ length: size * size }, (_, at) => at);

/** Every block is wholly of one class by the throw of a coin, and features tell the place and nothing else. */
const random = seededRandom(9);
const coins = Array.from({ length: 36 }, () => (random() < 0.5 ? 0 : 1));
const table = {
  patches,
  features: [
    Float32Array.from(patches, (patch) => patch % size),
    Float32Array.from(patches, (patch) => Math.floor(patch / size)),
  ],
};
const labels = {
  classes: ['built', 'vacant'],
  of: Int8Array.from(patches, (patch) => coins[blockAt(blocks, patch)] as number),
  disputed: 0,
};
const fold = foldsOf(labels.of, blocks, 4, 1);
const settings = { fold, heldOut: [0, 1, 2, 3], gap: 0, forest };
const interval = { runs: 200, seed: 3 };

describe('held-out blocks', () => {
  const probabilities = heldOutProbabilities(table, labels, blocks, settings);

  it('show that a model that learnt places by heart knows nothing', () => {
    const grown = growForest(table.features, labels.of, 2, forest);
    const own = accuracyOf(table, labels, blocks, probabilitiesOf(grown, table.features), interval);
    expect(own.overall.value).toBeGreaterThan(0.98);
    const held = accuracyOf(table, labels, blocks, probabilities, interval);
    expect(held.overall.value).toBeLessThan(0.7);
    expect(held).toMatchObject({ blocks: 36, patches: size * size });
  });

  it('are told without any of their own labels', () => {
    const block = fold.indexOf(2);
    const turned = labels.of.map((label, patch) => (blockAt(blocks, patch) === block ? 1 - label : label));
    const found = heldOutProbabilities(table, { ...labels, of: turned }, blocks, settings);
    const [before, after] = [probabilities[1], found[1]] as [Float32Array, Float32Array];
    const elsewhere = patches.filter((patch) => fold[blockAt(blocks, patch)] !== 2);
    for (const patch of patches.filter((one) => fold[blockAt(blocks, one)] === 2))
      expect(after[patch]).toBe(before[patch]);
    // Other folds have learnt from it.
    expect(elsewhere.some((patch) => after[patch] !== before[patch])).toBe(true);
  });

  it('are only those asked for', () => {
    const [found] = heldOutProbabilities(table, labels, blocks, { ...settings, heldOut: [1] });
    for (const patch of patches)
      expect(Number.isNaN(found?.[patch])).toBe(fold[blockAt(blocks, patch)] !== 1);
  });

  it('learn nothing of blocks that take no part', () => {
    const some = fold.map((own) => (own === 3 ? -1 : own));
    const turned = labels.of.map((label, patch) => (some[blockAt(blocks, patch)] === -1 ? 1 - label : label));
    const [one, other] = [labels.of, turned].map((of) =>
      heldOutProbabilities(table, { ...labels, of }, blocks, { ...settings, fold: some, heldOut: [1] }),
    );
    expect(one).toEqual(other);
  });

  it('keep what lies within the gap from being learnt', () => {
    // Two halves, and labels that change in the last column before the border: with a gap nobody learns them.
    const halves = squareBlocks({ width: 24, height: 24 }, 12);
    const side = Int8Array.of(0, 1, 0, 1);
    const strip = labels.of.map((_, patch) => (patch % size === 11 || patch % size === 2 ? 1 : 0));
    const asked = { fold: side, heldOut: [1], forest, gap: 0 };
    const near = heldOutProbabilities(table, { ...labels, of: strip }, halves, asked)[1] as Float32Array;
    const far = heldOutProbabilities(table, { ...labels, of: strip }, halves, { ...asked, gap: 1 })[1];
    // A tree takes what lies right of all it knows for the last column it saw.
    expect(near[12]).toBeGreaterThan(0.9);
    expect(far?.[12]).toBeLessThan(0.1);
  });

  it('need labels in two folds', () => {
    const one = { ...settings, fold: fold.map((own) => (own === 0 ? 0 : -1)) };
    expect(() => heldOutProbabilities(table, labels, blocks, one)).toThrow(/VACANT_LABELS.*two blocks/);
    const same = { ...labels, of: new Int8Array(size * size) };
    expect(() => heldOutProbabilities(table, same, blocks, settings)).toThrow(/VACANT_LABELS.*one class/);
  });
});

describe('accuracy', () => {
  const four = {
    patches: Int32Array.of(0, 1, 2, 3, 12, 13, 14, 15, 16),
    features: [],
  };
  const row = squareBlocks({ width: 24, height: 1 }, 12);
  const of = new Int8Array(24).fill(-1);
  for (const [at, label] of [1, 1, 1, 0, 0, 0, 0, 1, 0].entries()) of[four.patches[at] as number] = label;
  const said = { classes: ['built', 'vacant'], of, disputed: 0 };
  /** Told vacant, vacant, built, built, built, vacant, vacant, vacant; the last was not judged. */
  const vacantShare = Float32Array.of(1, 0.75, 0.25, 0, 0, 0.75, 0.75, 1, Number.NaN);
  const predicted = [vacantShare.map((share) => 1 - share), vacantShare];

  it('is as counted by hand', () => {
    const {
      confusion,
      overall,
      classes,
      blocks: count,
      patches: judged,
    } = accuracyOf(four, said, row, predicted, interval);
    expect(confusion).toEqual([
      [2, 2],
      [1, 3],
    ]);
    expect([count, judged]).toEqual([2, 8]);
    expect(overall.value).toBe(5 / 8);
    const vacant = classes[1];
    expect(vacant).toMatchObject({ className: 'vacant', labelled: 4, predicted: 5 });
    expect(vacant?.precision.value).toBe(3 / 5);
    expect(vacant?.recall.value).toBe(3 / 4);
    expect(vacant?.f1.value).toBeCloseTo(6 / 9, 12);
    expect(vacant?.iou.value).toBe(3 / 6);
    expect(vacant?.areaBias.value).toBe(1 / 4);
    // Shares sum to 4.5 of 4.
    expect(vacant?.expectedBias.value).toBe(1 / 8);
    expect(classes[0]?.expectedBias.value).toBe(-1 / 8);
    // Of two blocks the draws are both the first (3 of 4 right), one each, both the second (2 of 4).
    expect([overall.low, overall.high]).toEqual([0.5, 0.75]);
    // The first block alone finds 2 of 3, the second 3 of 1.
    expect(vacant?.areaBias.low).toBeCloseTo(2 / 3 - 1, 12);
    expect(vacant?.areaBias.high).toBeCloseTo(2, 12);
  });

  it('is missing where a class is nowhere', () => {
    const { classes } = accuracyOf(
      four,
      { ...said, classes: ['built', 'vacant', 'water'] },
      row,
      [...predicted, new Float32Array(9)],
      interval,
    );
    const water = classes[2] as (typeof classes)[number];
    for (const { value, low, high } of classMeasures.map((name) => water[name]))
      expect([value, low, high]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('says nothing of nothing', () => {
    const { overall, blocks: count } = accuracyOf(
      four,
      said,
      row,
      predicted.map((own) => own.fill(Number.NaN)),
      interval,
    );
    expect([overall.value, overall.low, count]).toEqual([Number.NaN, Number.NaN, 0]);
  });
});
