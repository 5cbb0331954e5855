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
 * Deals blocks with labels to folds at random, so that folds differ by one block at most.
 *
 * @param labels class by patch, −1 none
 * @returns fold by block, −1 for blocks without labels
 */
export function foldsOf(labels: Int8Array, blocks: Blocks, folds: number, seed: number): Int8Array {
  const labelled = new Set<number>();
  labels.forEach((label, patch) => {
    if (label >= 0) labelled.add(blockAt(blocks, patch));
  });
  const order = [...labelled].sort((a, b) => a - b);
  const random = seededRandom(seed);
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  const fold = new Int8Array(blocks.across * blocks.down).fill(-1);
  for (const [at, block] of order.entries()) fold[block] = at % folds;
  return fold;
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
