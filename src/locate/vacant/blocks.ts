import { seededRandom } from '../../base/index.js';
import type { Grid } from '../raster/types.js';

/** An image in square blocks of patches, those at the right and lower edge as small as need be. Blocks count row by row. */
export interface Blocks {
  /** Patches along a side. */
  readonly side: number;
  readonly across: number;
  readonly down: number;
  /** Patches in a row of the image. */
  readonly width: number;
}

export function squareBlocks({ width, height }: Pick<Grid, 'width' | 'height'>, side: number): Blocks {
  return { side, across: Math.ceil(width / side), down: Math.ceil(height / side), width };
}

/** Number of the block that a patch lies in. */
export function blockAt({ side, across, width }: Blocks, patch: number): number {
  const column = patch % width;
  const row = (patch - column) / width;
  return Math.floor(row / side) * across + Math.floor(column / side);
}

/**
 * Deals blocks with labels to folds at random, so that each class is spread over as many folds as it has blocks, the rarest first: a class
 * that lay in one fold alone could not be learnt where that fold is held out.
 *
 * @param labels class by patch, −1 none
 * @returns fold by block, −1 for blocks without labels
 */
export function foldsOf(labels: Int8Array, blocks: Blocks, folds: number, seed: number): Int8Array {
  const classes = new Map<number, Set<number>>();
  const spread = new Map<number, number>();
  labels.forEach((label, patch) => {
    if (label < 0) return;
    const block = blockAt(blocks, patch);
    const own = classes.get(block) ?? new Set<number>();
    if (!own.has(label)) spread.set(label, (spread.get(label) ?? 0) + 1);
    classes.set(block, own.add(label));
  });
  const rarest = (block: number) =>
    [...(classes.get(block) ?? [])].reduce((one, other) =>
      (spread.get(other) as number) < (spread.get(one) as number) ? other : one,
    );
  const spreadOf = (block: number) => spread.get(rarest(block)) as number;
  const kinds = (block: number) => classes.get(block)?.size ?? 0;
  const blocksInTurn = [...classes.keys()].sort((a, b) => a - b);
  // Blocks of many classes leave the least choice.
  const order = shuffled(blocksInTurn, seed).toSorted(
    (a, b) => spreadOf(a) - spreadOf(b) || kinds(b) - kinds(a),
  );
  const fold = new Int8Array(blocks.across * blocks.down).fill(-1);
  const dealt = Array.from({ length: folds }, () => ({ blocks: 0, byClass: new Map<number, number>() }));
  for (const block of order) {
    const own = rarest(block);
    const of = (at: number) => dealt[at] as (typeof dealt)[number];
    const held = (at: number) => of(at).byClass.get(own) ?? 0;
    const best = [...dealt.keys()].reduce((one, other) =>
      held(other) < held(one) || (held(other) === held(one) && of(other).blocks < of(one).blocks)
        ? other
        : one,
    );
    fold[block] = best;
    of(best).blocks += 1;
    for (const label of classes.get(block) ?? [])
      of(best).byClass.set(label, (of(best).byClass.get(label) ?? 0) + 1);
  }
  return fold;
}

function shuffled(blocks: number[], seed: number): number[] {
  const random = seededRandom(seed);
  for (let at = blocks.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [blocks[at], blocks[other]] = [blocks[other] as number, blocks[at] as number];
  }
  return blocks;
}

/** Whether a patch lies in one of the blocks of a fold or so near to one, in patches along rows and columns. */
export function isNear(blocks: Blocks, fold: Int8Array, asked: number, patch: number, gap: number): boolean {
  const { side, across, down, width } = blocks;
  const column = patch % width;
  const row = (patch - column) / width;
  const lastRow = Math.min(down - 1, Math.floor((row + gap) / side));
  const lastColumn = Math.min(across - 1, Math.floor((column + gap) / side));
  for (let y = Math.max(0, Math.floor((row - gap) / side)); y <= lastRow; y++)
    for (let x = Math.max(0, Math.floor((column - gap) / side)); x <= lastColumn; x++)
      if (fold[y * across + x] === asked) return true;
  return false;
}
