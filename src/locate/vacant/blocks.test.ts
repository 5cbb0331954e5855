import { describe, expect, it } from 'vitest';
import { labelNext } from './advise.js';
import { blockAt, foldsOf, isNear, squareBlocks } from './blocks.js';

const blocks = squareBlocks({ width: 10, height: 7 }, 4);

describe('blocks', () => {
  it('are squares from the corner, smaller at the edges', () => {
    expect(blocks).toEqual({ side: 4, across: 3, down: 2, width: 10 });
    const sizes = new Float64Array(6);
    for (let patch = 0; patch < 70; patch++)
      sizes[blockAt(blocks, patch)] = (sizes[blockAt(blocks, patch)] as number) + 1;
    expect([...sizes]).toEqual([16, 16, 8, 12, 12, 6]);
    expect(blockAt(blocks, 45)).toBe(4);
  });

  it('are dealt evenly to folds where they have labels', () => {
    const labels = new Int8Array(70).fill(-1);
    for (const patch of [0, 5, 9, 40, 45]) labels[patch] = 0;
    const fold = foldsOf(labels, blocks, 2, 5);
    expect(fold[5]).toBe(-1);
    expect([...fold].toSorted()).toEqual([-1, 0, 0, 0, 1, 1]);
    expect(foldsOf(labels, blocks, 2, 5)).toEqual(fold);
  });

  it('are dealt so that a rare class lies in as many folds as it can', () => {
    // Class 1 in two blocks, class 2 in two others and in one of these; 0 everywhere.
    const many = squareBlocks({ width: 8, height: 1 }, 1);
    for (let seed = 1; seed < 30; seed++) {
      const dealt = foldsOf(Int8Array.of(1, 1, 2, 2, 0, 0, 0, 0), many, 2, seed);
      expect([dealt[0], dealt[1]].toSorted()).toEqual([0, 1]);
      expect([dealt[2], dealt[3]].toSorted()).toEqual([0, 1]);
      expect([...dealt].filter((fold) => fold === 0)).toHaveLength(4);
    }
    // Two patches a block: the first block has both rare classes.
    const pairs = squareBlocks({ width: 6, height: 1 }, 2);
    for (let seed = 1; seed < 30; seed++) {
      const [both, one, two] = foldsOf(Int8Array.of(1, 2, 1, 1, 2, 2), pairs, 2, seed);
      expect([both === one, both === two]).toEqual([false, false]);
    }
  });

  it('are near where a patch of them is', () => {
    const fold = Int8Array.of(0, 1, 0, 1, 0, 1);
    for (const gap of [0, 1, 3, 9])
      for (let patch = 0; patch < 70; patch++) {
        const near = Array.from({ length: 70 }, (_, at) => at).some(
          (at) =>
            fold[blockAt(blocks, at)] === 1 &&
            Math.abs((at % 10) - (patch % 10)) <= gap &&
            Math.abs(Math.floor(at / 10) - Math.floor(patch / 10)) <= gap,
        );
        expect(isNear(blocks, fold, 1, patch, gap)).toBe(near);
      }
  });
});

describe('where to label next', () => {
  it('is where patches without a label are least certain', () => {
    const labels = new Int8Array(70).fill(-1);
    const sure = new Float32Array(70).fill(1);
    // Block 1 is guessed; in block 2 all is labelled; block 3 is missing but for one patch.
    for (let patch = 0; patch < 70; patch++) {
      const block = blockAt(blocks, patch);
      if (block === 1) sure[patch] = 0.5;
      if (block === 2) labels[patch] = 0;
      if (block === 3) sure[patch] = patch === 40 ? 0.75 : Number.NaN;
    }
    const found = labelNext(labels, [sure, sure.map((value) => 1 - value)], blocks);
    expect(found.map(({ column, row, unlabelled }) => [column, row, unlabelled])).toEqual([
      [1, 0, 16],
      [0, 1, 1],
      [0, 0, 16],
      [1, 1, 12],
      [2, 1, 6],
    ]);
    expect(found.map(({ uncertainty }) => uncertainty.toFixed(4))).toEqual([
      '1.0000',
      // −(¾ log₂ ¾ + ¼ log₂ ¼)
      '0.8113',
      '0.0000',
      '0.0000',
      '0.0000',
    ]);
  });
});
